'use strict';

/* When nothing is found: what the archive has with one character otherwise, 营商环竟 for 营商环境. For each
 * character of a piece, the articles with all terms that it is no part of are candidates; their texts
 * say which characters stand in its place. */

const FALLBACK_LEAST = 3; /* characters of a piece */
const FALLBACK_LONGEST = 12;
const FALLBACK_PAGES_MOST = 12; /* read for one place */
const FALLBACK_COMMON = 400; /* articles from which on the beginning or end of a piece proves nothing */
const FALLBACK_SHOWN = 3;

/* The query that finds what is searched for instead. */
function fallbackQuery(also) {
	return also.map(text => `"${text}"`).join(' OR ');
}

/* The terms of a piece without the character at a place. */
function fallbackTerms(fold, characters, at) {
	const { terms } = tokensOf(fold, `${characters.slice(0, at).join('')}\n${characters.slice(at + 1).join('')}`);
	return tokensNeeded(terms);
}

/* What stands in folded texts where the piece has another character at this place. */
function fallbackVariants(folded, characters, at) {
	const escape = part => part.join('').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = new RegExp(`${escape(characters.slice(0, at))}([^ \n])${escape(characters.slice(at + 1))}`, 'gu');
	return [...folded.matchAll(pattern)].map(match => match[0]);
}

async function fallbackAt(archive, request, characters, at, isCurrent) {
	const terms = queryChooseTerms(fallbackTerms(archive.fold, characters, at));
	if (!terms.length)
		return [];
	const piece = { terms, folded: '', single: false, exact: false, excluded: false, clause: 1, alternative: 0 };
	const isInside = at > 0 && at + 1 < characters.length;
	const loose = { ...request, sort: '', query: { pieces: [piece], wanted: 1 } };
	let hits = [];
	await searchAll(archive, loose, found => { hits = found.hits; }, isCurrent);
	if (!isCurrent() || (!isInside && hits.length > FALLBACK_COMMON))
		return [];
	const texts = await Promise.all(hits.slice(0, FALLBACK_PAGES_MOST).map(async hit =>
		pageTexts((await issueEntryArticle(archive.read, hit.issue, hit.number)).address).catch(() => [])));
	const fold = await archiveFold(archive, ...texts.flat());
	return texts.flat().flatMap(text => fallbackVariants(foldText(fold, text).text, characters, at));
}

/* A promise of the phrases found instead, most frequent first; for a query of a single piece. */
async function fallbackFind(archive, request, isCurrent) {
	const [piece] = request.query.pieces;
	const characters = [...piece.folded];
	if (request.query.pieces.length > 1 || characters.length < FALLBACK_LEAST || characters.length > FALLBACK_LONGEST)
		return [];
	const counts = new Map();
	for (let at = 0; at < characters.length && isCurrent(); at++)
		for (const variant of await fallbackAt(archive, request, characters, at, isCurrent))
			counts.set(variant, (counts.get(variant) || 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).slice(0, FALLBACK_SHOWN).map(([variant]) => variant);
}
