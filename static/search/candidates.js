'use strict';

/* From the pieces of a query to the articles of one segment that have all of their terms: perhaps a few
 * too many, never too few. generator/search/candidates.c does the same. */

/* What is in both lists, which are in order. */
function intersectPostings(a, b, join) {
	const articles = [], impacts = [];
	for (let i = 0, k = 0; i < a.articles.length && k < b.articles.length;) {
		const left = a.articles[i], right = b.articles[k];
		if (left === right) {
			articles.push(left);
			impacts.push(join(a.impacts[i], b.impacts[k]));
		}
		i += left <= right;
		k += right <= left;
	}
	return { articles, impacts };
}

/* What is not in the other list. */
function subtractPostings(list, other) {
	const without = new Set(other.articles);
	const keep = list.articles.map(article => !without.has(article));
	return {
		articles: list.articles.filter((_, i) => keep[i]),
		impacts: list.impacts.filter((_, i) => keep[i]),
	};
}

/* The articles that have all terms of a piece, and how many have the rarest. */
async function findPiece(read, folder, piece) {
	const find = piece.single ? termFolderFindAll : termFolderFind;
	const lists = await Promise.all(piece.terms.map(term => find(read, folder, term)));
	const found = Math.min(...lists.map(list => list.articles.length));
	return { ...lists.reduce((a, b) => intersectPostings(a, b, Math.min)), found };
}

/* The terms that begin with one character are many: beside other pieces it is left to the check. So is
 * what is excluded, unless its terms alone prove it. */
function isLookedUp(query, piece) {
	if (piece.excluded)
		return piece.exact && !piece.single;
	return !piece.single || !query.pieces.some(other => !other.excluded && !other.single);
}

/* The articles, in order. An impact holds two bits for each piece, from the lowest on. found[i] grows
 * by the articles that have the rarest term of piece i. */
async function candidatesFind(read, folder, query, found) {
	const lists = await Promise.all(query.pieces.map(piece =>
		isLookedUp(query, piece) ? findPiece(read, folder, piece) : null));
	let candidates = null;
	lists.forEach((list, i) => {
		if (!list || query.pieces[i].excluded)
			return;
		found[i] += list.found;
		list.impacts = list.impacts.map(impact => (impact << 2 * i) >>> 0);
		candidates = candidates ? intersectPostings(candidates, list, (a, b) => (a | b) >>> 0) : list;
	});
	lists.forEach((list, i) => {
		if (list && query.pieces[i].excluded)
			candidates = subtractPostings(candidates, list);
	});
	return candidates;
}

/* Whether the candidates are the matches: nothing is left to the check. */
function candidatesExact(query) {
	return query.pieces.every(piece => piece.exact && isLookedUp(query, piece));
}
