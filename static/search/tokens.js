'use strict';

/* Terms: what the index lists articles under. FORMAT.md, "Terms"; generator/search/tokens.c does the
 * same. */

const TOKEN_LONGEST = 64;

/* The written form: ASCII characters behind the first are full-width. */
function termWritten(term) {
	return [...term].map((character, i) => {
		const c = character.codePointAt(0);
		if (!i || c >= 0x7f)
			return character;
		return String.fromCodePoint(c > 0x20 ? c + 0xfee0 : 0x3000);
	}).join('');
}

/* Ideographs and words of folded text, in order; `touches`: nothing stands before the unit. */
function tokenUnits(fold, folded) {
	const units = [];
	let gap = true;
	for (const character of folded) {
		const last = units[units.length - 1];
		if (character === ' ' || character === '\n') {
			gap = true;
			continue;
		}
		const kind = foldClassOf(fold, character);
		if (!gap && kind === FOLD_WORD && last.class === FOLD_WORD)
			last.characters.push(character);
		else
			units.push({ class: kind, characters: [character], touches: !gap });
		gap = false;
	}
	return units;
}

/* The terms, and the ideographs behind which nothing stands. */
function tokensOf(fold, folded) {
	const terms = [], lasts = [];
	let last = null;
	for (const unit of tokenUnits(fold, folded)) {
		if (last && unit.touches)
			terms.push(termWritten(last.characters[last.characters.length - 1] + unit.characters[0]));
		else if (last && last.class === FOLD_HAN)
			lasts.push(last.characters[0]);
		if (unit.class === FOLD_WORD)
			terms.push(termWritten(unit.characters.slice(0, TOKEN_LONGEST).join('')));
		last = unit;
	}
	if (last && last.class === FOLD_HAN)
		lasts.push(last.characters[0]);
	return { terms, lasts };
}
