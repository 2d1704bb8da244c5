// What the browser tests of searching share: Chromium and Firefox behind the same few verbs, and a run of a check in each,
// over http and from disk.
'use strict';

const { buildSite, serve, openChromium } = require('./site.js');
const { openFirefox } = require('../support/marionette.js');

// Chromium with the few verbs that the Firefox driver has. What it says on its console is kept.
async function openChromiumWindow() {
	const chromium = await openChromium();
	if (!chromium)
		return null;
	const page = await (await chromium.newContext()).newPage();
	const faults = [];
	page.on('console', message => message.type() === 'error' && faults.push(message.text()));
	page.on('pageerror', error => faults.push(error.message));
	return {
		name: 'chromium',
		faults,
		open: url => page.goto(url),
		back: () => page.goBack(),
		evaluate: (script, ...args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`),
		close: () => chromium.close(),
	};
}

// Builds the demonstration archive and calls check(window, base, folder) for each browser, over http and from disk; it
// answers {faults, said}. Ends the process: with status 77 where there is no browser.
async function run(check) {
	const windows = [await openChromiumWindow(), await openFirefox()].filter(Boolean);
	if (!windows.length) {
		console.log('no browser here');
		return 77;
	}
	// Without a worker: what is taken away from the site is not to come from what a browser kept.
	const site = buildSite(undefined, 'offline: no\n');
	const server = await serve(site.folder);
	const said = [];
	let failed = 0;
	for (const window of windows) {
		for (const base of [server.base, `file://${site.folder}/`]) {
			const where = `${window.name} ${base.slice(0, 4)}`;
			const answer = await check(window, base, site.folder)
				.catch(error => ({ faults: [error.message], said: 'broken off' }));
			answer.faults.forEach(fault => console.log(`${where}: ${fault}`));
			failed += answer.faults.length;
			said.push(`${where}: ${answer.said}`);
		}
		await window.close();
	}
	server.close();
	site.remove();
	console.log(said.join('; '));
	return failed ? 1 : 0;
}

function inEveryWindow(check) {
	run(check).then(status => process.exit(status), error => {
		console.log(error);
		process.exit(1);
	});
}

module.exports = { inEveryWindow, openChromiumWindow };
