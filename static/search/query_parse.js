'use strict';

/* A query as typed becomes pieces that are looked up and checked. FORMAT.md, "Queries";
 * generator/search/query_parse.c does the same. */

const PIECES_MOST = 16;
const PIECE_TERMS_MOST = 6;
const QUERY_QUOTES = new Map([['"', '"'], ['\uff02', '\uff02'], ['\u201c', '\u201d'], ['\u300c', '\u300d']]);
const QUERY_MINUS = new Set(['-', '\uff0d', '\u2212']);
const POINT_BEFORE = 1;
const POINT_BEHIND = 2;

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

/* Numbers the clauses, all of which are wanted, and in each the alternatives, one of which is; an OR
 * between two wanted words is taken out. */
function queryClauses(words) {
	const kept = [];
	let clause = 0, joined = false;
	words.forEach((word, i) => {
		const before = words[i - 1], next = words[i + 1];
		if (word.text === 'OR' && !word.quoted && !word.excluded && !joined && before && next &&
			!before.excluded && !next.excluded) {
			joined = true;
			return;
		}
		/* A word behind OR is the next alternative of the clause of the word before. */
		const alternative = joined ? kept[kept.length - 1].alternative + 1 : 0;
		kept.push({ ...word, clause: joined ? clause : ++clause, alternative });
		joined = false;
	});
	return kept;
}

/* A few terms, evenly spread, stand for a long piece. */
function queryChooseTerms(all) {
	const count = Math.min(all.length, PIECE_TERMS_MOST);
	const chosen = new Set();
	for (let i = 0; i < count; i++)
		chosen.add(all[count > 1 ? Math.floor(i * (all.length - 1) / (count - 1)) : 0]);
	return [...chosen];
}

/* The points that folding drops at the ends of a word, where a digit stands beside them: .5 and 3. */
function queryPoints(text) {
	return (/^[.\uff0e][0-9\uff10-\uff19]/.test(text) ? POINT_BEFORE : 0) |
		(/[0-9\uff10-\uff19][.\uff0e]$/.test(text) ? POINT_BEHIND : 0);
}

function queryPiece(fold, folded, points, word) {
	const { terms, lasts } = tokensOf(fold, folded);
	if (!terms.length && !lasts.length)
		return null;
	const needed = tokensNeeded(terms);
	const single = !needed.length;
	const chosen = queryChooseTerms(single ? lasts : needed);
	const exact = !points && !/[ \n]/.test(folded) && chosen.length === 1 && needed.length <= 1;
	const { excluded, clause, alternative } = word;
	return { folded, terms: chosen, single, exact, excluded, points, clause, alternative };
}

/* Outside quotation marks a break parts two pieces; inside it must stand in the text as well. Where
 * nothing is wanted, neither here nor by other means (`narrowed`), a minus is a part of the text: -5. */
function queryParse(typed, fold, narrowed = false) {
	const pieces = [];
	for (const word of queryClauses(queryWords(typed.normalize('NFC')))) {
		const folded = foldText(fold, word.text).text;
		const parts = word.quoted ? [folded] : folded.split('\n');
		const points = queryPoints(word.text);
		parts.forEach((part, i) => {
			const ends = (i ? 0 : POINT_BEFORE) | (i + 1 < parts.length ? 0 : POINT_BEHIND);
			const piece = queryPiece(fold, part, points & ends, word);
			if (piece && pieces.length < PIECES_MOST)
				pieces.push(piece);
		});
	}
	if (!narrowed && pieces.every(piece => piece.excluded))
		pieces.forEach(piece => { piece.excluded = false; });
	for (const piece of pieces)
		piece.either = pieces.some(other => !other.excluded && other.clause === piece.clause &&
			other.alternative !== piece.alternative);
	return { pieces, wanted: pieces.filter(piece => !piece.excluded).length };
}

function queryAlternative(query, piece) {
	return query.pieces.filter(other => !other.excluded && other.clause === piece.clause &&
		other.alternative === piece.alternative);
}

function queryClause(query, piece) {
	return query.pieces.filter(other => !other.excluded && other.clause === piece.clause);
}

/* Whether an article matches that has the pieces of which `has` says so. */
function queryMatches(query, has) {
	return query.pieces.every(piece => (piece.excluded ? !has(piece)
		: queryClause(query, piece).some(other => queryAlternative(query, other).every(has))));
}
