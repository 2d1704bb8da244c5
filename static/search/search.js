'use strict';

/* The search page: a form whose address is the search; where pushState is refused, the browser loads the
 * page anew. docs/search-client.md. */

function searchPage() {
	const page = {
		list: document.getElementById('search-results'),
		more: textElement('button', 'search-more', pageWords().more),
	};
	for (const name of ['form', 'status', 'facets', 'conditions', 'copy'])
		page[name] = document.getElementById(`search-${name}`);
	page.beside = textElement('p', 'search-beside');
	page.more.type = 'button';
	page.more.hidden = page.beside.hidden = true;
	page.list.after(page.more, page.beside);
	page.facets.open = matchMedia('(min-width: 52rem)').matches;
	return page;
}

function requestOf(address) {
	const parameters = new URLSearchParams(address);
	return Object.fromEntries(REQUEST_FIELDS.map(name => [name, (parameters.get(name) || '').trim()]));
}

function requestIsEmpty(request) {
	return REQUEST_FIELDS.every(name => name === 'sort' || !request[name]);
}

function requestAddress(request, changes) {
	const all = { ...request, ...changes };
	const parameters = new URLSearchParams(REQUEST_FIELDS.filter(name => all[name]).map(name => [name, all[name]]));
	return `index.html?${parameters}`;
}

/* What a field may show of a value: a date within the field's limits, else the form could not be sent. */
function fieldValue(field, value) {
	if (field.name === 'sort')
		return value || 'relevance';
	if (!value || field.type !== 'date')
		return value;
	if (field.min && value < field.min)
		return field.min;
	return field.max && value > field.max ? field.max : value;
}

function fillForm(form, request) {
	for (const name of REQUEST_FIELDS) {
		const field = form.elements.namedItem(name);
		if (field)
			field.value = fieldValue(field, request[name]);
	}
}

/* `again` passes by what the browser has kept. */
async function archiveOpen(read, again) {
	return { read, manifest: await read(again ? `manifest.js?${again}` : 'manifest.js'), fold: foldOpen(null) };
}

/* What folds these texts; the table is read when one needs it. */
async function archiveFold(archive, ...texts) {
	if (texts.some(text => foldNeedsTable(archive.fold, text)))
		archive.fold = foldOpen(await archive.read(archive.manifest.fold));
	return archive.fold;
}

function searchStart() {
	const page = searchPage();
	const read = indexReader();
	let opening = null; /* a promise of the archive */
	let latest = 0; /* number of the latest search: older ones stop */
	let results = null;

	function archiveNow(again) {
		opening = again || !opening ? archiveOpen(read, again) : opening;
		return opening;
	}

	/* What is shown beside the results comes later, if at all. */
	async function changed(archive, request, state, isCurrent) {
		page.copy.hidden = !state.visible.length;
		if (!resultsSettled(state))
			return;
		if (resultsNone(state) && state.hasFallback) {
			const also = await later('fallback').then(() => fallbackFind(archive, request, isCurrent)).catch(() => []);
			if (isCurrent() && also.length)
				run(archive, { ...request, also }, isCurrent);
			else if (isCurrent())
				results.update({ hasFallback: false });
			return;
		}
		const count = resultsCount(state);
		page.facets.hidden = resultsNone(state);
		if (!state.beside && (resultsNone(state) || (state.hasFallback && count && count <= RESULTS_FEW))) {
			state.beside = true;
			later('fallback').then(() => isCurrent() && fallbackBeside(page.beside, archive, request, isCurrent, count))
				.catch(() => {});
		}
		if (!count && !page.conditions.dataset.any)
			return;
		await later('facets');
		if (isCurrent())
			facetsShow(page, archive, request, state);
	}

	async function run(archive, request, isCurrent, again) {
		const asked = request.also ? { ...request, q: fallbackQuery(request.also) } : request;
		const fold = await archiveFold(archive, asked.q + asked.person + asked.tag);
		request.query = requestQuery(asked, fold);
		results = resultsOpen(page, archive, request, isCurrent, state =>
			changed(archive, request, state, isCurrent).catch(() => {}));
		await searchAll(archive, request, found => {
			/* Perhaps the site was built anew: once more. */
			if (found.missing && !again)
				search(request, Date.now());
			else
				results.update(found);
		}, isCurrent);
	}

	async function search(request, again) {
		const number = ++latest;
		const isCurrent = () => number === latest;
		const isEmpty = requestIsEmpty(request);
		fillForm(page.form, request);
		page.more.hidden = page.beside.hidden = page.copy.hidden = true;
		page.conditions.dataset.any = Object.keys(REQUEST_NAMES).some(field => request[field]) ? 'any' : '';
		page.status.textContent = isEmpty ? '' : pageWords().searching;
		page.list.setAttribute('aria-busy', String(!isEmpty));
		if (isEmpty || !page.conditions.dataset.any)
			page.conditions.replaceChildren();
		page.facets.hidden = isEmpty;
		if (isEmpty) {
			page.list.replaceChildren();
			return;
		}
		try {
			const archive = await archiveNow(again);
			if (isCurrent())
				await run(archive, request, isCurrent, again);
		} catch {
			opening = null;
			if (isCurrent())
				page.status.textContent = pageWords().incomplete;
		}
	}

	function go(address) {
		try {
			history.pushState(null, '', address);
		} catch {
			return false;
		}
		search(requestOf(location.search));
		return true;
	}

	page.form.addEventListener('submit', event => {
		if (go(requestAddress(requestOf(new URLSearchParams(new FormData(page.form))), {})))
			event.preventDefault();
	});
	page.form.elements.namedItem('sort').addEventListener('change', () => page.form.requestSubmit());
	page.more.addEventListener('click', () => results.more());
	page.copy.addEventListener('click', async event => {
		if (!event.target.value)
			return;
		await later('export');
		exportResults(page, results.state, event.target.value);
	});
	page.form.elements.namedItem('q').addEventListener('input', async () => {
		await later('suggest');
		suggestStart(page, archiveNow, go);
	}, { once: true });
	window.addEventListener('popstate', () => search(requestOf(location.search)));
	search(requestOf(location.search));
	if (location.protocol === 'file:')
		later('frame_texts').catch(() => {});
}

document.addEventListener('DOMContentLoaded', async () => {
	if (!document.getElementById('search-form') || !document.getElementById('search-results'))
		return;
	if (!document.documentElement.lang.startsWith('zh'))
		await later('words_en').catch(() => {});
	searchStart();
});
