// How long the search page takes in Chromium, for each of some words.
'use strict';

// In the page: searches for a word and answers the milliseconds until the first result has its title, and until all have
// their snippets.
const timeSearch = word => new Promise(resolve => {
	const form = document.getElementById('search-form'), list = document.getElementById('search-results');
	list.replaceChildren();
	const start = performance.now();
	let first = 0;
	form.elements.namedItem('q').value = word;
	form.requestSubmit();
	const look = () => {
		first = first || (list.querySelector('li a') ? performance.now() - start : 0);
		if (first && list.getAttribute('aria-busy') === 'false')
			return resolve({ first, all: performance.now() - start });
		return requestAnimationFrame(look);
	};
	look();
});

// In a page before its own scripts: notes when the first result has its title, and when its snippet.
const watchFirst = () => {
	const seen = name => document.querySelector(`#search-results ${name}`);
	const watch = new MutationObserver(() => {
		if (!window.firstTitle && seen('li a'))
			window.firstTitle = performance.now();
		if (!window.firstSnippet && seen('.search-snippet'))
			window.firstSnippet = performance.now();
	});
	watch.observe(document, { childList: true, subtree: true });
};

// All words one after the other in one page, twice: [times of the first round, of the second].
async function timeSearches(browser, base, words) {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`${base}search/index.html`);
	const rounds = [[], []];
	for (const round of rounds)
		for (const word of words)
			round.push(await page.evaluate(timeSearch, word));
	await page.context().close();
	return rounds;
}

// Each word by its address, in a browser that has seen nothing of the site.
async function timeOpening(browser, base, words) {
	const times = [];
	for (const word of words) {
		const page = await (await browser.newContext()).newPage();
		await page.addInitScript(watchFirst);
		await page.goto(`${base}search/index.html?q=${encodeURIComponent(word)}`);
		await page.waitForFunction(() => window.firstSnippet);
		times.push(await page.evaluate(() => ({ first: window.firstTitle, snippet: window.firstSnippet })));
		await page.context().close();
	}
	return times;
}

module.exports = { timeSearches, timeOpening };
