#!/usr/bin/env node
// Citing in Chromium, from disk and over http: each form has a button that copies it, an article goes into the
// clippings and out of them, the list exports every form; without scripts the citation can be read; on paper there are the
// text and its citation, and nothing to click.
'use strict';

const fs = require('fs');
const { buildSite, serve, openChromium, pagesOfEachKind } = require('./site.js');

async function faultsAt(browser, base, article) {
	const faults = [], context = await browser.newContext({ acceptDownloads: true });
	const expect = (right, what) => right || faults.push(`${base}: ${what}`);
	const page = await context.newPage();
	page.on('pageerror', error => faults.push(`script: ${error.message}`));
	await page.goto(base + article);
	const forms = await page.locator('[data-form]').allTextContents();
	expect(forms.length === 5 && forms[0].includes('[N]. '), `${forms.length} forms`);
	expect(await page.locator('.copy button').count() === 5, 'buttons are missing');
	await page.locator('.copy button').first().click();
	await page.locator('.copy output').first().filter({ hasText: /./ }).waitFor({ timeout: 5000 });
	const toggle = page.locator('.clip button');
	expect(await toggle.getAttribute('aria-pressed') === 'false', 'a clipping before any was made');
	await toggle.click();
	await page.goto(`${base}clippings.html`);
	expect(await page.locator('#clippings li').count() === 1, 'the clipping is not in the list');
	const href = await page.locator('#clippings li a').getAttribute('href');
	expect(href === article, `it leads to ${href}`);
	for (const value of ['gbt2025', 'csl']) {
		const [download] = await Promise.all([page.waitForEvent('download'),
			page.locator(`#clippings-export button[value=${value}]`).click()]);
		const text = fs.readFileSync(await download.path(), 'utf8').trim();
		expect(value === 'csl' ? JSON.parse(text)[0].type === 'article-newspaper' : text === forms[0], `exported ${text}`);
	}
	await page.locator('#clippings li button').click();
	expect(await page.locator('#clippings').isHidden() && await page.locator('#clippings-empty').isVisible(),
		'the clipping stays');
	await context.close();
	return faults;
}

async function faultsWithoutScripts(browser, base, article) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(base + article);
	const seen = await page.locator('[data-form]').first().isVisible();
	await context.close();
	return seen ? [] : [`${base}: no citation without scripts`];
}

// A short article and its citation are one sheet of A4 with room to spare.
async function faultsOnPaper(browser, base, article) {
	const page = await browser.newPage(), faults = [];
	const expect = (right, what) => right || faults.push(`${base}: on paper ${what}`);
	await page.goto(base + article);
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	for (const shown of ['.masthead-title', 'h1', '.text p', '.citations pre >> nth=0'])
		expect(await page.locator(shown).first().isVisible(), `${shown} is missing`);
	for (const hidden of ['.masthead-nav', '.masthead-search', '.crumbs', '.pager', '.footer', '.chips', '.copy button', '.clip', '.on-page'])
		expect(await page.locator(hidden).first().isHidden(), `${hidden} is shown`);
	const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
	expect(sheets === 1, `it takes ${sheets} sheets`);
	await page.close();
	return faults;
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const site = buildSite();
	const server = await serve(site.folder);
	const article = Object.fromEntries(pagesOfEachKind(site.folder)).article;
	const faults = [];
	for (const base of [`file://${site.folder}/`, server.base])
		faults.push(...await faultsAt(browser, base, article), ...await faultsWithoutScripts(browser, base, article));
	faults.push(...await faultsOnPaper(browser, server.base, article));
	await browser.close();
	server.close();
	site.remove();
	faults.forEach(fault => console.log(fault));
	console.log(`${faults.length} faults`);
	return faults.length ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
