'use strict';

/* Ways to narrow a search: links to the same search with one condition more or less. Years, months, columns,
 * pages and kinds are counted over all results; persons and topics over all if they are few, else over
 * those shown. */

const FACETS_MOST = 12;
const FACETS_ISSUES_MOST = 40; /* files of issue data read to count persons and topics */

function facetLink(request, changes, text) {
	const link = textElement('a', '', text);
	link.href = requestAddress(request, changes);
	return link;
}

function facetList(heading, items) {
	if (!items.length)
		return [];
	const list = textElement('ul', '', ...items.map(item => textElement('li', '', ...item)));
	return [textElement('section', '', textElement('h2', '', heading), list)];
}

/* --- years and months --- */

/* The greatest first: [[key, count], ...] */
function countHits(hits, keyOf) {
	const counts = new Map();
	for (const hit of hits)
		if (hit.issue.day)
			counts.set(keyOf(hit), (counts.get(keyOf(hit)) || 0) + 1);
	return [...counts].sort((a, b) => b[0] - a[0]);
}

function monthOfDay(day) {
	return Math.floor(day / 32);
}

/* The first and last day of a year, or of a month as a number: year times 13 and month. */
function daysOfYear(year) {
	return { from: `${String(year).padStart(4, '0')}-01-01`, to: `${String(year).padStart(4, '0')}-12-31` };
}

function daysOfMonth(number) {
	const year = String(Math.floor(number / 13)).padStart(4, '0'), month = number % 13;
	const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
	const two = String(month).padStart(2, '0');
	return { from: `${year}-${two}-01`, to: `${year}-${two}-${last}` };
}

function barItems(counts, request, daysOf, nameOf) {
	const most = Math.max(...counts.map(([, count]) => count));
	return counts.map(([number, count]) => {
		const bar = document.createElement('meter');
		bar.max = most;
		bar.value = count;
		bar.setAttribute('aria-hidden', 'true');
		return [facetLink(request, daysOf(number), nameOf(number)), ' ', bar, ` ${count}`];
	});
}

/* Months where all results are of one year, else years. */
function dateFacet(hits, request) {
	const words = pageWords();
	const years = countHits(hits, hit => yearOfDay(hit.issue.day));
	if (years.length !== 1)
		return facetList(words.years, barItems(years, request, daysOfYear, year => words.date(year)));
	const months = countHits(hits, hit => monthOfDay(hit.issue.day)).filter(([number]) => number % 13);
	return facetList(words.months, barItems(months, request, daysOfMonth,
		number => words.date(Math.floor(number / 13), number % 13)));
}

/* --- names --- */

/* The persons or tags of some articles, most frequent first: {value, name, count}. */
function countNames(articles, kind) {
	const counts = new Map();
	for (const article of articles)
		for (const [value, name] of article[kind])
			counts.set(value, { value, name, count: (counts.get(value)?.count || 0) + 1 });
	return [...counts.values()].sort((a, b) => b.count - a.count);
}

function nameItems(names, field, request) {
	return names.filter(({ value }) => value !== request[field]).slice(0, FACETS_MOST)
		.map(({ value, name, count }) => [facetLink(request, { [field]: value }, name), ` ${count}`]);
}

/* "guo-ling-ji 郭灵计": [slug, name]. */
function splitName(text) {
	const end = text.indexOf(' ');
	return [text.slice(0, end), text.slice(end + 1)];
}

/* The persons and tags of an article. */
async function issueEntryNames(read, entry, article) {
	const json = await read(entry.path.replace(/\.js$/, 'n.js'));
	const [people, tags] = json.articles[article - entry.first];
	return { people: people.map(i => splitName(json.people[i])), tags: tags.map(i => splitName(json.tags[i])) };
}

/* The names of the articles of all hits if they are in few issues, else of those shown. */
async function countedArticles(archive, state) {
	const hits = state.hits.filter(hit => hit.state !== 'refuted');
	const all = new Set(hits.map(hit => hit.issue.path)).size <= FACETS_ISSUES_MOST;
	const articles = await Promise.all((all ? hits : state.visible)
		.map(hit => issueEntryNames(archive.read, hit.issue, hit.number)));
	return { all, articles };
}

/* --- columns, pages and kinds, from the index of names --- */

/* A term without its letter, as it was before termWritten. */
function nameOfTerm(term) {
	return [...term].slice(1).map(character => {
		const c = character.codePointAt(0);
		if (c === 0x3000)
			return ' ';
		return c > 0xff00 && c < 0xff5f ? String.fromCodePoint(c - 0xfee0) : character;
	}).join('');
}

/* {value, name, count} of all hits, most frequent first. */
async function countField(archive, hits, field) {
	const words = pageWords(), counts = new Map();
	for (const segment of new Set(hits.map(hit => hit.segment))) {
		const wanted = new Set(hits.filter(hit => hit.segment === segment).map(hit => hit.number));
		const folder = await termNodeRead(archive.read, segment.names, segment.articles);
		for (const [term, { articles }] of await termsFrom(folder, REQUEST_NAMES[field])) {
			const name = nameOfTerm(term);
			counts.set(name, (counts.get(name) || 0) + articles.filter(article => wanted.has(article)).length);
		}
	}
	return [...counts].filter(([, count]) => count).sort((a, b) => b[1] - a[1])
		.map(([value, count]) => ({ value, name: fieldInWords(field, value, words), count }));
}

async function fillFurther(element, archive, request, state) {
	const hits = state.hits.filter(hit => hit.state !== 'refuted');
	const sections = [];
	for (const field of ['column', 'page', 'kind'])
		sections.push(...facetList(pageWords().fields[field],
			nameItems(await countField(archive, hits, field), field, request)));
	element.append(...sections);
}

function furtherElement(archive, request, state) {
	const element = textElement('details', '', textElement('summary', '', pageWords().further));
	element.addEventListener('toggle', () => fillFurther(element, archive, request, state), { once: true });
	return element;
}

/* --- conditions --- */

function fieldInWords(field, value, words) {
	if (field === 'page')
		return pageInWords(value, words);
	return field === 'kind' ? words.kinds[value] || value : value;
}

/* The conditions in force, each with a link that takes it away. */
function conditionsShow(element, request, articles) {
	const words = pageWords();
	element.replaceChildren(...Object.keys(REQUEST_NAMES).filter(field => request[field]).map(field => {
		const kind = { person: 'people', tag: 'tags' }[field];
		const known = kind && countNames(articles, kind).find(({ value }) => value === request[field]);
		const name = known ? known.name : fieldInWords(field, request[field], words);
		return textElement('li', '', `${words.label(words.fields[field], name)} `,
			facetLink(request, { [field]: '' }, words.remove));
	}));
}

/* Called whenever the results have settled: builds everything anew if they have changed. */
async function facetsShow(page, archive, request, state) {
	const key = `${resultsCount(state)} ${state.visible.length}`;
	if (state.facets === key)
		return;
	state.facets = key;
	const words = pageWords();
	const { all, articles } = await countedArticles(archive, state);
	if (state.facets !== key)
		return;
	conditionsShow(page.conditions, request, articles);
	const name = field => (all ? words.fields[field] : words.shown(words.fields[field]));
	page.facets.querySelector('div').replaceChildren(
		...dateFacet(state.hits.filter(hit => hit.state !== 'refuted'), request),
		...facetList(name('person'), nameItems(countNames(articles, 'people'), 'person', request)),
		...facetList(name('tag'), nameItems(countNames(articles, 'tags'), 'tag', request)),
		furtherElement(archive, request, state));
}
