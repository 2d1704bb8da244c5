'use strict';

/* A query as typed becomes pieces that are looked up and checked. FORMAT.md, "Queries";
 * generator/search/query_parse.c does the same. */

const PIECES_MOST = 16;
const PIECE_TERMS_MOST = 6;
const QUERY_QUOTES = new Map([['"', '"'], ['\uff02', '\uff02'], ['\u201c', '\u201d'], ['\u300c', '\u300d']]);
const QUERY_MINUS = new Set(['-', '\uff0d', '\u2212']);

/* Words as typed: {text, quoted, excluded}. Inside a word a quotation mark is nothing special. */
function queryWords(typed) {
	const words = [], rest = [...typed];
	for (;;) {
		while (rest.length && foldIsSpace(rest[0]))
			rest.shift();
		if (!rest.length)
			return words;
		const excluded = QUERY_MINUS.has(rest[0]);
		if (excluded)
			rest.shift();
		const closing = QUERY_QUOTES.get(rest[0]);
		if (closing)
			rest.shift();
		let end = rest.findIndex(closing ? c => c === closing : foldIsSpace);
		end = end < 0 ? rest.length : end;
		words.push({ text: rest.splice(0, end).join(''), quoted: Boolean(closing), excluded });
		if (closing)
			rest.shift();
	}
}

/* A few terms, evenly spread, stand for a long piece. */
function queryChooseTerms(all) {
	const count = Math.min(all.length, PIECE_TERMS_MOST);
	const chosen = new Set();
	for (let i = 0; i < count; i++)
		chosen.add(all[count > 1 ? Math.floor(i * (all.length - 1) / (count - 1)) : 0]);
	return [...chosen];
}

function queryPiece(fold, folded, excluded) {
	const { terms, lasts } = tokensOf(fold, folded);
	if (!terms.length && !lasts.length)
		return null;
	const single = terms.length === 0 && lasts.length === 1;
	const whole = !folded.includes('\n') && [...folded].length <= TOKEN_LONGEST;
	return {
		folded,
		terms: queryChooseTerms(single ? lasts : terms),
		single,
		exact: terms.length + Number(single) === 1 && whole,
		excluded,
	};
}

/* Outside quotation marks a break parts two pieces; inside it must stand in the text as well. */
function queryParse(typed, fold) {
	const pieces = [];
	for (const word of queryWords(typed.normalize('NFC'))) {
		const folded = foldText(fold, word.text).text;
		for (const part of word.quoted ? [folded] : folded.split('\n')) {
			const piece = queryPiece(fold, part, word.excluded);
			if (piece && pieces.length < PIECES_MOST)
				pieces.push(piece);
		}
	}
	return { pieces, wanted: pieces.filter(piece => !piece.excluded).length };
}

/* Whether the character at the edge of a piece and its neighbour in the text are of one word. */
function queryInOneWord(fold, edge, neighbour) {
	return Boolean(neighbour) && foldClassOf(fold, edge) === FOLD_WORD &&
		foldClassOf(fold, neighbour) === FOLD_WORD;
}

/* Where the piece stands in a folded text, in its units: [start, end) pairs; words must be whole. */
function queryPlaces(piece, fold, folded) {
	const places = [];
	const edges = [...piece.folded];
	for (let at = folded.indexOf(piece.folded); at >= 0; at = folded.indexOf(piece.folded, at + 1)) {
		const end = at + piece.folded.length;
		const before = [...folded.slice(Math.max(0, at - 2), at)].pop();
		const [behind] = folded.slice(end, end + 2);
		if (!queryInOneWord(fold, edges[0], before) &&
			!queryInOneWord(fold, edges[edges.length - 1], behind))
			places.push([at, end]);
	}
	return places;
}
