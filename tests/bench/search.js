// search.js SITE SITE-WITH-ONE-MORE-ISSUE [MEASURE ...]: prints what searching the site finds, loads and takes: all of it, or
// the measures named (see `measures`). Called by search.sh. Ends with 1 where anything is
// missed, shown wrongly or counted wrongly.
'use strict';

const fs = require('fs');
const path = require('path');
const { serve, openChromium, readArticles } = require('../browser/site.js');
const { openChromiumWindow } = require('../browser/windows.js');
const { loadScripts, openArchive, searchHits } = require('../search/world.js');
const { openFirefox } = require('../support/marionette.js');
const pagefind = require('./pagefind.js');
const { drawParts, askedAs, openTruth } = require('./search_truth.js');
const { byProgram, byWindow, SHOWN } = require('./search_ways.js');
const { timeOpening, timeSearches } = require('./search_times.js');

const PARTS = Number(process.env.PARTS || 2000);
const LONGEST = 12;
const WORDS = Number(process.env.WORDS || 30);

const sorted = numbers => [...numbers].sort((a, b) => a - b);
const median = numbers => sorted(numbers)[Math.floor(numbers.length / 2)];
const kilobytes = bytes => `${(bytes / 1024).toFixed(1)} KB`;
const say = (what, ...values) => console.log(`${what.padEnd(36)}${values.join(', ')}`);

// Says on standard error how far a long work is, ten times in all.
function progress(what, count) {
	let next = count / 10;
	return done => {
		if (done < next)
			return;
		next += count / 10;
		console.error(`  ${what}: ${done} of ${count}`);
	};
}

// --- what is found ---

// Answers against plain reading: {wanted, missed, shown, wrong, counted, miscounted}, and the first faults as lines.
function judge(parts, answers, truth) {
	const sum = { wanted: 0, missed: 0, shown: 0, wrong: 0, counted: 0, miscounted: 0, faults: [] };
	parts.forEach(({ part, typed, quoted }, i) => {
		const { found, shown, count } = answers[i], wanted = truth.wanted(part), allowed = truth.allowed(part, quoted);
		const has = new Set(found);
		const missed = [...wanted].filter(address => !has.has(address));
		const wrong = shown.filter(address => !allowed.has(address));
		sum.wanted += wanted.size;
		sum.missed += missed.length;
		sum.shown += shown.length;
		sum.wrong += wrong.length;
		sum.counted += count !== null;
		const miscounted = count !== null && count !== found.length;
		sum.miscounted += miscounted;
		if (missed.length || wrong.length || miscounted)
			sum.faults.push(`${JSON.stringify(typed)}: missed ${missed.slice(0, 3)}; wrong ${wrong.slice(0, 3)}; count ${count} of ${found.length}`);
	});
	return sum;
}

function sayJudged(what, sum) {
	say(what, `recall ${(1 - sum.missed / sum.wanted).toFixed(4)} of ${sum.wanted}`,
		`precision ${(1 - sum.wrong / sum.shown).toFixed(4)} of ${sum.shown} shown`,
		`${sum.counted} counted exactly, ${sum.miscounted} of these wrong`);
}

// Whether nothing was amiss.
function report(what, sum) {
	sayJudged(what, sum);
	sum.faults.slice(0, 10).forEach(fault => console.log(`  ${fault}`));
	return !sum.faults.length;
}

// The address of each article by the folder of names of its segment and its number there.
async function addressBook(world, archive) {
	const book = new Map();
	for (const { names } of archive.manifest.segments) {
		const addresses = [];
		for (const entry of await world.issueEntriesRead(archive.read, names))
			for (let i = 0; i < entry.count; i++)
				addresses.push((await world.issueEntryArticle(archive.read, entry, entry.first + i)).address);
		book.set(names, addresses);
	}
	return (names, number) => book.get(names)[number];
}

async function windowFinds({ parts, truth, world, archive }, name, open, base) {
	const window = await open();
	if (!window) {
		say(name, 'not here');
		return true;
	}
	const asked = parts.map(({ typed }) => typed);
	const answers = await byWindow(window, base, asked, await addressBook(world, archive), progress(name, asked.length));
	await window.close();
	return report(`${name}, ${parts.length} parts`, judge(parts, answers, truth));
}

