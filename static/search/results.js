'use strict';

/* The list of results. Each is shown at once with what the index knows, then checked against its article's
 * page: a snippet appears, or the result goes and the next one takes its place. */

const RESULTS_STEP = 10;
const CHECKS_AT_ONCE = 4;

function textElement(name, className, ...children) {
	const element = document.createElement(name);
	if (className)
		element.className = className;
	element.append(...children);
	return element;
}

/* The head of an item: title with marks and the line below it. */
function fillHead(hit, request, fold) {
	const { article, item } = hit;
	const words = pageWords();
	const ranges = wantedRanges(pieceRanges(article.title, request.query, fold), request.query);
	const link = textElement('a', '', ...markedNodes(article.title, ranges, 0, article.title.length));
	link.href = siteRoot() + article.address;
	const time = textElement('time', '', dateInWords(article.date, words));
	if (article.date)
		time.dateTime = article.date;
	const about = [time];
	if (article.page)
		about.push(' ', words.page(article.page));
	if (article.column)
		about.push(' ', article.column);
	item.replaceChildren(textElement('h3', '', link), textElement('p', 'search-about', ...about));
}

function fillSnippet(hit, checked) {
	const link = hit.item.querySelector('a');
	const marks = surfacesOf(checked).map(surface => `mark=${encodeURIComponent(surface)}`);
	if (marks.length)
		link.href = `${siteRoot()}${hit.article.address}#${marks.join('&')}`;
	const nodes = snippetNodes(checked, hit.article.title);
	if (nodes.length)
		hit.item.append(textElement('p', 'search-snippet', ...nodes));
}

/* Checks a hit: its state becomes shown, refuted, or unread when its page cannot be read. */
async function checkHit(hit, archive, request) {
	hit.article = await issueEntryArticle(archive.read, hit.issue, hit.number);
	fillHead(hit, request, archive.fold);
	let texts;
	try {
		texts = await pageTexts(hit.article.address);
	} catch {
		hit.item.append(textElement('p', 'search-snippet', pageWords().unreadable));
		return 'unread';
	}
	const checked = checkTexts(texts, request.query, archive.fold);
	if (!checked)
		return 'refuted';
	fillSnippet(hit, checked);
	return 'shown';
}

/* The shown part of one search: `page` has the elements list, status, more and facets. */
function resultsOpen(page, archive, request, isCurrent) {
	const state = { hits: [], limit: RESULTS_STEP, done: false, missing: 0, unread: 0, running: 0 };

	function visibleHits() {
		const visible = [];
		for (const hit of state.hits) {
			if (visible.length === state.limit)
				break;
			if (hit.state !== 'refuted')
				visible.push(hit);
		}
		return visible;
	}

	function show() {
		const visible = visibleHits();
		for (const hit of visible)
			if (!hit.item)
				hit.item = textElement('li', '', textElement('p', 'search-about', '…'));
		page.list.replaceChildren(...visible.map(hit => hit.item));
		const refuted = state.hits.filter(hit => hit.state === 'refuted').length;
		page.more.hidden = visible.length + refuted >= state.hits.length;
		statusShow(page.status, state, request, refuted);
		facetsShow(page.facets, state, request, visible);
		checkNext(visible);
	}

	function checkNext(visible) {
		for (const hit of visible) {
			if (state.running === CHECKS_AT_ONCE)
				return;
			if (hit.state)
				continue;
			hit.state = 'checking';
			state.running++;
			checkHit(hit, archive, request).catch(() => {
				state.unread++;
				return 'unread';
			}).then(result => {
				hit.state = result;
				state.running--;
				if (isCurrent())
					show();
			});
		}
	}

	return {
		update({ hits, missing, done }) {
			state.hits = hits;
			state.missing = missing;
			state.done = done;
			show();
		},
		more() {
			state.limit += RESULTS_STEP;
			show();
		},
	};
}

/* How many there are: exact where the index alone proves it or all are checked. */
function statusShow(element, state, request, refuted) {
	const words = pageWords();
	const count = state.hits.length - refuted;
	const checked = state.hits.every(hit => hit.state && hit.state !== 'checking');
	const exact = requestExact(request) || checked;
	let text = exact ? words.found(count) : words.about(count);
	if (!state.done)
		text = count ? text + words.earlier : words.searching;
	else if (!count && !state.missing && !state.unread)
		text = words.none;
	if (state.missing || state.unread)
		text += ` ${words.incomplete}`;
	if (element.textContent !== text)
		element.textContent = text;
}
