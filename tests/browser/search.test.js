#!/usr/bin/env node
// The search page over http and from disk, in Chromium and in Firefox with its policy for files as readers have it: what
// it finds against plain reading of all article pages, marks, narrowing, going back, missing files.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { readArticles } = require('./site.js');
const { inEveryWindow } = require('./windows.js');

const PATIENCE = 15000;
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// --- the truth: every article page, read plainly ---

const addressesWith = (articles, word) => articles
	.filter(({ texts }) => texts.some(text => text.includes(word))).map(({ address }) => address).sort();

// Words of two to six ideographs from all over the archive, each in at most ten articles, so that the page
// shows and checks them all.
function chooseWords(articles, count) {
	const words = new Set();
	for (let i = 0; words.size < count && i < 5000; i++) {
		const { texts } = articles[(i * 37) % articles.length];
		const text = texts[(i * 11) % texts.length];
		const word = text.substr((i * 53) % Math.max(1, text.length), 2 + (i % 5));
		if (/^[\u4e00-\u9fff]{2,}$/.test(word) && addressesWith(articles, word).length <= 10)
			words.add(word);
	}
	return [...words];
}

// --- what the page shows ---

const readPage = () => ({
	status: document.getElementById('search-status').textContent,
	items: Array.from(document.querySelectorAll('#search-results > li'), item => ({
		address: item.querySelector('a') ? item.querySelector('a').getAttribute('href') : '',
		text: item.innerText,
		marks: Array.from(item.querySelectorAll('mark'), mark => mark.textContent),
		done: item.querySelectorAll('p').length > 1,
	})),
	facets: Array.from(document.querySelectorAll('#search-facets a'), link => link.textContent),
});

async function waitFor(window, isReady, read = readPage) {
	let seen;
	for (let waited = 0; waited < PATIENCE; waited += 50) {
		seen = await window.evaluate(read.toString()).catch(() => null);
		if (seen && isReady(seen))
			return seen;
		await sleep(50);
	}
	throw new Error(`nothing more came: ${JSON.stringify(seen)}`);
}

const isSettled = page => /[篇。]$/.test(page.status) && page.items.every(item => item.done);

async function search(window, base, request) {
	await window.open(`${base}search/index.html?${new URLSearchParams(request)}`);
	return waitFor(window, isSettled);
}

