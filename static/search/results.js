'use strict';

/* Each result is shown with what the index knows, then checked against its page: a snippet appears, or the
 * next result takes its place. */

const RESULTS_STEP = 10;
const RESULTS_FEW = 3; /* beside which something like them is offered */
const CHECKS_AT_ONCE = 4;

function textElement(name, className, ...children) {
	const element = document.createElement(name);
	if (className)
		element.className = className;
	element.append(...children);
	return element;
}

function fillHead(hit, request, fold) {
	const { article, item } = hit;
	const words = pageWords();
	const title = article.title || words.untitled;
	const ranges = wantedRanges(textRanges(title, request.query, fold), request.query);
	const link = textElement('a', '', ...markedNodes(title, ranges, 0, title.length));
	link.href = siteRoot() + article.address;
	const time = textElement('time', '', dateInWords(article.date, words));
	if (article.date)
		time.dateTime = article.date;
	const about = [time];
	if (article.page)
		about.push(' ', pageInWords(article.page, words));
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

/* The state of a hit: shown, refuted, or unread. */
async function checkHit(hit, archive, request) {
	hit.article = await issueEntryArticle(archive.read, hit.issue, hit.number);
	fillHead(hit, request, await archiveFold(archive, hit.article.title));
	let texts;
	try {
		texts = await pageTexts(hit.article.address);
	} catch {
		hit.item.append(textElement('p', 'search-snippet', pageWords().unreadable));
		return 'unread';
	}
	const checked = checkTexts(texts, request.query, await archiveFold(archive, ...texts));
	if (!checked)
		return 'refuted';
	fillSnippet(hit, checked);
	return 'shown';
}

/* Whether nothing more will come; whether something else is to be searched for; how many are found so far. */
function resultsSettled(state) {
	return state.done && state.visible.every(hit => hit.state && hit.state !== 'checking');
}

function resultsNone(state) {
	return resultsSettled(state) && !resultsCount(state) && !state.missing && !state.unread;
}

function resultsCount(state) {
	return state.hits.filter(hit => hit.state !== 'refuted').length;
}

/* The shown part of one search: `page` has the elements list, status and more; `changed` is told the state
 * whenever what is shown changes. */
function resultsOpen(page, archive, request, isCurrent, changed) {
	const state = { hits: [], visible: [], limit: RESULTS_STEP, done: false, missing: 0, unread: 0, running: 0,
		hasFallback: Boolean(request.query.wanted) && !request.also };

	function show() {
		state.visible = state.hits.filter(hit => hit.state !== 'refuted').slice(0, state.limit);
		for (const hit of state.visible)
			if (!hit.item)
				hit.item = textElement('li', '', textElement('p', 'search-about', '…'));
		const items = state.visible.map(hit => hit.item);
		if (items.length !== page.list.children.length || items.some((item, i) => item !== page.list.children[i]))
			page.list.replaceChildren(...items);
		page.list.setAttribute('aria-busy', String(!resultsSettled(state) || (resultsNone(state) && state.hasFallback)));
		page.more.hidden = state.visible.length >= resultsCount(state);
		statusShow(page.status, state, request);
		changed(state);
		state.visible.forEach(checkNext);
	}

	function checkNext(hit) {
		if (hit.state || state.running === CHECKS_AT_ONCE)
			return;
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

	return {
		state,
		update(found) {
			Object.assign(state, found);
			show();
		},
		more() {
			const next = state.visible.length;
			state.limit += RESULTS_STEP;
			show();
			const link = state.visible[next]?.item.querySelector('a');
			if (link)
				link.focus();
		},
	};
}

/* How many there are: exact where the index alone proves it or all are checked. */
function statusShow(element, state, request) {
	const words = pageWords();
	const count = resultsCount(state);
	const checked = state.hits.every(hit => hit.state === 'shown' || hit.state === 'refuted');
	let text = requestExact(request) || checked ? words.found(count) : words.about(count);
	if (!state.done)
		text = count ? text + words.earlier : words.searching;
	else if (resultsNone(state))
		text = state.hasFallback ? words.searching : words.none;
	if (request.also)
		text = `${words.alsoFor(request.q, request.also)}${text}`;
	if (state.missing || state.unread)
		text = count ? `${text} ${words.incomplete}` : words.incomplete;
	if (element.textContent !== text)
		element.textContent = text;
}
