#!/usr/bin/env node
// Every page of the demonstration and of the real samples, opened in Chromium over loopback: nothing is asked of any other
// host, nothing is missing, nothing is said on the console.
'use strict';

const fs = require('fs');
const path = require('path');
const { serve, openChromium } = require('../browser/site.js');

const sites = path.resolve(process.env.SITES || 'build/check-site');

// Answers the tab for the next page: another where this one leads on by itself, into whatever is opened next.
async function visit(page, base, folder, file, faults) {
	const seen = [];
	const note = what => seen.push(what);
	const listeners = {
		console: message => message.type() === 'error' && note(`console: ${message.text()}`),
		pageerror: error => note(`script: ${error.message}`),
		request: request => request.url().startsWith(base) || request.url().startsWith('data:') || note(`asks for ${request.url()}`),
		requestfailed: request => note(`cannot load ${request.url()}`),
		response: response => response.status() < 400 || note(`${response.status()} ${response.url()}`),
	};
	for (const [name, listener] of Object.entries(listeners))
		page.on(name, listener);
	await page.goto(base + file, { waitUntil: 'load' });
	for (const [name, listener] of Object.entries(listeners))
		page.off(name, listener);
	faults.push(...seen.map(what => `${file}: ${what}`));
	const html = fs.readFileSync(path.join(folder, file), 'utf8');
	if (!html.includes('http-equiv="refresh"'))
		return page;
	const next = await page.context().newPage();
	await page.close();
	return next;
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	let count = 0;
	const faults = [];
	for (const name of ['demo', 'real', 'empty', 'undated'].filter(each => fs.existsSync(path.join(sites, each)))) {
		const folder = path.join(sites, name, 'public');
		const server = await serve(folder);
		const context = await browser.newContext({ serviceWorkers: 'block' });
		let page = await context.newPage();
		const files = fs.readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith('.html'));
		for (const file of files.sort())
			page = await visit(page, server.base, folder, file, faults);
		count += files.length;
		await context.close();
		server.close();
	}
	await browser.close();
	faults.slice(0, 40).forEach(fault => console.log(fault));
	console.log(`${count} pages visited, ${faults.length} faults`);
	return faults.length || count < 300 ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
