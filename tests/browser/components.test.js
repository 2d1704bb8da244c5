#!/usr/bin/env node
// Every component of the style sheet on one page, taken from built pages: each must be found there; every class that has a
// style must be in use; every token must be in docs/design.md. With COMPONENTS=DIR the page is kept there.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { execFileSync } = require('child_process');
const { root, buildSite, openChromium } = require('./site.js');

// [what it is, whose page, page, selector]
const components = [
	['masthead', 'demo', 'about.html', '.masthead'], ['crumbs', 'demo', 'article', '.crumbs'],
	['headline', 'hard', '2021/03/05/01-1.html', '.headline'], ['doubts', 'demo', 'doubtful', '.doubts'],
	['text', 'demo', 'article', '.text'], ['Markdown', 'hard', '2021/03/05/01-2.html', '.text'],
	['names and tags', 'hard', '2021/03/05/01-1.html', '.chips'], ['citations', 'demo', 'article', '.citations'],
	['same page', 'demo', 'article', '.on-page'], ['pager', 'demo', 'article', '.pager'],
	['large search', 'demo', 'index.html', '.big-search'], ['page plan', 'demo', 'index.html', '.leaves'],
	['years', 'hard', 'index.html', '.years'], ['calendar', 'demo', 'year', '.months'], ['legend', 'demo', 'year', '.legend'],
	['leads', 'demo', 'year', '.issue-list'], ['pages of the issue', 'demo', 'page', '.leaf-strip'],
	['page with picture', 'hard', '2021/03/05/02.html', '.plan'], ['raw text', 'demo', 'page', '.evidence'],
	['every day', 'demo', 'days/index.html', '.year-days'], ['issues of a day', 'demo', 'day', '.day-issues'],
	['holdings', 'demo', 'coverage.html', '.holdings'], ['signs', 'demo', 'coverage.html', '.signs'],
	['letters', 'demo', 'people/index.html', '.letters'], ['names', 'demo', 'people/index.html', '.names'],
	['chart', 'hard', 'people/shi-jiming/index.html', '.timeline'], ['offices', 'hard', 'people/shi-jiming/index.html', '.offices'],
	['entries', 'hard', 'people/shi-jiming/index.html', '.entries'], ['footer', 'demo', 'about.html', '.footer'],
];

function filesOf(folder) {
	return fs.readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith('.html')).sort();
}

// The first page of a kind, or the page itself.
function pageOf(folder, page) {
	const kinds = { article: /^\d{4}\/\d\d\/\d\d\/\w+-\d+\.html$/, year: /^\d{4}\/index\.html$/,
		page: /^\d{4}\/\d\d\/\d\d\/\w+\.html$/, day: /^days\/\d/ };
	if (page === 'doubtful')
		return filesOf(folder).find(file => fs.readFileSync(path.join(folder, file), 'utf8').includes('class="doubts"'));
	return kinds[page] ? filesOf(folder).find(file => kinds[page].test(file)) : page;
}

// Classes of the style sheet that neither a template nor a script ever gives to anything.
function classesWithoutUse() {
	const style = fs.readFileSync(path.join(root, 'static/style.css'), 'utf8').replace(/\/\*.*?\*\/|"[^"]*"/gs, '');
	const classes = new Set([...style.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(match => match[1]));
	const used = ['templates', 'static'].flatMap(top => fs.readdirSync(path.join(root, top), { recursive: true })
		.map(file => path.join(root, top, String(file))).filter(file => /\.(html|js)$/.test(file)))
		.map(file => fs.readFileSync(file, 'utf8')).join('\n');
	// size-{{size}} gives size-1 and its like.
	return [...classes].filter(name => !new RegExp(`[\\s"'\`.}]${name}[\\s"'\`{.]`).test(used)
		&& !(/-\d$/.test(name) && used.includes(`${name.slice(0, -1)}{{`)));
}

function tokensWithoutWord() {
	const style = fs.readFileSync(path.join(root, 'static/style.css'), 'utf8');
	const words = fs.readFileSync(path.join(root, 'docs/design.md'), 'utf8');
	return [...new Set(style.match(/--[a-z-]+(?=:)/g))].filter(token => !words.includes(`\`${token}\``));
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const cases = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-cases-'));
	execFileSync(path.join(root, 'tests/support/hard_cases.py'), [cases]);
	const sites = { demo: buildSite(), hard: buildSite(path.join(cases, 'hard')) };
	const faults = [...classesWithoutUse().map(name => `nothing is ever .${name}`),
		...tokensWithoutWord().map(token => `docs/design.md does not say what ${token} is for`)];
	const page = await browser.newPage();
	const parts = [];
	for (const [name, site, where, selector] of components) {
		await page.goto(`file://${path.join(sites[site].folder, pageOf(sites[site].folder, where))}`);
		const html = await page.evaluate(each => document.querySelector(each)?.outerHTML, selector);
		parts.push(`<h2>${name}</h2>\n${html}`);
		if (!html)
			faults.push(`no ${name} (${selector}) on ${where}`);
	}
	if (process.env.COMPONENTS) {
		fs.cpSync(path.join(sites.hard.folder, 'assets'), path.join(process.env.COMPONENTS, 'assets'), { recursive: true });
		const style = fs.readdirSync(path.join(process.env.COMPONENTS, 'assets')).find(file => file.endsWith('.css'));
		fs.writeFileSync(path.join(process.env.COMPONENTS, 'index.html'), '<!DOCTYPE html>\n<html lang="zh-Hans"><meta charset="utf-8">'
			+ `<title>components</title><link rel="stylesheet" href="assets/${style}">\n<main>\n${parts.join('\n')}\n</main>\n</html>\n`);
	}
	await browser.close();
	Object.values(sites).forEach(site => site.remove());
	fs.rmSync(cases, { recursive: true });
	faults.forEach(fault => console.log(fault));
	console.log(`${components.length} components, ${faults.length} faults`);
	return faults.length ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
