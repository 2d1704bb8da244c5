// search.js SITE SITE-WITH-ONE-MORE-ISSUE: prints what searching the site finds, loads and takes. Called by search.sh.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { serve, openChromium, readArticles } = require('../browser/site.js');
const { loadScripts, openArchive, searchHits } = require('../search/world.js');
const pagefind = require('./pagefind.js');

const PARTS = Number(process.env.PARTS || 2000);
const PROGRAM_PARTS = Number(process.env.PROGRAM_PARTS || 200);
const WINDOW_PARTS = Number(process.env.WINDOW_PARTS || 30);
const SHOWN = 10;
const [site, siteWithMore] = process.argv.slice(2);

let seed = 7;
function chance(below) {
	seed = (seed * 48271) % 2147483647;
	return seed % below;
}

const sorted = numbers => [...numbers].sort((a, b) => a - b);
const median = numbers => sorted(numbers)[Math.floor(numbers.length / 2)];
const kilobytes = bytes => `${(bytes / 1024).toFixed(1)} KB`;
const say = (what, ...values) => console.log(`${what.padEnd(44)}${values.join(', ')}`);

function parts(articles, count, least, most, pattern = /[\p{L}\p{M}\p{N}]/u) {
	const chosen = [];
	while (chosen.length < count) {
		const { texts } = articles[chance(articles.length)];
		const characters = [...texts[chance(texts.length)]];
		const start = chance(characters.length);
		const part = characters.slice(start, start + least + chance(most - least + 1)).join('').trim();
		if (pattern.test(part) && !/\s[-\uff0d\u2212]\S/.test(part))
			chosen.push(part);
	}
	return chosen;
}

function filesOf(folder) {
	return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
		.map(entry => path.relative(folder, path.join(entry.parentPath || entry.path, entry.name)));
}

const sizeOf = (folder, files) => files.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0);

// Files of `after` that are not in `before` byte by byte.
function changedFiles(before, after) {
	return filesOf(after).filter(file => !fs.existsSync(path.join(before, file)) ||
		!fs.readFileSync(path.join(before, file)).equals(fs.readFileSync(path.join(after, file))));
}

// --- what is found ---

function plain(world, fold, text) {
	return world.foldText(fold, text).text.replace(/[ \n]/g, '');
}

// The same texts are checked against part after part: each is folded once.
function rememberFolded(world) {
	const { foldText } = world, known = new Map();
	world.foldText = (fold, text) => {
		if (!known.has(text))
			known.set(text, foldText(fold, text));
		return known.get(text);
	};
}

// Every article whose text has the part must be found; what is shown must have each run of the part.
async function scriptsFind(world, archive, articles) {
	const texts = new Map(articles.map(article => [article.address, article.texts]));
	let wanted = 0, missed = 0, shown = 0, wrong = 0;
	for (const part of parts(articles, PARTS, 1, 12)) {
		const request = { q: part, from: '', to: '', sort: '' };
		const hits = await searchHits(world, archive, request);
		const addresses = new Map(await Promise.all(hits.map(async hit =>
			[(await world.issueEntryArticle(archive.read, hit.issue, hit.number)).address, hit])));
		for (const article of articles)
			if (article.texts.some(text => text.includes(part))) {
				wanted++;
				missed += !addresses.has(article.address) || !world.checkTexts(article.texts, request.query, archive.fold);
			}
		const runs = part.split(/[^\p{L}\p{M}\p{N}]+/u).map(run => plain(world, archive.fold, run)).filter(Boolean);
		let left = SHOWN;
		for (const address of addresses.keys()) {
			if (!left || !world.checkTexts(texts.get(address), request.query, archive.fold))
				continue;
			left--;
			shown++;
			wrong += !runs.every(run => texts.get(address).some(text => plain(world, archive.fold, text).includes(run)));
		}
	}
	say(`scripts, ${PARTS} parts of 1 to 12`, `recall ${(1 - missed / wanted).toFixed(4)} of ${wanted}`,
		`precision ${(1 - wrong / shown).toFixed(4)} of ${shown} shown`);
}

