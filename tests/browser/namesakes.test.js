#!/usr/bin/env node
// Two persons of one name, in Chromium: who is who is said where a search is narrowed, in the condition that is then in force,
// among the suggestions, and beside a person in whose articles they are named too.
'use strict';

const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { buildSite, openChromium } = require('./site.js');

const people = '- name: 周明远\n  split:\n    - {slug: zhou-guan, office: [局长]}\n    - {slug: zhou-shi, office: [教师]}\n- name: 何秋实\n';
const both = ['周明远 局长', '周明远 教师'];

// Two issues of two articles: one of the official, one of the teacher.
function writeContent(folder) {
	fs.writeFileSync(path.join(folder, 'people.yaml'), people);
	for (const day of ['2024-03-05', '2024-03-06']) {
		fs.mkdirSync(path.join(folder, day));
		['局长', '教师'].forEach((office, i) => fs.writeFileSync(path.join(folder, day, `0${i + 1}.md`),
			`---\ntitle: 渠水到田头\n---\n${office}周明远说，水到了田头。主任何秋实也到了，大家都来看渠。\n`));
	}
}

const texts = (page, selector) => page.$$eval(selector, all => all.map(element => element.textContent));

async function check(page, base) {
	await page.goto(`${base}search/index.html?q=田头`);
	await page.waitForSelector('#search-facets a[href*="person="]', { state: 'attached' });
	const narrowed = await texts(page, '#search-facets a[href*="person="]');
	assert.deepStrictEqual(narrowed.filter(name => name.includes('周')).sort(), both);
	assert(narrowed.includes('何秋实'), narrowed.join());

	await page.goto(`${base}search/index.html?person=zhou-shi`);
	await page.waitForSelector('#search-conditions li');
	assert.match((await texts(page, '#search-conditions li'))[0], /周明远 教师/);

	await page.fill('input[name=q]', 'zmy');
	await page.waitForSelector('[role=option]');
	const suggested = await page.$$eval('[role=option]', all => all.map(option => option.lastChild.textContent));
	assert.deepStrictEqual(suggested.sort(), both);

	await page.goto(`${base}people/he-qiushi/index.html`);
	assert.deepStrictEqual((await texts(page, '.chips a')).sort(), both.map(name => `${name} 2`));
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const content = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-namesakes-'));
	writeContent(content);
	const site = buildSite(content, 'offline: no\n');
	let fault = '';
	await check(await browser.newPage(), `file://${site.folder}/`).catch(error => { fault = error.message; });
	await browser.close();
	site.remove();
	fs.rmSync(content, { recursive: true });
	console.log(fault || 'narrowing, condition, suggestions and people beside: all told apart');
	return fault ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
