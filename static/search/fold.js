'use strict';

/* Folding: text in the form in which it is compared when searching. FORMAT.md, "Folding";
 * generator/search/fold.c does the same. */

const FOLD_NOTHING = 1, FOLD_CLEAR = 2, FOLD_BREAK = 3, FOLD_HAN = 4, FOLD_WORD = 5;

const FOLD_CLEAR_MARKS = /["'\xab\xb7\xbb\u2018-\u201f\u2022\u2027\u2039\u203a\u2219\u22c5\u3008-\u300f\u301d-\u301f\u30fb]/;

const FOLD_HAN_MARKS = new RegExp('[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b' +
	'\u3041-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufa6d\ufa70-\ufad9' +
	'\\u{20000}-\\u{3fffd}]', 'u');

/* Of GB2312, what folds to others. */
const FOLD_PLAIN_EXCEPTIONS = '藉俱乾著阪菸摺吒後徵夥姊於箝跤麽';

function foldIsSpace(character) {
	return /[\s\u0085]/u.test(character);
}

function foldClass(character) {
	const c = character.codePointAt(0);
	if (/\p{Default_Ignorable_Code_Point}/u.test(character) || (c >= 0xfff9 && c <= 0xfffb))
		return FOLD_NOTHING;
	if (foldIsSpace(character) || FOLD_CLEAR_MARKS.test(character))
		return FOLD_CLEAR;
	if (FOLD_HAN_MARKS.test(character))
		return FOLD_HAN;
	return /[\p{L}\p{M}\p{N}]/u.test(character) ? FOLD_WORD : FOLD_BREAK;
}

/* The characters that surely fold to themselves without the table: those of GB2312 but a few. */
function foldPlain() {
	const bytes = [];
	for (let row = 0xb0; row <= 0xf7; row++)
		for (let cell = 0xa1; cell <= 0xfe; cell++)
			bytes.push(row, cell);
	const plain = new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
	for (const exception of FOLD_PLAIN_EXCEPTIONS)
		plain.delete(exception);
	return plain;
}

/* Opened with the JSON of the folding table, or null until foldNeedsTable. */
function foldOpen(json) {
	const to = json ? [...json.to] : [];
	const table = new Map();
	let from = 0;
	const gaps = bitsRead(json ? json.from : '');
	for (const character of to)
		table.set(String.fromCodePoint(from += bitsNumber(gaps, BITS_ORDER)), character);
	return { table, known: new Map(), plain: json ? null : foldPlain() };
}

/* Whether some character of the text may fold by the table, and there is none. */
function foldNeedsTable(fold, text) {
	const others = fold.plain ? text.match(/[^\0-\u25ca\u25cc-\u25ee\u25f0-\u2e7f\u3000-\u3004\u3008-\u3020\u3041-\u30ff\uff00-\uffef]/gu) : null;
	return Boolean(others) && others.some(character => !fold.plain.has(character));
}

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

/* Folds one text (NFC); starts and ends say of each unit where its character stands in the source. */
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
