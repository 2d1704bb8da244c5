#!/usr/bin/env node
// Every page of the demonstration and of the real samples, opened in Chromium over loopback: nothing is asked of any other
// host, nothing is missing, nothing is said on the console.
'use strict';

const fs = require('fs');
const path = require('path');
const { serve, openChromium } = require('../browser/site.js');

const sites = path.resolve(process.env.SITES || 'build/check-site');

// Until its last byte is there or cannot come: what a page still asks for fails when the next is opened.
const settled = request => request.response().then(response => response && response.finished());

async function visit(page, base, file, faults) {
	const seen = [], requests = [];
	const note = what => seen.push(what);
	const noteRequest = request => {
		requests.push(request);
		if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
			note(`asks for ${request.url()}`);
	};
	const listeners = {
		console: message => message.type() === 'error' && note(`console: ${message.text()}`),
		pageerror: error => note(`script: ${error.message}`),
		request: noteRequest,
		requestfailed: request => note(`cannot load ${request.url()}`),
		response: response => response.status() < 400 || note(`${response.status()} ${response.url()}`),
	};
	for (const [name, listener] of Object.entries(listeners))
		page.on(name, listener);
	await page.goto(base + file, { waitUntil: 'load' });
	await Promise.all(requests.map(settled));
	for (const [name, listener] of Object.entries(listeners))
		page.off(name, listener);
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
		const page = await context.newPage();
		const files = fs.readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith('.html'));
		for (const file of files.sort())
			await visit(page, server.base, file, faults);
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
