// Plain reading: parts of an archive's texts drawn at random, the articles that have them, and whether an article that is
// shown for one may be. Folding is done here by other means than the search does it.
'use strict';

const SEARCHED = /[\p{L}\p{M}\p{N}]/u;
const END = '\0';

// Numbers below a bound, the same in every run.
function chances(seed) {
	let state = seed;
	return below => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
}

// Parts of `least` to `most` characters, across words, marks and joined lines. A minus at the front of a word behind
// another is passed over, for it excludes.
function drawParts(articles, count, least, most, pattern = SEARCHED) {
	const chance = chances(7), chosen = [];
	while (chosen.length < count) {
		const { texts } = articles[chance(articles.length)];
		const characters = [...texts[chance(texts.length)]];
		const start = chance(characters.length);
		const part = characters.slice(start, start + least + chance(most - least + 1)).join('').trim();
		if (pattern.test(part) && !/\s[-\uff0d\u2212]\S/.test(part))
			chosen.push(part);
	}
	return chosen;
}

// Every second part is asked for as a phrase, between marks that it does not have itself.
function askedAs(part, i) {
	const marks = [['"', '"'], ['“', '”'], ['「', '」']].find(pair => pair.every(mark => !part.includes(mark)));
	return i % 2 && marks ? { typed: marks[0] + part + marks[1], quoted: true } : { typed: part, quoted: false };
}

// Texts of all articles as one string, and where each article begins in it.
function joinTexts(articles, form) {
	const starts = [], parts = [];
	let length = 0;
	for (const { texts } of articles) {
		const text = texts.map(form).join(END) + END;
		starts.push(length);
		parts.push(text);
		length += text.length;
	}
	return { text: parts.join(''), starts: [...starts, length] };
}

function articleAt({ starts }, place) {
	let from = 0, to = starts.length - 2;
	while (from < to) {
		const middle = (from + to + 1) >> 1;
		if (starts[middle] <= place)
			from = middle;
		else
			to = middle - 1;
	}
	return from;
}

function numbersWith(joined, part) {
	const numbers = new Set();
	for (let at = joined.text.indexOf(part); at >= 0;) {
		const number = articleAt(joined, at);
		numbers.add(number);
		at = joined.text.indexOf(part, joined.starts[number + 1]);
	}
	return numbers;
}

// `table` has the simple form of each traditional one.
function openTruth(articles, table) {
	const plain = text => [...text.normalize('NFKC').toLowerCase()].filter(c => SEARCHED.test(c))
		.map(c => table.get(c) || c).join('');
	const written = joinTexts(articles, text => text), folded = joinTexts(articles, plain);
	const known = new Map();
	const withRun = run => {
		if (!known.has(run))
			known.set(run, numbersWith(folded, run));
		return known.get(run);
	};
	const addresses = numbers => new Set([...numbers].map(number => articles[number].address));

	return {
		// The articles that have the part as it stands.
		wanted: part => addresses(numbersWith(written, part)),
		// Those that may be shown for it: with each of its runs of letters, digits and ideographs; of a phrase with all,
		// nothing but marks between them.
		allowed(part, quoted) {
			const runs = part.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}]+/u).map(plain).filter(Boolean);
			const [first, ...others] = (quoted ? [runs.join('')] : runs).map(withRun);
			return addresses([...first].filter(number => others.every(numbers => numbers.has(number))));
		},
	};
}

module.exports = { drawParts, askedAs, openTruth };
