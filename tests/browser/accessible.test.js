#!/usr/bin/env node
// Every kind of page for everybody, in Chromium: axe-core finds nothing, by day on a wide screen and by night on a phone;
// text at twice its size and a screen of 320 px hide nothing; the keyboard alone reaches all that can be clicked, in the
// order of the page, and one sees where it is. Of the demonstration archive, or of the built sites that are named.
'use strict';

const fs = require('fs');
const path = require('path');
const { buildSite, serve, openChromium, pagesOfEachKind } = require('./site.js');

const screens = [[1440, 'light'], [390, 'dark']];
const mostStops = 300;

function axeSource() {
	try {
		return fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
	} catch {
		return null;
	}
}

async function faultsOfAxe(page, axe) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => window.axe.run(document));
	return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, first ${nodes[0].html.slice(0, 120)}`);
}

const widthTooMuch = page => page.evaluate(() =>
	document.documentElement.scrollWidth - document.documentElement.clientWidth);

// WCAG 1.4.4 and 1.4.10: nothing is cut off, nothing needs scrolling sideways.
async function faultsOfSize(page) {
	const faults = [];
	await page.setViewportSize({ width: 320, height: 700 });
	if (await widthTooMuch(page) > 0)
		faults.push(`${await widthTooMuch(page)} px too wide at 320 px`);
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
	if (await widthTooMuch(page) > 0)
		faults.push(`${await widthTooMuch(page)} px too wide with text at 200%`);
	faults.push(...await page.evaluate(() => [...document.querySelectorAll('main *, header *, footer *')]
		.filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
			&& getComputedStyle(each).overflowX === 'hidden' && getComputedStyle(each).clipPath === 'none')
		.map(each => `text is cut off at 200%: ${each.outerHTML.slice(0, 80)}`)));
	await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
	return faults;
}

// What Tab must reach, in the order in which it stands on the page.
function stopsOf() {
	const all = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, textarea');
	return [...all].filter(each => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
		.map((each, at) => each.dataset.stop = String(at)).length;
}

function whereFocusIs() {
	const { activeElement: at } = document, style = getComputedStyle(at);
	return { stop: at.dataset.stop, seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}

async function faultsOfKeyboard(page) {
	const count = Math.min(await page.evaluate(stopsOf), mostStops), faults = [];
	for (let at = 0; at < count && !faults.length;) {
		await page.keyboard.press('Tab');
		const { stop, seen } = await page.evaluate(whereFocusIs);
		/* Fields of a date are several stops, one behind the other. */
		if (stop === String(at - 1))
			continue;
		if (stop !== String(at))
			faults.push(`Tab leads to ${stop}, not to ${at} of ${count}`);
		else if (!seen)
			faults.push(`one does not see that the focus is at ${at}`);
		at++;
	}
	return faults;
}

async function faultsOf(browser, axe, address) {
	const faults = [];
	for (const [width, colorScheme] of screens) {
		const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
		const page = await context.newPage();
		await page.goto(address, { waitUntil: 'load' });
		if (colorScheme === 'light')
			faults.push(...await faultsOfKeyboard(page), ...await faultsOfSize(page));
		faults.push(...(await faultsOfAxe(page, axe)).map(fault => `${colorScheme}: ${fault}`));
		await context.close();
	}
	return faults;
}

// Over http, since the page of an address that does not exist has links from the root of the host.
async function checkSite(browser, axe, folder) {
	const server = await serve(folder);
	let checks = 0, failed = 0;
	for (const [kind, file] of pagesOfEachKind(folder)) {
		const faults = await faultsOf(browser, axe, server.base + file);
		checks++;
		failed += faults.length > 0;
		faults.forEach(fault => console.log(`${kind} ${path.basename(path.dirname(folder))} ${file}: ${fault}`));
	}
	server.close();
	return { checks, failed };
}

async function main() {
	const browser = await openChromium(), axe = axeSource();
	if (!browser || !axe) {
		console.log('no Chromium, no playwright-core or no axe-core');
		return 77;
	}
	const named = process.argv.slice(2).map(folder => path.resolve(folder));
	const built = named.length ? null : buildSite();
	let checks = 0, failed = 0;
	for (const folder of built ? [built.folder] : named) {
		const counts = await checkSite(browser, axe, folder);
		checks += counts.checks;
		failed += counts.failed;
	}
	await browser.close();
	built?.remove();
	console.log(`${checks} pages looked at, ${failed} with faults`);
	return failed || checks < 10 ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
