#!/usr/bin/env node
// What the reader's browser adds, in Chromium: large type that is remembered, from disk too; a worker that shows pages
// that were read without the server, gets newer pages while there is one, and leaves when the keeper says no; today's
// link; and that pages are whole without any script.
'use strict';

const fs = require('fs');
const path = require('path');
const http = require('http');
const { execFileSync } = require('child_process');
const { root, buildSite, serve, openChromium } = require('./site.js');

let failed = 0, checks = 0;
function check(good, what) {
	checks++;
	failed += !good;
	if (!good)
		console.log(`not so: ${what}`);
}

const article = '2019/06/06/01-1.html';

async function typeSize(page) {
	return page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
}

async function checkLargeType(browser, base) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${base}${article}`);
	check(await typeSize(page) === '16px', 'type begins as the browser has it');
	await page.focus('.type-size');
	await page.keyboard.press('Enter');
	check(await typeSize(page) === '20px', 'the switch enlarges type, by keyboard');
	await page.goto(`${base}index.html`);
	check(await typeSize(page) === '20px', 'large type is remembered');
	check(await page.getAttribute('.type-size', 'aria-pressed') === 'true', 'the switch says so');
	await page.click('.type-size');
	await page.reload();
	check(await typeSize(page) === '16px', 'and switched off again');
	await context.close();
}

async function checkWithoutScripts(browser, base) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${base}${article}`);
	check(await page.isVisible('.text p') && await page.isVisible('.citations pre'), 'an article is read without scripts');
	check(!await page.isVisible('.type-size'), 'a switch that does nothing is not shown');
	await page.goto(`${base}index.html`);
	check(await page.isVisible('.leaves .item-title') && !await page.isVisible('.today'), 'home is whole without scripts');
	await page.goto(`${base}search/index.html`);
	check(await page.isVisible('noscript p'), 'search says that it needs scripts');
	await context.close();
}

/* The clock of the browser is set, for only it knows today. */
async function checkToday(browser, base) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.clock.setFixedTime(new Date(2031, 5, 6, 23, 0));
	await page.goto(`${base}index.html`);
	check(await page.getAttribute('.today a', 'href') === 'days/06-06.html', 'today leads to its day');
	await page.click('.today a');
	check((await page.textContent('h1')).includes('6月6日'), 'the day is that of the reader');
	await page.goto(`${base}days/index.html`);
	check(await page.getAttribute('[aria-current=date]', 'id') === 'day-06-06', 'the day is marked in the year');
	await page.clock.setFixedTime(new Date(2031, 0, 2));
	await page.goto(`${base}index.html`);
	check(await page.isVisible('.today') && await page.locator('.today a').count() === 0, 'a day without issues says so');
	await context.close();
}

/* Under the same port again, as a server that was gone comes back. */
function serveAgain(folder, base) {
	return new Promise(resolve => {
		const server = http.createServer((request, response) => {
			const file = path.join(folder, new URL(request.url, base).pathname);
			const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
			if (!fs.existsSync(file))
				return response.writeHead(404).end();
			response.writeHead(200, { 'Content-Type': types[path.extname(file)] || 'application/octet-stream' });
			return response.end(fs.readFileSync(file));
		});
		server.listen(new URL(base).port, '127.0.0.1', () => resolve({ close: () => stop(server) }));
	});
}

function stop(server) {
	server.closeAllConnections?.();
	return new Promise(resolve => server.close(resolve));
}

function rebuild(site, settings) {
	const work = path.dirname(site.folder);
	fs.appendFileSync(path.join(work, 'site.conf'), settings);
	execFileSync(path.resolve(process.env.BACKFILE || path.join(root, 'build/backfile')),
		['build', '--quiet', '--content', 'content', '--output', 'public'], { cwd: work });
}

async function opens(page, address) {
	try {
		await page.goto(address);
		return true;
	} catch {
		return false;
	}
}

async function checkOffline(browser, site, base, server) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${base}index.html`);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve));
	});
	await page.goto(`${base}${article}`);
	await page.reload();
	await server.close();
	check(await opens(page, `${base}${article}`), 'an article that was read opens without the server');
	check(await page.isVisible('.text p') && await page.evaluate(() => getComputedStyle(document.body).marginTop) === '0px',
		'with its text and its style');
	const other = await context.newPage();
	check(!await opens(other, `${base}2019/06/06/01-2.html`), 'one that was not read does not');
	await other.close();

	rebuild(site, 'mail: keeper@example.org\n');
	const again = await serveAgain(site.folder, base);
	await page.goto(`${base}index.html`);
	check(await page.isVisible('.footer [href^="mailto:"]'), 'a newer page is shown while there is a server');

	rebuild(site, 'offline: no\n');
	await page.goto(`${base}index.html`);
	const left = await page.evaluate(async () => {
		for (let tries = 0; tries < 200; tries++) {
			const registration = await navigator.serviceWorker.getRegistration();
			if (!registration && !(await caches.keys()).length)
				return true;
			await registration?.update().catch(() => {});
		}
		return false;
	});
	check(left, 'the worker leaves with all that it kept when the keeper says no');
	await again.close();
	await context.close();
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const site = buildSite();
	const server = await serve(site.folder);
	await checkLargeType(browser, `file://${site.folder}/`);
	await checkLargeType(browser, server.base);
	await checkWithoutScripts(browser, `file://${site.folder}/`);
	await checkToday(browser, `file://${site.folder}/`);
	await checkOffline(browser, site, server.base, server);
	await browser.close();
	site.remove();
	console.log(`${checks} checks, ${failed} failed`);
	return failed || checks < 22 ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
