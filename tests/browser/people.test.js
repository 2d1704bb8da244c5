#!/usr/bin/env node
// The filter of the people index in Chromium: names are found by Han, by reading and by initials; letters
// without a name vanish; nothing typed shows everybody.
'use strict';

const { buildSite, openChromium } = require('./site.js');

const cases = [
	['褚映岚', ['褚映岚']],
	['chuying', ['褚映岚']],
	['Chu Yinglan', ['褚映岚']],
	['cyl', ['褚映岚']],
	['司徒', ['司徒若谷']],
	['strg', ['司徒若谷']],
	['zzzz', []],
];

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const site = buildSite();
	const page = await browser.newPage();
	await page.goto(`file://${site.folder}/people/index.html`);
	const shown = () => page.$$eval('.letter [data-find] a',
		links => [...new Set(links.filter(link => link.offsetParent).map(link => link.textContent))]);
	const headings = () => page.$$eval('.letter h2', all => all.filter(h => h.offsetParent).length);
	const everybody = (await shown()).length;
	let failed = 0;
	for (const [typed, expected] of cases) {
		await page.fill('.filter input', typed);
		const names = await shown();
		const good = names.join() === expected.join() && (names.length > 0) === (await headings() > 0);
		failed += !good;
		if (!good)
			console.log(`${typed}: ${names.length} names, not ${expected.join() || 'none'}`);
	}
	await page.fill('.filter input', '');
	if ((await shown()).length !== everybody || everybody < 20) {
		failed++;
		console.log(`${everybody} names at first, ${(await shown()).length} at the end`);
	}
	await browser.close();
	site.remove();
	console.log(`${cases.length + 1} filters, ${failed} failed`);
	return failed ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
