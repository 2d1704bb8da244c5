'use strict';

/* Terms: what the index lists articles under. FORMAT.md, "Terms"; generator/search/tokens.c does the
 * same. */

const TOKEN_TRIPLE = 3;

/* The written form: ASCII characters behind the first are full-width. */
function termWritten(term) {
	return [...term].map((character, i) => {
		const c = character.codePointAt(0);
		if (!i || c >= 0x7f)
			return character;
		return String.fromCodePoint(c > 0x20 ? c + 0xfee0 : 0x3000);
	}).join('');
}

/* Pairs, triples of letters and digits, and the characters behind which nothing stands. */
function tokensOf(fold, folded) {
	const terms = [], lasts = [];
	for (const run of folded.split(/[ \n]/)) {
		const characters = [...run];
		const isWord = characters.map(character => foldClassOf(fold, character) === FOLD_WORD);
		characters.forEach((character, i) => {
			if (i + 1 === characters.length)
				lasts.push(character);
			else
				terms.push(termWritten(character + characters[i + 1]));
			if (isWord[i] && isWord[i + 1] && isWord[i + 2])
				terms.push(termWritten(characters.slice(i, i + TOKEN_TRIPLE).join('')));
		});
	}
	return { terms, lasts };
}

/* Of these terms, those that prove the others: a pair inside a triple is left out. */
function tokensNeeded(terms) {
	const isTriple = terms.map(term => [...term].length === TOKEN_TRIPLE);
	return terms.filter((_, i) => isTriple[i] || !(isTriple[i - 1] || isTriple[i + 1]));
}