function programFinds(articles) {
	let wanted = 0, missed = 0;
	for (const part of parts(articles, PROGRAM_PARTS, 2, 12)) {
		const truth = articles.filter(({ texts }) => texts.some(text => text.includes(part)));
		const answer = JSON.parse(execFileSync(process.env.BACKFILE,
			['search', '--json', '--limit', '100000', '--site', site, '--', part], { maxBuffer: 1 << 28 }));
		const found = new Set(answer.articles.map(article => article.address));
		wanted += truth.length;
		missed += truth.filter(article => !found.has(article.address)).length;
	}
	say(`backfile search, ${PROGRAM_PARTS} parts of 2 to 12`, `recall ${(1 - missed / wanted).toFixed(4)} of ${wanted}`);
}

// --- what is loaded ---

async function bytesLoaded(world, words) {
	const index = [], pages = [];
	for (const word of words) {
		const archive = await openArchive(world, site);
		archive.read.bytes = 0;
		const request = { q: word, from: '', to: '', sort: '' };
		let page = 0;
		for (const hit of (await searchHits(world, archive, request)).slice(0, SHOWN)) {
			const { address } = await world.issueEntryArticle(archive.read, hit.issue, hit.number);
			page += fs.statSync(path.join(site, address)).size;
		}
		index.push(archive.read.bytes);
		pages.push(page);
	}
	say('index for 4 characters, cold, raw', `median ${kilobytes(median(index))}`, `most ${kilobytes(Math.max(...index))}`);
	say('  and the pages of ten results', `median ${kilobytes(median(pages))}`);
}

function fixedBytes() {
	const page = fs.readFileSync(path.join(site, 'search/index.html'), 'utf8');
	const scripts = [...page.matchAll(/<script defer src="\.\.\/([^"]+)"/g)].map(match => match[1]);
	const manifest = fs.statSync(path.join(site, 'search/manifest.js')).size;
	say('scripts and manifest, raw', kilobytes(sizeOf(site, scripts) + manifest), `${scripts.length} scripts`);
}

function indexSize(articles) {
	const files = filesOf(path.join(site, 'search')).filter(file => !file.startsWith('client') && file !== 'index.html');
	const bytes = sizeOf(path.join(site, 'search'), files);
	say('index', kilobytes(bytes), `${files.length} files`, `${Math.round(bytes / articles.length)} bytes an article`);
	const changed = changedFiles(path.join(site, 'search'), path.join(siteWithMore, 'search'));
	say('one more issue writes', `${changed.length} files`, kilobytes(sizeOf(path.join(siteWithMore, 'search'), changed)));
}

// --- the time it takes ---

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
			return resolve([first, performance.now() - start]);
		return requestAnimationFrame(look);
	};
	look();
});

const timeOpen = () => new Promise(resolve => {
	const look = () => {
		const item = document.querySelector('#search-results .search-snippet');
		return item ? resolve(performance.now()) : requestAnimationFrame(look);
	};
	look();
});

async function timeTaken(base, words) {
	const browser = await openChromium();
	if (!browser)
		return say('time', 'no Chromium here');
	const page = await browser.newPage();
	await page.goto(`${base}search/index.html`);
	const warm = [];
	for (const word of words.concat(words))
		warm.push(await page.evaluate(timeSearch, word));
	const again = warm.slice(words.length);
	say('Chromium http, first result', `new words median ${median(warm.slice(0, words.length).map(([first]) => first)).toFixed()} ms`,
		`seen words ${median(again.map(([first]) => first)).toFixed()} ms`, `all ten ${median(again.map(([, all]) => all)).toFixed()} ms`);
	const cold = [];
	for (const word of words) {
		const fresh = await (await browser.newContext()).newPage();
		await fresh.goto(`file://${site}/search/index.html?q=${encodeURIComponent(word)}`);
		cold.push(await fresh.evaluate(timeOpen));
		await fresh.context().close();
	}
	say('Chromium disk, cold, first snippet', `median ${median(cold).toFixed()} ms`, `most ${Math.max(...cold).toFixed()} ms`);
	return browser.close();
}

async function main() {
	const articles = readArticles(site);
	const world = loadScripts();
	const archive = await openArchive(world, site);
	const words = parts(articles, WINDOW_PARTS, 4, 4, /^[\u4e00-\u9fff]{4}$/);
	say('articles', articles.length);
	fixedBytes();
	indexSize(articles);
	await bytesLoaded(world, words);
	const server = await serve(site);
	await timeTaken(server.base, words);
	rememberFolded(world);
	await scriptsFind(world, archive, articles);
	programFinds(articles);
	await pagefind.measure({ site, siteWithMore, articles, words, say, median, kilobytes, filesOf, sizeOf, changedFiles });
	server.close();
}

main();
