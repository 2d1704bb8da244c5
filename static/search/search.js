'use strict';

/* The search page: a plain GET form whose address is the search. With this script the page stays and the
 * results change; without pushState, or when the browser refuses it, the browser loads the page
 * anew and the address says the rest. */

function searchPage() {
	const page = {
		form: document.getElementById('search-form'),
		status: document.getElementById('search-status'),
		list: document.getElementById('search-results'),
		facets: document.getElementById('search-facets'),
		more: textElement('button', 'search-more', pageWords().more),
	};
	page.more.type = 'button';
	page.more.hidden = true;
	page.list.after(page.more);
	return page;
}

/* The request of an address: "?q=...&from=..." */
function requestOf(address) {
	const parameters = new URLSearchParams(address);
	const request = {};
	for (const name of ['q', 'from', 'to', 'person', 'tag', 'sort'])
		request[name] = (parameters.get(name) || '').trim();
	return request;
}

function requestIsEmpty(request) {
	return !['q', 'from', 'to', 'person', 'tag'].some(name => request[name]);
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
	for (const [name, value] of Object.entries(request)) {
		const field = form.elements.namedItem(name);
		if (field)
			field.value = fieldValue(field, value);
	}
}

/* The archive as its index describes it. `again` passes by what the browser has kept. */
async function archiveOpen(read, again) {
	const manifest = await read(again ? `manifest.js?${again}` : 'manifest.js');
	return { read, manifest, fold: foldOpen(await read(manifest.fold)) };
}

function searchStart() {
	const page = searchPage();
	const read = indexReader();
	let opening = null; /* a promise of the archive */
	let latest = 0; /* number of the latest search: older ones stop */
	let results = null;

	async function search(request, again) {
		const number = ++latest;
		const isCurrent = () => number === latest;
		fillForm(page.form, request);
		page.facets.replaceChildren();
		page.list.replaceChildren();
		page.more.hidden = true;
		page.status.textContent = requestIsEmpty(request) ? '' : pageWords().searching;
		if (requestIsEmpty(request))
			return;
		try {
			opening = again || !opening ? archiveOpen(read, again) : opening;
			const archive = await opening;
			if (!isCurrent())
				return;
			request.query = requestQuery(request, archive.fold);
			results = resultsOpen(page, archive, request, isCurrent);
			await searchAll(archive, request, found => {
				/* Perhaps the site was built anew since the manifest was read: once more. */
				if (found.missing && !again)
					search(request, Date.now());
				else
					results.update(found);
			}, isCurrent);
		} catch {
			opening = null;
			if (isCurrent())
				page.status.textContent = pageWords().incomplete;
		}
	}

	page.form.addEventListener('submit', event => {
		const request = requestOf(new URLSearchParams(new FormData(page.form)));
		try {
			history.pushState(null, '', requestAddress(request, {}));
		} catch {
			return;
		}
		event.preventDefault();
		search(request);
	});
	const sort = page.form.elements.namedItem('sort');
	if (sort)
		sort.addEventListener('change', () => page.form.requestSubmit());
	page.more.addEventListener('click', () => results.more());
	window.addEventListener('popstate', () => search(requestOf(location.search)));
	search(requestOf(location.search));
}

document.addEventListener('DOMContentLoaded', () => {
	if (document.getElementById('search-form') && document.getElementById('search-results'))
		searchStart();
});
