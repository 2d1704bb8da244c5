#!/usr/bin/env node
// The search box at the head of an English page, in Chromium: on tablets and wider it stands in the line of the sections, on a
// phone it has a line of its own, whole; nothing reaches over the edge.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { buildSite, openChromium } = require('./site.js');

const screens = [[320, false], [640, false], [768, true], [1024, true], [1440, true]];

async function faultOf(page, width, beside) {
	await page.setViewportSize({ width, height: 600 });
	const [nav, box, head] = await page.$$eval('.masthead-nav, .masthead-search, .masthead',
		all => ['masthead-nav', 'masthead-search', 'masthead'].map(name => all.find(e => e.className === name).getBoundingClientRect().toJSON()));
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	const inLine = box.top < nav.bottom;
	const whole = box.width > 0.85 * head.width;
	return over > 0 || inLine !== beside || whole === beside ? `${width}: in line ${inLine}, whole ${whole}, ${over} px over` : '';
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const content = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-masthead-'));
	fs.writeFileSync(path.join(content, '2024-03-05.md'), '---\ntitle: 河堤完工\ndate: 2024-03-05\n---\n河堤修好了。\n');
	const site = buildSite(content, 'lang: en\n');
	const page = await browser.newPage();
	await page.goto(`file://${site.folder}/people/index.html`);
	const faults = [];
	for (const [width, beside] of screens)
		faults.push(await faultOf(page, width, beside));
	await browser.close();
	site.remove();
	fs.rmSync(content, { recursive: true });
	const failed = faults.filter(Boolean);
	console.log(failed.join('; ') || `${screens.length} widths, the search box in its place`);
	return failed.length ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