const addressesOf = page => page.items.map(item => item.address.replace(/^\.\.\//, '').replace(/#.*/, '')).sort();

// --- the checks ---

async function findsWhatReadingFinds(window, base, articles) {
	for (const word of chooseWords(articles, 8)) {
		const page = await search(window, base, { q: word });
		const truth = addressesWith(articles, word);
		assert.deepStrictEqual(addressesOf(page), truth, word);
		assert.strictEqual(page.status, `找到 ${truth.length} 篇`, word);
		assert(page.items.every(item => item.marks.some(mark => mark.includes(word))), word);
	}
}

async function findsSingleCharactersAndExcludes(window, base, articles) {
	const both = addressesWith(articles, '的');
	let page = await search(window, base, { q: '的' });
	assert.strictEqual(page.status, `找到 ${both.length} 篇`);
	assert.strictEqual(page.items.length, Math.min(10, both.length));
	const word = chooseWords(articles, 1)[0];
	page = await search(window, base, { q: `${word} -${word.slice(0, 2)}` });
	assert.strictEqual(page.status, '没有找到。');
	page = await search(window, base, { q: `"${word}" ${word}` });
	assert.deepStrictEqual(addressesOf(page), addressesWith(articles, word));
}

async function narrowsByYear(window, base, articles) {
	const all = await search(window, base, { q: '年' });
	const year = all.facets[0].replace('年', '');
	const truth = addressesWith(articles, '年').filter(address => address.startsWith(`${year}/`));
	await window.evaluate(() => document.querySelector('#search-facets a').click());
	const page = await waitFor(window, seen => isSettled(seen) && seen.facets.length < all.facets.length);
	assert.strictEqual(page.status, `找到 ${truth.length} 篇`);
	assert(addressesOf(page).every(address => truth.includes(address)));
}

// The first person among the results shown: then every result's page names them with a link.
async function narrowsByPerson(window, base, articles, folder) {
	const all = await search(window, base, { q: '的' });
	const slug = await window.evaluate((() => {
		const link = Array.from(document.querySelectorAll('#search-facets a')).find(a => a.search.includes('person='));
		link.click();
		return new URLSearchParams(link.search).get('person');
	}).toString());
	const page = await waitFor(window, seen => isSettled(seen) && seen.status !== all.status);
	assert(page.items.length > 0);
	for (const address of addressesOf(page))
		assert(fs.readFileSync(path.join(folder, address), 'utf8').includes(`people/${slug}/`), `${address}: ${slug}`);
}

async function ordersByDate(window, base) {
	for (const [sort, sign] of [['newest', -1], ['oldest', 1]]) {
		const dated = addressesOf(await search(window, base, { q: '市', sort })).filter(a => /^\d/.test(a));
		const page = await window.evaluate(readPage.toString());
		const days = page.items.map(item => item.address.slice(3, 13)).filter(day => /^\d{4}/.test(day));
		assert.strictEqual(days.length, dated.length);
		assert.deepStrictEqual(days, [...days].sort((a, b) => sign * (a < b ? -1 : Number(a > b))), sort);
	}
}

// Opens the first result: its page marks the words.
async function marksInTheArticle(window, base, articles) {
	const word = chooseWords(articles, 3)[2];
	const page = await search(window, base, { q: word });
	await window.open(new URL(page.items[0].address, `${base}search/index.html`).href);
	const marks = await waitFor(window, seen => seen.length > 0,
		() => Array.from(document.querySelectorAll('mark'), mark => mark.textContent));
	assert(marks.join('').includes(word), `${word}: ${marks}`);
}

// A new search by the form, without a new page where the browser allows it; and back.
async function goesBack(window, base, articles) {
	const [first, second] = chooseWords(articles, 2);
	const before = await search(window, base, { q: first });
	await window.evaluate((word => {
		const form = document.getElementById('search-form');
		form.elements.namedItem('q').value = word;
		form.requestSubmit();
	}).toString(), second);
	const isOf = word => page => isSettled(page) && page.q === word;
	const read = () => ({
		status: document.getElementById('search-status').textContent,
		q: document.getElementById('search-form').elements.namedItem('q').value,
		address: new URLSearchParams(location.search).get('q'),
		items: Array.from(document.querySelectorAll('#search-results > li'), item => ({
			address: item.querySelector('a').getAttribute('href'), done: item.querySelectorAll('p').length > 1 })),
	});
	const after = await waitFor(window, isOf(second), read);
	assert.strictEqual(after.address, second);
	assert.deepStrictEqual(addressesOf(after), addressesWith(articles, second));
	await window.back();
	const again = await waitFor(window, isOf(first), read);
	assert.deepStrictEqual(addressesOf(again), addressesOf(before));
}

// A shard that is gone is said, and never "nothing found".
async function saysThatFilesAreMissing(window, base, articles, folder) {
	const word = chooseWords(articles, 1)[0];
	const moved = fs.readdirSync(path.join(folder, 'search'), { recursive: true }).map(String)
		.filter(file => /^[0-9a-f]{16}\/\d+\.js$/.test(file.split(path.sep).join('/')))
		.map(file => path.join(folder, 'search', file));
	moved.forEach(file => fs.renameSync(file, `${file}.away`));
	try {
		const page = await search(window, base, { q: word });
		assert(page.status.includes('索引不完整'), page.status);
		assert(!page.status.includes('没有找到'), page.status);
	} finally {
		moved.forEach(file => fs.renameSync(`${file}.away`, file));
	}
	if (window.faults)
		window.faults.length = 0;
}

const checks = [findsWhatReadingFinds, findsSingleCharactersAndExcludes, narrowsByYear, narrowsByPerson,
	ordersByDate, marksInTheArticle, goesBack, saysThatFilesAreMissing];

inEveryWindow(async (window, base, folder) => {
	const articles = readArticles(folder);
	const faults = [];
	for (const check of checks) {
		try {
			await check(window, base, articles, folder);
			assert.deepStrictEqual(window.faults || [], []);
		} catch (error) {
			faults.push(`${check.name}: ${error.message}`);
		}
	}
	return { faults, said: `${checks.length - faults.length} of ${checks.length} checks passed` };
});
