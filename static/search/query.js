'use strict';

/* Runs a request, a text for each of REQUEST_FIELDS and `query`, over the segments and puts what it finds
 * in order. generator/search/query.c does the same. */

const REQUEST_FIELDS = ['q', 'from', 'to', 'person', 'tag', 'column', 'page', 'kind', 'sort'];

/* FORMAT.md, "Names". */
const REQUEST_NAMES = { person: 'p', tag: 't', column: 'c', page: 'n', kind: 'k' };

const IMPACT_WEIGHTS = [1, 1.5, 2, 3];

/* The days [from, to] of a request. The first of a month includes what is dated by month only, and
 * New Year's Day what is dated by year only. */
function requestDays(request) {
	let from = request.from ? dayOfText(request.from, false) : 0;
	const to = request.to ? dayOfText(request.to, true) : Infinity;
	if (from % 32 === 1)
		from -= 1;
	if (Math.floor(from / 32) % 13 === 1 && from % 32 === 0)
		from -= 32;
	return { from: from || 0, to: to || Infinity };
}

/* In the order in which they are searched. */
function requestSegments(manifest, request) {
	const { from, to } = requestDays(request);
	if (!request.query.wanted && !requestIsNarrowed(request))
		return [];
	const segments = manifest.segments.filter(segment => {
		if (!segment.last)
			return !request.from && !request.to;
		return dayOfText(segment.last, true) >= from && dayOfText(segment.first, false) <= to;
	});
	return request.sort === 'oldest' ? segments.reverse() : segments;
}

/* Persons and tags are asked for by slug; anything else in their place is a word. */
function requestIsName(request, field) {
	return field === 'person' || field === 'tag' ? /^[a-z0-9-]+$/.test(request[field] || '') : Boolean(request[field]);
}

/* Whether something else than words narrows the search. */
function requestIsNarrowed(request) {
	return Boolean(request.from || request.to) ||
		Object.keys(REQUEST_NAMES).some(field => requestIsName(request, field));
}

function requestQuery(request, fold) {
	const words = [request.person, request.tag].filter(name => name && !/^[a-z0-9-]+$/.test(name));
	return queryParse([request.q, ...words.map(word => `"${word}"`)].join(' '), fold, requestIsNarrowed(request));
}

/* Null when no names are asked for. */
async function findNames(read, segment, request) {
	const fields = Object.keys(REQUEST_NAMES).filter(field => requestIsName(request, field));
	if (!fields.length)
		return null;
	const folder = await termNodeRead(read, segment.names, segment.articles);
	const lists = await Promise.all(fields.map(field =>
		termFind(folder, termWritten(REQUEST_NAMES[field] + request[field]))));
	return lists.reduce((a, b) => intersectPostings(a, b, Math.min));
}

function allArticles(count) {
	const articles = Array.from({ length: count }, (_, i) => i);
	return { articles, impacts: articles.map(() => 0) };
}

/* {segment, issue, number, impacts}, in order of dates; `number` is the article's in the segment. */
async function searchSegment(archive, segment, request, found) {
	const { read } = archive;
	const texts = async () => candidatesFind(
		await termNodeRead(read, segment.text, segment.articles), request.query, found);
	const [candidates, named, issues] = await Promise.all([
		request.query.wanted ? texts() : null,
		findNames(read, segment, request),
		issueEntriesRead(read, segment.names),
	]);
	let list = candidates || named || allArticles(segment.articles);
	if (candidates && named)
		list = intersectPostings(candidates, named, impact => impact);
	const { from, to } = requestDays(request);
	const hits = list.articles.map((number, i) => ({
		segment,
		issue: issueEntryOf(issues, number),
		number,
		impacts: candidates ? list.impacts[i] : 0,
	}));
	return hits.filter(hit => hit.issue.day >= from && hit.issue.day <= to);
}

/* Straight lines between the powers of two: the same on every machine. FORMAT.md, "Order". */
function logOf(number) {
	let power = 0;
	for (; number >= 2; number /= 2)
		power++;
	return power + number - 1;
}

function scoreOf(hit, query, found, articles) {
	let score = 0;
	query.pieces.forEach((piece, i) => {
		const impact = hit.impacts >>> 2 * i & 3;
		if (!piece.excluded && found[i] && (impact || !piece.either))
			score += IMPACT_WEIGHTS[impact] * logOf(1 + articles / found[i]);
	});
	return score;
}

function compareHits(sort) {
	const newest = (a, b) => b.issue.day - a.issue.day || a.number - b.number;
	if (sort === 'newest')
		return newest;
	if (sort === 'oldest')
		return (a, b) => (a.issue.day || Infinity) - (b.issue.day || Infinity) || a.number - b.number;
	return (a, b) => b.score - a.score || newest(a, b);
}

/* Whether nothing but the index is needed to know that a hit is one. */
function requestExact(request) {
	return request.query.wanted ? candidatesExact(request.query) : !request.query.pieces.length;
}

/* Tells `show` {hits, missing, done} after each segment: all hits so far, in order, and how many segments
 * cannot be read. `isCurrent` says whether anyone still waits. */
async function searchAll(archive, request, show, isCurrent) {
	const found = request.query.pieces.map(() => 0);
	const hits = [];
	let missing = 0;
	const segments = requestSegments(archive.manifest, request);
	const searches = segments.map(segment =>
		searchSegment(archive, segment, request, found).catch(() => null));
	for (let i = 0; i < searches.length; i++) {
		const more = await searches[i];
		if (!isCurrent())
			return;
		if (more)
			hits.push(...more);
		else
			missing++;
		for (const hit of hits)
			hit.score = scoreOf(hit, request.query, found, archive.manifest.articles);
		hits.sort(compareHits(request.sort));
		show({ hits, missing, done: i + 1 === searches.length });
	}
	if (!searches.length)
		show({ hits, missing, done: true });
}
