#!/usr/bin/env node
// Every kind of page in Chromium, from disk and over http, at phone and desktop width, light and dark: no message on the
// console, nothing loaded from elsewhere, nothing wider than the screen, one main heading. With SCREENSHOTS=DIR a
// picture of each is kept there, and of what is hard to set.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { root, buildSite, serve, openChromium, pagesOfEachKind } = require('./site.js');

const screens = [[390, 844, 'light'], [390, 844, 'dark'], [768, 1024, 'light'], [768, 1024, 'dark'], [1440, 1000, 'light'], [1440, 1000, 'dark']];

async function faultsOf(browser, base, file, [width, height, colorScheme], picture) {
	const context = await browser.newContext({ viewport: { width, height }, colorScheme });
	const page = await context.newPage();
	const faults = [];
	page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`));
	page.on('pageerror', error => faults.push(`script: ${error.message}`));
	page.on('request', request => request.url().startsWith(base) || request.url().startsWith('data:')
		|| faults.push(`loads ${request.url()}`));
	page.on('requestfailed', request => faults.push(`cannot load ${request.url()}`));
	await page.goto(base + file, { waitUntil: 'load' });
	const seen = await page.evaluate(() => ({
		wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		headings: document.querySelectorAll('h1').length,
		main: document.querySelectorAll('main').length,
		title: document.title.length,
	}));
	if (seen.wide > 0)
		faults.push(`${seen.wide} px wider than the screen`);
	if (seen.headings !== 1 || seen.main !== 1 || !seen.title)
		faults.push(`${seen.headings} main headings, ${seen.main} main parts, title of ${seen.title}`);
	if (picture)
		await page.screenshot({ path: picture, fullPage: true });
	await context.close();
	return faults;
}

// What is hard to set, for pictures: [name, archive, page].
const hard = [
	['long-title', 'hard', '2021/03/05/01-1.html'], ['one-article', 'hard', '2021/03/06/index.html'],
	['sixty-articles', 'hard', '2021/03/08/index.html'], ['five-hundred', 'hard', 'people/shi-jiming/index.html'],
	['page-picture', 'hard', '2021/03/05/02.html'], ['many-years', 'hard', 'index.html'], ['gaps', 'hard', 'coverage.html'],
	['empty', 'empty', 'index.html'], ['empty-coverage', 'empty', 'coverage.html'], ['empty-people', 'empty', 'people/index.html'],
	['without-dates', 'undated', 'index.html'], ['without-date', 'undated', 'undated/old-0.html'],
];

async function pictureHardCases(browser, pictures) {
	const cases = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-cases-'));
	execFileSync(path.join(root, 'tests/support/hard_cases.py'), [cases]);
	let failed = 0;
	for (const archive of ['hard', 'empty', 'undated']) {
		const site = buildSite(path.join(cases, archive));
		for (const [name, , file] of hard.filter(each => each[1] === archive))
			for (const screen of screens) {
				const picture = path.join(pictures, `${name}-${screen[0]}-${screen[2]}.png`);
				const faults = await faultsOf(browser, `file://${site.folder}/`, file, screen, picture);
				failed += faults.length > 0;
				faults.forEach(fault => console.log(`${name} ${screen.join(' ')}: ${fault}`));
			}
		site.remove();
	}
	fs.rmSync(cases, { recursive: true });
	return failed;
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const site = buildSite();
	const server = await serve(site.folder);
	const pictures = process.env.SCREENSHOTS;
	let checks = 0, failed = 0;
	for (const [kind, file] of pagesOfEachKind(site.folder))
		for (const base of [`file://${site.folder}/`, server.base])
			for (const screen of screens) {
				const picture = pictures && base.startsWith('file')
					&& path.join(pictures, `${kind}-${screen[0]}-${screen[2]}.png`);
				const faults = await faultsOf(browser, base, file, screen, picture);
				checks++;
				failed += faults.length > 0;
				faults.forEach(fault => console.log(`${kind} ${base}${file} ${screen.join(' ')}: ${fault}`));
			}
	if (pictures)
		failed += await pictureHardCases(browser, pictures);
	await browser.close();
	server.close();
	site.remove();
	console.log(`${checks} pages looked at, ${failed} with faults`);
	return failed || checks < 80 ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
