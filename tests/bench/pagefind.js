// The same measurements for Pagefind, where its program is installed in the folder PAGEFIND names; else nothing.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { serve, openChromium } = require('../browser/site.js');

const BATCH = 50, SHOWN = 10;

// Indexes the article pages of a site by what stands in <article>, into a folder of its own.
function index(program, site, output) {
	fs.rmSync(output, { recursive: true, force: true });
	execFileSync(program, ['--site', site, '--output-path', output, '--root-selector', 'article', '--glob', '[0-9]*/**/*-*.html', '--force-language',
		'zh-cn'], { stdio: 'ignore' });
}

// In the page: the results of each, by their names.
async function searchInPage(batch) {
	const answers = [];
	for (const typed of batch)
		answers.push((await window.pagefind.search(typed)).results.map(result => result.id));
	return answers;
}

// The address of the article that each fragment, a gzipped JSON behind a mark, is of.
function addressesOf(folder) {
	const fragments = path.join(folder, 'fragment');
	return new Map(fs.readdirSync(fragments).map(name => {
		const text = zlib.gunzipSync(fs.readFileSync(path.join(fragments, name))).toString('utf8');
		const { url } = JSON.parse(text.slice(text.indexOf('{')));
		return [name.replace(/\..*/, ''), url.replace(/^\//, '')];
	}));
}

async function openPage(browser, base, hear) {
	const page = await (await browser.newContext()).newPage();
	page.on('response', hear);
	await page.goto(`${base}pagefind-entry.json`);
	await page.evaluate(async address => { window.pagefind = await import(`${address}pagefind.js`); await window.pagefind.init(); }, base);
	return page;
}

// Each word in a browser that has seen nothing: the time to the first result, and what was loaded.
async function timeWords(browser, base, words) {
	const times = [], loaded = [];
	for (const word of words) {
		const bodies = [];
		const page = await openPage(browser, base, response => bodies.push(response.body().catch(() => '')));
		times.push(await page.evaluate(async typed => {
			const start = performance.now();
			const { results } = await window.pagefind.search(typed);
			await results[0]?.data();
			return performance.now() - start;
		}, word));
		loaded.push((await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0));
		await page.context().close();
	}
	return { times, loaded };
}

async function find(browser, base, parts, addresses, tell) {
	const page = await openPage(browser, base, () => {}), answers = [];
	for (let i = 0; i < parts.length; i += BATCH) {
		for (const names of await page.evaluate(searchInPage, parts.slice(i, i + BATCH).map(({ typed }) => typed))) {
			const found = names.map(name => addresses.get(name));
			answers.push({ found, shown: found.slice(0, SHOWN), count: found.length });
		}
		tell(answers.length);
	}
	await page.context().close();
	return answers;
}

// It is for comparison only: what it misses is no fault of ours.
async function measure({ site, siteWithMore, articles, words, parts, truth, say, sayJudged, judge, median, kilobytes, filesOf, sizeOf,
	changedFiles, progress }) {
	const program = path.join(process.env.PAGEFIND || 'none', 'node_modules/.bin/pagefind');
	if (!fs.existsSync(program)) {
		say('pagefind', 'not installed');
		return true;
	}
	const folders = [path.join(site, '../pagefind'), path.join(site, '../pagefind-more')];
	index(program, site, folders[0]);
	index(program, siteWithMore, folders[1]);
	const files = filesOf(folders[0]);
	say('pagefind index', kilobytes(sizeOf(folders[0], files)), `${files.length} files`,
		`${Math.round(sizeOf(folders[0], files) / articles.length)} bytes an article`);
	const changed = changedFiles(folders[0], folders[1]);
	say('pagefind, one more issue writes', `${changed.length} files`, kilobytes(sizeOf(folders[1], changed)));
	const browser = await openChromium();
	if (!browser) {
		say('pagefind', 'no Chromium here');
		return true;
	}
	const server = await serve(folders[0]);
	const { times, loaded } = await timeWords(browser, server.base, words);
	say('pagefind, 4 characters, cold http', `first result median ${median(times).toFixed()} ms`, `loaded ${kilobytes(median(loaded))}`);
	const answers = await find(browser, server.base, parts, addressesOf(folders[0]), progress('pagefind', parts.length));
	sayJudged(`pagefind, ${parts.length} parts`, judge(parts, answers, truth));
	server.close();
	await browser.close();
	return true;
}

module.exports = { measure };
