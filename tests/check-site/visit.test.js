#!/usr/bin/env node
// Every page of the demonstration and of the real samples, opened in Chromium over loopback: nothing is asked of any other
// host, nothing is missing, nothing is said on the console.
'use strict';

const fs = require('fs');
const path = require('path');
const { serve, openChromium } = require('../browser/site.js');

const sites = path.resolve(process.env.SITES || 'build/check-site');

// In a tab of its own: an address that was left leads on by itself, into whatever is opened next.
async function visit(context, base, file, faults) {
	const page = await context.newPage();
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
	await page.close();
	faults.push(...seen.map(what => `${file}: ${what}`));
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
		const files = fs.readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith('.html'));
		for (const file of files.sort())
			await visit(context, server.base, file, faults);
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
