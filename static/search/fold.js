'use strict';

/* Folding: text in the form in which it is compared when searching. FORMAT.md, "Folding";
 * generator/search/fold.c does the same. */

const FOLD_NOTHING = 1; /* zero-width and the like: as if it were not there */
const FOLD_CLEAR = 2; /* spaces, quotation marks, middle dots: words reach across it */
const FOLD_BREAK = 3; /* sentence punctuation and signs: no word reaches across it */
const FOLD_HAN = 4; /* ideographs, kana, hangul: searched by pairs */
const FOLD_WORD = 5; /* letters, digits and marks of other scripts, also the point in 3.5 */

/* Quotation marks, marks of book titles, middle dots. */
const FOLD_CLEAR_MARKS = new Set([
	0x22, 0x27, 0xab, 0xb7, 0xbb, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c, 0x201d, 0x201e, 0x201f,
	0x2022, 0x2027, 0x2039, 0x203a, 0x2219, 0x22c5, 0x3008, 0x3009, 0x300a, 0x300b, 0x300c, 0x300d,
	0x300e, 0x300f, 0x301d, 0x301e, 0x301f, 0x30fb,
]);

/* Pairs of first and last code point. */
const FOLD_HAN_RANGES = [
	[0x2e80, 0x2e99], [0x2e9b, 0x2ef3], [0x2f00, 0x2fd5], [0x3005, 0x3005], [0x3007, 0x3007],
	[0x3021, 0x3029], [0x3038, 0x303b], [0x3041, 0x312f], [0x31a0, 0x31bf], [0x31f0, 0x31ff],
	[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xac00, 0xd7a3], [0xf900, 0xfa6d], [0xfa70, 0xfad9],
	[0x20000, 0x3fffd],
];

function foldIsSpace(character) {
	return /[\s\u0085]/u.test(character);
}

function foldClass(character) {
	const c = character.codePointAt(0);
	if (/\p{Default_Ignorable_Code_Point}/u.test(character) || (c >= 0xfff9 && c <= 0xfffb))
		return FOLD_NOTHING;
	if (foldIsSpace(character) || FOLD_CLEAR_MARKS.has(c))
		return FOLD_CLEAR;
	if (FOLD_HAN_RANGES.some(([first, last]) => c >= first && c <= last))
		return FOLD_HAN;
	return /[\p{L}\p{M}\p{N}]/u.test(character) ? FOLD_WORD : FOLD_BREAK;
}

/* Opened with the JSON of the folding table: what a character becomes is looked up once. */
function foldOpen(json) {
	const to = [...json.to];
	const table = new Map();
	let from = 0;
	denseNumbers(json.from, json.stoppers).forEach((gap, i) => {
		from += gap;
		table.set(String.fromCodePoint(from), to[i]);
	});
	return { table, known: new Map() };
}

/* What one character becomes: a list of characters with their classes. */
function foldCharacter(fold, character) {
	let folded = fold.known.get(character);
	if (!folded) {
		folded = [...character.normalize('NFKC').toLowerCase()].map(c => {
			const to = fold.table.get(c) || c;
			return { character: to, class: foldClass(to) };
		});
		fold.known.set(character, folded);
	}
	return folded;
}

/* Of a character of folded text. */
function foldClassOf(fold, character) {
	if (character === '.')
		return FOLD_WORD;
	return character === '\n' ? FOLD_BREAK : foldClass(character);
}

function foldPut(folding, string, start, end) {
	folding.text += string;
	for (let i = 0; i < string.length; i++) {
		folding.starts.push(start);
		folding.ends.push(end);
	}
}

function foldIsDigit(character) {
	return character.length === 1 && character >= '0' && character <= '9';
}

/* A point between two digits belongs to the word (3.5); any other is a break. */
function foldMayBePoint(folding, character) {
	return character === '.' && !folding.clear && !folding.broken && !folding.point &&
		foldIsDigit(folding.text.slice(-1));
}

/* Adds one folded character, which comes from [start, end) of the source. */
function foldAdd(folding, folded, start, end) {
	const { point } = folding;
	if (folded.class === FOLD_NOTHING)
		return;
	if (foldMayBePoint(folding, folded.character)) {
		folding.point = { start, end };
		return;
	}
	if (point && foldIsDigit(folded.character))
		foldPut(folding, '.', point.start, point.end);
	else if (point)
		folding.broken = true;
	folding.point = null;
	if (folded.class === FOLD_CLEAR || folded.class === FOLD_BREAK) {
		folding.clear = folding.clear || folded.class === FOLD_CLEAR;
		folding.broken = folding.broken || folded.class === FOLD_BREAK;
		return;
	}
	if (folding.broken && folding.last)
		foldPut(folding, '\n', start, start);
	else if (folding.clear && folding.last === FOLD_WORD && folded.class === FOLD_WORD)
		foldPut(folding, ' ', start, start);
	folding.clear = folding.broken = false;
	foldPut(folding, folded.character, start, end);
	folding.last = folded.class;
}

/* Folds one text (NFC). Besides the folded text, for each of its UTF-16 units, where the character
 * it comes from starts and ends in the source. */
function foldText(fold, source) {
	const folding = { text: '', starts: [], ends: [], last: 0, clear: false, broken: false, point: null };
	let at = 0;
	for (const character of source) {
		for (const folded of foldCharacter(fold, character))
			foldAdd(folding, folded, at, at + character.length);
		at += character.length;
	}
	return folding;
}
