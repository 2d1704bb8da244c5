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
	const needed = tokensNeeded(terms);
	const single = !needed.length;
	const chosen = queryChooseTerms(single ? lasts : needed);
	const exact = !/[ \n]/.test(folded) && chosen.length === 1 && needed.length <= 1;
	return { folded, terms: chosen, single, exact, excluded };
}

/* Outside quotation marks a break parts two pieces; inside it must stand in the text as well. Where
 * nothing is wanted, neither here nor by other means (`narrowed`), a minus is a part of the text: -5. */
function queryParse(typed, fold, narrowed = false) {
	const pieces = [];
	for (const word of queryWords(typed.normalize('NFC'))) {
		const folded = foldText(fold, word.text).text;
		for (const part of word.quoted ? [folded] : folded.split('\n')) {
			const piece = queryPiece(fold, part, word.excluded);
			if (piece && pieces.length < PIECES_MOST)
				pieces.push(piece);
		}
	}
	if (!narrowed && pieces.every(piece => piece.excluded))
		pieces.forEach(piece => { piece.excluded = false; });
	return { pieces, wanted: pieces.filter(piece => !piece.excluded).length };
}

/* Where the piece stands in a folded text, in its units: [start, end) pairs. */
function queryPlaces(piece, folded) {
	const places = [];
	for (let at = folded.indexOf(piece.folded); at >= 0; at = folded.indexOf(piece.folded, at + 1))
		places.push([at, at + piece.folded.length]);
	return places;
}
