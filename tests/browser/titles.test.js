#!/usr/bin/env node
// Every two characters that stand side by side in a title of the demonstration archive and hold something searchable, and
// every three with a digit or a Latin letter, asked of the client's own functions inside the search page: each article that
// has the part must be found, and what is found must have what is searchable of it.
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const { root, readArticles } = require('./site.js');
const { inEveryWindow } = require('./windows.js');

const CHUNK = 100; // parts at a time

// --- the truth ---

function partsOfTitles(articles) {
	const parts = new Set();
	for (const { title } of articles) {
		const characters = [...title];
		characters.forEach((_, i) => {
			const pair = characters.slice(i, i + 2).join(''), triple = characters.slice(i, i + 3).join('');
			if (i + 1 < characters.length && /[\p{L}\p{N}]/u.test(pair))
				parts.add(pair);
			if (i + 2 < characters.length && /[0-9A-Za-z]/.test(triple) && !/\s-/.test(triple))
				parts.add(triple);
		});
	}
	return [...parts];
}

// Traditional forms to simplified ones, as the archive's table has them.
function readTable() {
	const read = file => fs.readFileSync(path.join(root, file), 'utf8');
	const world = vm.createContext({});
	vm.runInContext(read('static/search/bits.js'), world);
	const { from, to } = JSON.parse(read('tests/search/fold_table.json'));
	const gaps = world.bitsRead(from);
	let point = 0;
	return new Map([...to].map(form =>
		[String.fromCodePoint(point += world.bitsNumber(gaps, 3)), form]));
}

const table = readTable();
const bare = text => [...text.normalize('NFKC').toLowerCase()].filter(c => /[\p{L}\p{M}\p{N}]/u.test(c))
	.map(c => table.get(c) || c).join('');

// An article that has what is searchable of the part; marks may have other text between.
const mayBeFound = (part, texts) => part.split(/[^\p{L}\p{M}\p{N}]+/u).every(run =>
	texts.some(text => bare(text).includes(bare(run))));

// --- inside the search page ---

// The addresses that the page would show for each query, all candidates checked. Texts are read once.
async function askPage(queries) {
	const page = window.titlesTest || (window.titlesTest = { texts: new Map() });
	page.archive = page.archive || await archiveOpen(indexReader(), '');
	const { archive, texts } = page;

	async function isMatch(hit, request) {
		const { address } = await issueEntryArticle(archive.read, hit.issue, hit.number);
		if (!texts.has(address))
			texts.set(address, await pageTexts(address));
		const matches = checkTexts(texts.get(address), request.query, archive.fold) !== null;
		if (!matches && requestExact(request))
			throw new Error(`${request.q} is not in ${address}, but said to be exact`);
		return matches ? address : '';
	}

	const answers = [];
	for (const q of queries) {
		const request = { q, from: '', to: '', person: '', tag: '', sort: '' };
		request.query = requestQuery(request, archive.fold);
		let last = { hits: [], missing: 1 };
		await searchAll(archive, request, found => { last = found; }, () => true);
		const found = [];
		for (const hit of last.hits)
			found.push(await isMatch(hit, request));
		answers.push({ found: found.filter(Boolean), missing: last.missing });
	}
	return answers;
}

inEveryWindow(async (window, base, folder) => {
	const articles = readArticles(folder);
	const parts = partsOfTitles(articles);
	const began = Date.now();
	const faults = [];
	let missed = 0;
	await window.open(`${base}search/index.html`);
	for (let at = 0; at < parts.length; at += CHUNK) {
		const chunk = parts.slice(at, at + CHUNK);
		const answers = await window.evaluate(askPage.toString(), chunk);
		chunk.forEach((part, i) => {
			const found = new Set(answers[i].found);
			const gone = articles.filter(({ address, texts }) =>
				texts.some(text => text.includes(part)) && !found.has(address));
			const wrong = articles.filter(({ address, texts }) =>
				found.has(address) && !mayBeFound(part, texts));
			missed += gone.length > 0;
			for (const { address } of gone)
				faults.push(`${part} is not found in ${address}`);
			for (const { address } of wrong)
				faults.push(`${part} is found in ${address}`);
			if (answers[i].missing)
				faults.push(`${part}: the index is incomplete`);
		});
	}
	if (parts.length < 500)
		faults.push(`only ${parts.length} parts`);
	return { faults, said: `${parts.length} parts of ${articles.length} titles, ${missed} missed, `
		+ `${((Date.now() - began) / 1000).toFixed(1)} s` };
});