async function programFinds({ site, parts, truth }) {
	const answers = await byProgram(site, parts.map(({ typed }) => typed), progress('backfile search', parts.length));
	return report(`backfile search, ${parts.length} parts`, judge(parts, answers, truth));
}

// --- what is loaded ---

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

async function bytesLoaded({ site, world, words }) {
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

function fixedBytes(site) {
	const page = fs.readFileSync(path.join(site, 'search/index.html'), 'utf8');
	const scripts = [...page.matchAll(/<script defer src="\.\.\/([^"]+)"/g)].map(match => match[1]);
	const manifest = fs.statSync(path.join(site, 'search/manifest.js')).size;
	say('scripts and manifest, raw', kilobytes(sizeOf(site, scripts) + manifest), `${scripts.length} scripts`);
}

function indexSize({ site, siteWithMore, articles }) {
	const files = filesOf(path.join(site, 'search')).filter(file => !file.startsWith('client') && file !== 'index.html');
	const bytes = sizeOf(path.join(site, 'search'), files);
	say('index', kilobytes(bytes), `${files.length} files`, `${Math.round(bytes / articles.length)} bytes an article`);
	const changed = changedFiles(path.join(site, 'search'), path.join(siteWithMore, 'search'));
	say('one more issue writes', `${changed.length} files`, kilobytes(sizeOf(path.join(siteWithMore, 'search'), changed)));
}

async function bytesOf(bench) {
	fixedBytes(bench.site);
	indexSize(bench);
	await bytesLoaded(bench);
	return true;
}

// --- the time it takes ---

const milliseconds = times => `median ${median(times).toFixed()} ms, most ${Math.max(...times).toFixed()} ms`;

async function timeTaken({ site, server, words }) {
	const browser = await openChromium();
	if (!browser) {
		say('time', 'no Chromium here');
		return true;
	}
	const [fresh, again] = await timeSearches(browser, server.base, words);
	say('Chromium http, first result', `new words ${milliseconds(fresh.map(({ first }) => first))}`);
	say('', `seen words ${milliseconds(again.map(({ first }) => first))}`);
	say('', `ten with snippets ${milliseconds(again.map(({ all }) => all))}`);
	const cold = await timeOpening(browser, `file://${site}/`, words);
	say('Chromium disk, cold, first result', milliseconds(cold.map(({ first }) => first)));
	say('', `first snippet ${milliseconds(cold.map(({ snippet }) => snippet))}`);
	await browser.close();
	return true;
}

// --- all of it ---

const pagefindFinds = bench => pagefind.measure({ ...bench, say, sayJudged, judge, median, kilobytes, filesOf, sizeOf, changedFiles, progress });

const measures = {
	bytes: bytesOf,
	time: timeTaken,
	program: programFinds,
	'chromium-http': bench => windowFinds(bench, 'Chromium http', openChromiumWindow, bench.server.base),
	'chromium-disk': bench => windowFinds(bench, 'Chromium disk', openChromiumWindow, `file://${bench.site}/`),
	'firefox-disk': bench => windowFinds(bench, 'Firefox disk', openFirefox, `file://${bench.site}/`),
	pagefind: pagefindFinds,
};

async function main() {
	const [site, siteWithMore, ...named] = process.argv.slice(2);
	const articles = readArticles(site), world = loadScripts();
	const archive = await openArchive(world, site);
	const parts = drawParts(articles, PARTS, 1, LONGEST).map((part, i) => ({ part, ...askedAs(part, i) }));
	const bench = { site, siteWithMore, articles, world, archive, parts, server: await serve(site),
		words: drawParts(articles, WORDS, 4, 4, /^[\u4e00-\u9fff]{4}$/),
		truth: openTruth(articles, archive.fold.table) };
	say('articles', articles.length);
	let good = true;
	for (const name of named.length ? named : Object.keys(measures))
		good = await measures[name](bench) && good;
	bench.server.close();
	process.exit(good ? 0 : 1);
}

main().catch(error => {
	console.error(error);
	process.exit(1);
});
