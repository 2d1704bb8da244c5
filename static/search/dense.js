'use strict';

/* Numbers as printable ASCII: the (s,c)-dense code of FORMAT.md, "Codes". */

const DENSE_CHARACTERS = 89;
const DENSE_MARKS = '|}~';

/* The place of a character code among those that codes use; -1 for any other. */
function denseIndex(c) {
	if (c < 0x20 || c > 0x7b || c === 0x22 || c === 0x3c || c === 0x5c)
		return -1;
	return c - 0x20 - (c > 0x22) - (c > 0x3c) - (c > 0x5c);
}

/* All numbers of a string of codes; marks are told to `mark` with the place of the number they
 * precede. */
function denseNumbers(codes, stoppers, mark) {
	const numbers = [];
	let rest = 0;
	for (let i = 0; i < codes.length; i++) {
		const index = denseIndex(codes.charCodeAt(i));
		if (index < 0) {
			const impact = DENSE_MARKS.indexOf(codes[i]) + 1;
			if (!impact || !mark || rest)
				throw new Error('damaged codes');
			mark(numbers.length, impact);
		} else if (index < stoppers) {
			numbers.push(rest * stoppers + index);
			rest = 0;
		} else {
			rest = rest * (DENSE_CHARACTERS - stoppers) + (index - stoppers) + 1;
		}
	}
	return numbers;
}

/* A posting list: article numbers in order, and the impact of each. */
function densePostings(codes, stoppers) {
	const marked = [];
	const articles = denseNumbers(codes, stoppers, (at, impact) => {
		marked[at] = impact;
	});
	let next = 0;
	for (let i = 0; i < articles.length; i++) {
		articles[i] += next;
		next = articles[i] + 1;
	}
	return { articles, impacts: articles.map((_, i) => marked[i] || 0) };
}
