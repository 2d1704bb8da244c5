// The same measurements for Pagefind, where its program is installed in the folder PAGEFIND names; else nothing.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { serve, openChromium } = require('../browser/site.js');

// Indexes the article pages of a site by what stands in <article>, into a folder of its own.
function index(program, site, output) {
	fs.rmSync(output, { recursive: true, force: true });
	execFileSync(program, ['--site', site, '--output-path', output, '--root-selector', 'article', '--glob', '[0-9]*/**/*-*.html', '--force-language',
		'zh-cn'], { stdio: 'ignore' });
}

async function find(page, word) {
	return page.evaluate(async asked => {
		const start = performance.now();
		const { results } = await window.pagefind.search(asked);
		const first = results.length ? await results[0].data() : null;
		const time = performance.now() - start;
		const addresses = await Promise.all(results.map(async result => (await result.data()).raw_url || (await result.data()).url));
		return { time, first: Boolean(first), addresses };
	}, word);
}

async function measure({ site, siteWithMore, articles, words, say, median, kilobytes, filesOf, sizeOf, changedFiles }) {
	const program = path.join(process.env.PAGEFIND || 'none', 'node_modules/.bin/pagefind');
	if (!fs.existsSync(program))
		return say('pagefind', 'not installed');
	const folders = [path.join(site, '../pagefind'), path.join(site, '../pagefind-more')];
	index(program, site, folders[0]);
	index(program, siteWithMore, folders[1]);
	const files = filesOf(folders[0]);
	say('pagefind index', kilobytes(sizeOf(folders[0], files)), `${files.length} files`,
		`${Math.round(sizeOf(folders[0], files) / articles.length)} bytes an article`);
	const changed = changedFiles(folders[0], folders[1]);
	say('pagefind, one more issue writes', `${changed.length} files`, kilobytes(sizeOf(folders[1], changed)));
	const browser = await openChromium();
	if (!browser)
		return say('pagefind', 'no Chromium here');
	const server = await serve(folders[0]);
	let wanted = 0, missed = 0, bytes = 0;
	const times = [], loaded = [];
	for (const word of words) {
		const page = await (await browser.newContext()).newPage();
		bytes = 0;
		page.on('response', async response => { bytes += (await response.body().catch(() => '')).length; });
		await page.goto(`${server.base}none.html`);
		await page.evaluate(async base => { window.pagefind = await import(`${base}pagefind.js`); await window.pagefind.init(); }, server.base);
		const { time, addresses } = await find(page, word);
		const found = new Set(addresses.map(address => decodeURIComponent(address).replace(/^\//, '')));
		const truth = articles.filter(({ texts }) => texts.some(text => text.includes(word)));
		wanted += truth.length;
		missed += truth.filter(({ address }) => !found.has(address)).length;
		times.push(time);
		loaded.push(bytes);
		await page.context().close();
	}
	say(`pagefind, ${words.length} words of 4 characters`, `recall ${(1 - missed / wanted).toFixed(4)} of ${wanted}`,
		`first result ${median(times).toFixed()} ms`, `all loaded ${kilobytes(median(loaded))}`);
	server.close();
	return browser.close();
}

module.exports = { measure };
