'use strict';

/* The articles of a segment that have a query's terms: a few too many, never too few.
 * generator/search/candidates.c does the same. */

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

function mergePostings(lists, join) {
	const impacts = new Map();
	for (const list of lists)
		list.articles.forEach((article, i) => impacts.set(article, join(list.impacts[i], impacts.get(article) || 0)));
	const articles = [...impacts.keys()].sort((a, b) => a - b);
	return { articles, impacts: articles.map(article => impacts.get(article)) };
}

function subtractPostings(list, other) {
	const without = new Set(other.articles);
	const keep = list.articles.map(article => !without.has(article));
	return {
		articles: list.articles.filter((_, i) => keep[i]),
		impacts: list.impacts.filter((_, i) => keep[i]),
	};
}

const bothImpacts = (a, b) => (a | b) >>> 0;

/* The articles that have all terms of a piece, and how many have the rarest. */
async function findPiece(folder, piece) {
	const find = piece.single ? termFindAll : termFind;
	const lists = await Promise.all(piece.terms.map(term => find(folder, term)));
	const found = Math.min(...lists.map(list => list.articles.length));
	return { ...lists.reduce((a, b) => intersectPostings(a, b, Math.min)), found };
}

/* Beside other clauses a single character, with its many terms, is left to the check; so is what is
 * excluded, unless its terms alone prove it. */
function candidatesLooked(query) {
	const hasTerms = piece => queryAlternative(query, piece).some(other => !other.single);
	const isCheap = piece => queryClause(query, piece).every(hasTerms);
	const anyCheap = query.pieces.some(piece => !piece.excluded && isCheap(piece));
	return new Set(query.pieces.filter(piece => (piece.excluded ? piece.exact && !piece.single
		: !anyCheap || (isCheap(piece) && !piece.single))));
}

/* The pieces as lists of clauses, these as lists of alternatives, of those in `lists`. */
function candidatesTree(query, lists) {
	const tree = new Map();
	for (const piece of query.pieces) {
		if (piece.excluded || !lists.has(piece))
			continue;
		const clause = tree.get(piece.clause) || new Map();
		clause.set(piece.alternative, [...(clause.get(piece.alternative) || []), lists.get(piece)]);
		tree.set(piece.clause, clause);
	}
	return [...tree.values()].map(clause => [...clause.values()]);
}

/* An impact holds two bits for each piece; of alternatives, 0 for those that the article has not. found[i]
 * grows by the articles with the rarest term of piece i. */
async function candidatesFind(folder, query, found) {
	const looked = [...candidatesLooked(query)];
	const lists = new Map(await Promise.all(looked.map(async piece =>
		[piece, await findPiece(folder, piece)])));
	for (const [piece, list] of lists) {
		const i = query.pieces.indexOf(piece);
		found[i] += list.found;
		list.impacts = list.impacts.map(impact => (Math.max(impact, Number(piece.either)) << 2 * i) >>> 0);
	}
	const both = (a, b) => intersectPostings(a, b, bothImpacts);
	let candidates = candidatesTree(query, lists)
		.map(alternatives => alternatives.map(all => all.reduce(both)))
		.map(alternatives => (alternatives.length > 1 ? mergePostings(alternatives, bothImpacts) : alternatives[0]))
		.reduce(both);
	for (const [piece, list] of lists)
		if (piece.excluded)
			candidates = subtractPostings(candidates, list);
	return candidates;
}

/* Whether nothing is left to the check. */
function candidatesExact(query) {
	const looked = candidatesLooked(query);
	return query.pieces.every(piece => piece.exact && looked.has(piece));
}
