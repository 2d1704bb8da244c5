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
	conditions: document.getElementById('search-conditions').textContent,
	busy: document.getElementById('search-results').getAttribute('aria-busy') === 'true',
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

const isSettled = page => /[篇。]$/.test(page.status) && !page.busy && page.items.every(item => item.done);
const hasFacets = page => isSettled(page) && page.facets.length > 0;

async function search(window, base, request) {
	await window.open(`${base}search/index.html?${new URLSearchParams(request)}`);
	return waitFor(window, isSettled);
}

const addressesOf = page => page.items.map(item => item.address.replace(/^\.\.\//, '').replace(/#.*/, '')).sort();

// --- the checks ---

async function findsWhatReadingFinds(window, base, articles) {
	for (const word of chooseWords(articles, 5)) {
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

async function findsAlternativesAndPoints(window, base, articles) {
	const [one, other] = chooseWords(articles, 2);
	let page = await search(window, base, { q: `${one} OR ${other}` });
	const either = new Set([...addressesWith(articles, one), ...addressesWith(articles, other)]);
	assert.strictEqual(page.status, `找到 ${either.size} 篇`);
	page = await search(window, base, { q: '.5' });
	assert(page.items.every(item => item.marks.some(mark => /^[.．]5$/.test(mark))), JSON.stringify(page.items));
}

// Years, then the months of one.
async function narrowsByYearAndMonth(window, base, articles) {
	await search(window, base, { q: '年' });
	const all = await waitFor(window, hasFacets);
	const year = all.facets[0].replace('年', '');
	const truth = addressesWith(articles, '年').filter(address => address.startsWith(`${year}/`));
	await window.evaluate(() => document.querySelector('#search-facets a').click());
	let page = await waitFor(window, seen => hasFacets(seen) && seen.facets[0] !== all.facets[0]);
	assert.strictEqual(page.status, `找到 ${truth.length} 篇`);
	assert(addressesOf(page).every(address => truth.includes(address)));
	const month = page.facets[0].match(/年(\d+)月/)[1].padStart(2, '0');
	await window.evaluate(() => document.querySelector('#search-facets a').click());
	const before = `${year}/${month}/`;
	page = await waitFor(window, seen => isSettled(seen) && addressesOf(seen).every(address => address.startsWith(before)));
	assert.strictEqual(page.status, `找到 ${truth.filter(address => address.startsWith(before)).length} 篇`);
}

// The first person among the results shown: then every result's page names them with a link.
async function narrowsByPerson(window, base, articles, folder) {
	const all = await search(window, base, { q: '的' });
	await waitFor(window, hasFacets);
	const slug = await window.evaluate((() => {
		const link = Array.from(document.querySelectorAll('#search-facets a')).find(a => a.search.includes('person='));
		link.click();
		return new URLSearchParams(link.search).get('person');
	}).toString());
	const page = await waitFor(window, seen => isSettled(seen) && seen.status !== all.status && seen.conditions);
	assert(page.items.length > 0);
	assert(/^人物：[^a-z]+ 取消此条件$/.test(page.conditions), page.conditions);
	for (const address of addressesOf(page))
		assert(fs.readFileSync(path.join(folder, address), 'utf8').includes(`people/${slug}/`), `${address}: ${slug}`);
}

// Counts of pages and kinds are of all results: each link leads to as many.
async function countsPagesAndKinds(window, base) {
	await search(window, base, { q: '市' });
	await waitFor(window, hasFacets);
	await window.evaluate(() => { document.querySelector('#search-facets details').open = true; });
	const read = () => Array.from(document.querySelectorAll('#search-facets details li'), item =>
		({ address: item.querySelector('a').href, count: item.lastChild.textContent.trim() }));
	const links = await waitFor(window, seen => seen.some(link => link.address.includes('kind=')), read);
	for (const name of ['page', 'kind']) {
		const { address, count } = links.find(link => link.address.includes(`${name}=`));
		await window.open(address);
		const page = await waitFor(window, isSettled);
		assert.strictEqual(page.status, `找到 ${count} 篇`, address);
	}
}

// By pinyin and initials, chosen by keys: the field names the option that is active.
async function suggestsWhileTyping(window, base, articles, folder) {
	const [file] = fs.readdirSync(path.join(folder, 'search')).filter(name => name.startsWith('suggest-'));
	const names = JSON.parse(fs.readFileSync(path.join(folder, 'search', file), 'utf8').slice('backfile('.length, -2));
	const [name, slug, readings] = names.people[0];
	await window.open(`${base}search/index.html`);
	const read = () => {
		const active = document.getElementById('q').getAttribute('aria-activedescendant');
		return {
			expanded: document.getElementById('q').getAttribute('aria-expanded') === 'true',
			options: Array.from(document.querySelectorAll('[role=option]'), option => option.lastChild.textContent),
			active: active ? document.getElementById(active).lastChild.textContent : '',
		};
	};
	const type = (text, keys) => {
		const field = document.getElementById('q');
		field.focus();
		field.value = text;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		for (const key of keys)
			field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	};
	for (const typed of readings.split(' ')) {
		await window.evaluate(type.toString(), typed, []);
		const seen = await waitFor(window, page => page.expanded && page.options.includes(name), read);
		assert.strictEqual(seen.active, '');
		await window.evaluate(type.toString(), '', ['Escape']);
		await waitFor(window, page => !page.expanded, read);
	}
	await window.evaluate(type.toString(), name, []);
	const { options } = await waitFor(window, page => page.expanded && page.options.includes(name), read);
	const downs = Array(options.indexOf(name) + 1).fill('ArrowDown');
	await window.evaluate(type.toString(), name, downs);
	assert.strictEqual((await window.evaluate(read.toString())).active, name);
	await window.evaluate(type.toString(), name, ['Enter']);
	const page = await waitFor(window, seen => isSettled(seen) && seen.items.length > 0);
	assert.strictEqual(await window.evaluate((() => new URLSearchParams(location.search).get('person')).toString()), slug);
	assert(addressesOf(page).length > 0);
}

// One character otherwise finds what is meant, and says so.
async function findsWithOneWrongCharacter(window, base, articles) {
	const word = chooseWords(articles, 40).find(text => text.length >= 4);
	const wrong = `${word[0]}龘${word.slice(2)}`;
	const page = await search(window, base, { q: wrong });
	assert(page.status.startsWith(`没有与“${wrong}”一字不差的文章，也搜索了“`), page.status);
	assert(page.status.includes(`“${word}”`), page.status);
	const truth = addressesWith(articles, word);
	assert(truth.every(address => addressesOf(page).includes(address)), page.status);
}

// Words that the archive has both with a character and with another that is often taken for it, the first in few articles.
function chooseAlike(articles, pairs) {
	const ideograph = /^[\u4e00-\u9fff]$/;
	for (let i = 0; i < pairs.length; i += 2)
		for (const { texts } of articles)
			for (const text of texts)
				for (let at = text.indexOf(pairs[i]); at >= 0; at = text.indexOf(pairs[i], at + 1)) {
					const word = text.slice(at, at + 2), other = pairs[i + 1] + word[1];
					if (ideograph.test(word[1]) && addressesWith(articles, word).length <= 3 && addressesWith(articles, other).length)
						return [word, other];
				}
	throw new Error('the archive has no two words alike');
}

// Few results have a link to what differs by a character that is often taken for another.
async function offersWhatIsWrittenAlike(window, base, articles, folder) {
	const [file] = fs.readdirSync(path.join(folder, 'search')).filter(name => name.startsWith('confusions-'));
	const { pairs } = JSON.parse(fs.readFileSync(path.join(folder, 'search', file), 'utf8').slice('backfile('.length, -2));
	const [word, other] = chooseAlike(articles, [...pairs]);
	await search(window, base, { q: word });
	const read = () => Array.from(document.querySelectorAll('.search-beside:not([hidden]) a'), link => link.textContent);
	assert((await waitFor(window, links => links.length, read)).includes(other), `${word}: ${other}`);
	await window.evaluate((text => Array.from(document.querySelectorAll('.search-beside a'))
		.find(link => link.textContent === text).click()).toString(), other);
	const page = await waitFor(window, seen => isSettled(seen) && seen.items.some(item => item.marks.includes(other)));
	assert.strictEqual(page.status, `找到 ${addressesWith(articles, other).length} 篇`);
}

// Nothing at all: no ways to narrow, but ways on, the first without the dates that were asked for.
async function helpsWhereNothingIsFound(window, base) {
	await search(window, base, { q: '鼉鼈', from: '2022-01-01' });
	const read = () => ({
		links: Array.from(document.querySelectorAll('.search-beside:not([hidden]) a'), link => link.getAttribute('href')),
		facets: document.getElementById('search-facets').hidden,
	});
	const { links, facets } = await waitFor(window, seen => seen.links.length, read);
	assert(facets);
	assert.deepStrictEqual([...new URL(links[0], `${base}search/`).searchParams], [['q', '鼉鼈']]);
	assert.deepStrictEqual(links.slice(1), ['../people/index.html', '../tags/index.html', '../index.html#years']);
}

// Every result has a link with words, also of an article without a title.
async function linksToArticlesWithoutTitle(window, base, articles) {
	const bare = articles.find(({ title, texts }) => !title && texts[0].length > 8);
	const page = await search(window, base, { q: `"${bare.texts[0].slice(0, 12)}"` });
	assert(addressesOf(page).includes(bare.address));
	const links = await window.evaluate((() => Array.from(document.querySelectorAll('#search-results h3 a'), link => link.textContent)).toString());
	assert(links.every(Boolean), JSON.stringify(links));
}

async function copiesResults(window, base, articles) {
	const word = chooseWords(articles, 1)[0];
	const page = await search(window, base, { q: word });
	const copy = form => {
		Object.defineProperty(navigator, 'clipboard', { configurable: true,
			value: { writeText: async text => { window.copied = text; } } });
		window.copied = '';
		document.querySelector(`#search-copy button[value=${form}]`).click();
	};
	for (const [form, pattern] of [['ris', /^TY  - NEWS\r\n[^]*\r\nER  - \r\n$/], ['csv', /^title,paper,date,page,column,url\r\n/],
		['text', /\n$/]]) {
		await window.evaluate(copy.toString(), form);
		const text = await waitFor(window, Boolean, () => window.copied);
		assert(pattern.test(text), text);
		for (const address of addressesOf(page))
			assert(text.includes(new URL(address, base).href), `${form}: ${address}`);
	}
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
		busy: document.getElementById('search-results').getAttribute('aria-busy') === 'true',
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
		.filter(file => /^text-.*\.js$/.test(file)).map(file => path.join(folder, 'search', file))
		.filter(file => fs.readFileSync(file, 'utf8').startsWith('backfile({"terms":'));
	assert(moved.length > 0);
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

const checks = [findsWhatReadingFinds, findsSingleCharactersAndExcludes, findsAlternativesAndPoints, narrowsByYearAndMonth,
	narrowsByPerson, countsPagesAndKinds, suggestsWhileTyping, findsWithOneWrongCharacter, offersWhatIsWrittenAlike,
	helpsWhereNothingIsFound, linksToArticlesWithoutTitle, copiesResults, ordersByDate, marksInTheArticle, goesBack, saysThatFilesAreMissing];

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
