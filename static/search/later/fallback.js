'use strict';

/* What the archive has in place of what is searched for, one character otherwise: with a character that is
 * often taken for another (confusions of the archive: 己 for 已), or, when there is none, with any. Of a
 * query of a single piece. generator/search/fallback.c does the same. */

const FALLBACK_LEAST = 3; /* characters of a piece of which any one may be wrong; two of the other way */
const FALLBACK_LONGEST = 12;
const FALLBACK_PAGES_MOST = 12; /* read for one place */
const FALLBACK_COMMON = 400; /* articles from which on the beginning or end of a piece proves nothing */
const FALLBACK_CONFUSED_MOST = 24; /* phrases tried */
const FALLBACK_CONFUSED_PAGES = 3; /* read for one of them */
const FALLBACK_SHOWN = 3;

/* The query that finds what is searched for instead. */
function fallbackQuery(also) {
	return also.map(text => `"${text}"`).join(' OR ');
}

/* The candidates of another query within what the request narrows to, the most relevant first. */
async function fallbackHits(archive, request, query, isCurrent) {
	let hits = [];
	await searchAll(archive, { ...request, sort: '', query }, found => { hits = found.hits; }, isCurrent);
	return hits;
}

/* The folded texts of the first of them. */
async function fallbackTexts(archive, hits, most) {
	const texts = await Promise.all(hits.slice(0, most).map(async hit =>
		pageTexts((await issueEntryArticle(archive.read, hit.issue, hit.number)).address).catch(() => [])));
	const fold = await archiveFold(archive, ...texts.flat());
	return texts.flat().map(text => foldText(fold, text).text);
}

/* --- characters that are taken for each other --- */

/* The piece with each character in turn as the pairs have it. */
function fallbackConfused(characters, pairs) {
	const phrases = [], all = [...pairs];
	characters.forEach((character, at) => {
		for (let i = 0; i + 1 < all.length; i += 2)
			if (all[i] === character || all[i + 1] === character)
				phrases.push([...characters.slice(0, at), all[i] === character ? all[i + 1] : all[i],
					...characters.slice(at + 1)].join(''));
	});
	return phrases.slice(0, FALLBACK_CONFUSED_MOST);
}

/* [phrase, articles] of those that the archive has. */
async function fallbackAlike(archive, request, isCurrent) {
	const characters = fallbackCharacters(request);
	const alike = [];
	if (characters.length < 2)
		return alike;
	const { pairs } = await archive.read(archive.manifest.confusions);
	for (const phrase of fallbackConfused(characters, pairs)) {
		const query = queryParse(`"${phrase}"`, archive.fold);
		const hits = query.wanted && isCurrent() ? await fallbackHits(archive, request, query, isCurrent) : [];
		const texts = await fallbackTexts(archive, hits, FALLBACK_CONFUSED_PAGES);
		if (texts.some(text => text.includes(phrase)))
			alike.push([phrase, hits.length]);
	}
	return alike;
}

/* --- any one character otherwise --- */

/* The terms of a piece without the character at a place. */
function fallbackTerms(fold, characters, at) {
	const { terms } = tokensOf(fold, `${characters.slice(0, at).join('')}\n${characters.slice(at + 1).join('')}`);
	return tokensNeeded(terms);
}

/* What stands in a folded text where the piece has another character at this place. */
function fallbackVariants(folded, characters, at) {
	const escape = part => part.join('').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = new RegExp(`${escape(characters.slice(0, at))}[^ \n]${escape(characters.slice(at + 1))}`, 'gu');
	return [...folded.matchAll(pattern)].map(match => match[0]);
}

async function fallbackAt(archive, request, characters, at, isCurrent) {
	const terms = queryChooseTerms(fallbackTerms(archive.fold, characters, at));
	if (!terms.length)
		return [];
	const piece = { terms, folded: '', single: false, exact: false, excluded: false, points: 0, clause: 1, alternative: 0, either: false };
	const isInside = at > 0 && at + 1 < characters.length;
	const hits = await fallbackHits(archive, request, { pieces: [piece], wanted: 1 }, isCurrent);
	if (!isCurrent() || (!isInside && hits.length > FALLBACK_COMMON))
		return [];
	const texts = await fallbackTexts(archive, hits, FALLBACK_PAGES_MOST);
	return texts.flatMap(text => fallbackVariants(text, characters, at));
}

/* [phrase, places] */
async function fallbackOtherwise(archive, request, isCurrent) {
	const characters = fallbackCharacters(request), counts = new Map();
	for (let at = 0; characters.length >= FALLBACK_LEAST && at < characters.length && isCurrent(); at++)
		for (const phrase of await fallbackAt(archive, request, characters, at, isCurrent))
			counts.set(phrase, (counts.get(phrase) || 0) + 1);
	return [...counts];
}

/* --- both --- */

/* None where the query has more than one piece, or a long one. */
function fallbackCharacters({ query }) {
	const characters = query.pieces.length === 1 && !query.pieces[0].excluded ? [...query.pieces[0].folded] : [];
	return characters.length > FALLBACK_LONGEST ? [] : characters;
}

function fallbackChoose(phrases) {
	return phrases.sort((a, b) => b[1] - a[1]).slice(0, FALLBACK_SHOWN).map(([phrase]) => phrase);
}

/* A promise of the phrases found instead, the most frequent first. */
async function fallbackFind(archive, request, isCurrent) {
	const alike = await fallbackAlike(archive, request, isCurrent);
	return fallbackChoose(alike.length ? alike : await fallbackOtherwise(archive, request, isCurrent));
}

function fallbackLink(address, text) {
	const link = textElement('a', '', text);
	link.href = address;
	return link;
}

function fallbackSay(element, ...parts) {
	element.replaceChildren(...parts.flatMap(part => [part, ' ']));
	element.hidden = false;
}

/* Beside few results: links to what differs by a character that is often taken for another. */
async function fallbackShow(element, archive, request, isCurrent) {
	const phrases = fallbackChoose(await fallbackAlike(archive, request, isCurrent));
	if (isCurrent() && phrases.length)
		fallbackSay(element, pageWords().alike,
			...phrases.map(phrase => fallbackLink(requestAddress(request, { q: `"${phrase}"` }), phrase)));
}

/* Nothing at all: the same words without conditions, and where one may leaf through. */
function fallbackHelp(element, request) {
	const words = pageWords(), { q, sort } = request;
	const wider = q && requestIsNarrowed(request) ? [fallbackLink(requestAddress({ q, sort }, {}), words.wider)] : [];
	fallbackSay(element, ...wider, words.leaf,
		...words.leaves.map(([address, name]) => fallbackLink(siteRoot() + address, name)));
}

function fallbackBeside(element, archive, request, isCurrent, count) {
	return count ? fallbackShow(element, archive, request, isCurrent) : fallbackHelp(element, request);
}
