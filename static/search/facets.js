'use strict';

/* Ways to narrow a search: links to the same search with one condition more or less. Years are counted
 * over all results, persons and topics over those shown. */

const FACETS_MOST = 8;

/* The address of a request with some conditions changed; empty ones are left out. */
function requestAddress(request, changes) {
	const all = { ...request, ...changes };
	const parameters = new URLSearchParams();
	for (const name of ['q', 'from', 'to', 'person', 'tag', 'sort'])
		if (all[name])
			parameters.set(name, all[name]);
	return `index.html?${parameters}`;
}

function facetLink(request, changes, text) {
	const link = textElement('a', '', text);
	link.href = requestAddress(request, changes);
	return link;
}

function facetList(heading, items) {
	if (!items.length)
		return [];
	const list = textElement('ul', '', ...items.map(item => textElement('li', '', ...item)));
	const head = heading ? [textElement('h2', '', heading)] : [];
	return [textElement('section', '', ...head, list)];
}

function countYears(hits) {
	const counts = new Map();
	for (const { issue } of hits)
		if (issue.day)
			counts.set(yearOfDay(issue.day), (counts.get(yearOfDay(issue.day)) || 0) + 1);
	return [...counts].sort((a, b) => b[0] - a[0]);
}

function yearItems(hits, request) {
	const counts = countYears(hits);
	const most = Math.max(...counts.map(([, count]) => count));
	return counts.map(([year, count]) => {
		const bar = document.createElement('meter');
		bar.max = most;
		bar.value = count;
		bar.setAttribute('aria-hidden', 'true');
		const changes = { from: `${year}-01-01`, to: `${year}-12-31` };
		return [facetLink(request, changes, pageWords().date(year)), ' ', bar, ` ${count}`];
	});
}

/* The persons or tags of the articles shown, most frequent first: {slug, name, count}. */
function countNames(visible, kind) {
	const counts = new Map();
	for (const { article } of visible)
		for (const [slug, name] of (article && article[kind]) || [])
			counts.set(slug, { slug, name, count: (counts.get(slug)?.count || 0) + 1 });
	return [...counts.values()].sort((a, b) => b.count - a.count);
}

function nameItems(visible, kind, parameter, request) {
	return countNames(visible, kind)
		.filter(({ slug }) => slug !== request[parameter])
		.slice(0, FACETS_MOST)
		.map(({ slug, name, count }) =>
			[facetLink(request, { [parameter]: slug }, name), ` ${count}`]);
}

/* The conditions in force, each with a link that takes it away. */
function conditionItems(visible, request) {
	const words = pageWords();
	const items = [];
	for (const [parameter, kind] of [['person', 'people'], ['tag', 'tags']]) {
		if (!request[parameter])
			continue;
		const known = countNames(visible, kind).find(({ slug }) => slug === request[parameter]);
		const label = words[parameter](known ? known.name : request[parameter]);
		items.push([`${label} `, facetLink(request, { [parameter]: '' }, words.remove)]);
	}
	return items;
}

function facetsShow(element, state, request, visible) {
	const words = pageWords();
	element.replaceChildren(
		...facetList('', conditionItems(visible, request)),
		...facetList(words.years, yearItems(state.hits, request)),
		...facetList(words.people, nameItems(visible, 'people', 'person', request)),
		...facetList(words.tags, nameItems(visible, 'tags', 'tag', request)));
}
