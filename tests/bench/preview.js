#!/usr/bin/env node
// preview.js ARCHIVE [ROUNDS]: how long after a page's text was saved an open browser shows it. ARCHIVE is a folder with
// site.conf and content/, built already; one text in it is changed, and put back at the end.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { root, openChromium } = require('../browser/site.js');

const backfile = path.resolve(process.env.BACKFILE || path.join(root, 'build/backfile'));
const archive = path.resolve(process.argv[2]);
const rounds = Number(process.argv[3] || 7);

function startPreview() {
	const preview = spawn(backfile, ['serve', '--port', '0'], { cwd: archive, stdio: ['ignore', 'pipe', 'inherit'] });
	return new Promise(resolve => preview.stdout.once('data', line =>
		resolve({ base: String(line).match(/http:\S+\//)[0], stop: () => preview.kill() })));
}

function texts(folder) {
	return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
		const name = path.join(folder, entry.name);
		return entry.isDirectory() ? texts(name) : entry.name.endsWith('.txt') ? [name] : [];
	});
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('skipped: no playwright-core or no Chromium');
		process.exit(77);
	}
	const sources = texts(path.join(archive, 'content')).sort();
	const source = sources[Math.floor(sources.length / 2)];
	const old = fs.readFileSync(source, 'utf8');
	const [, year, month, day, number] = source.match(/(\d{4})-(\d\d)-(\d\d)\/(\d+)\.txt$/);
	const preview = await startPreview(), page = await browser.newPage();
	try {
		await page.goto(`${preview.base}${year}/${month}/${day}/${number}-1.html`);
		const seen = await page.locator('article p').last().innerText();
		const end = seen.trim().slice(-6);
		const times = [];
		for (let round = 0; round < rounds; round++) {
			await new Promise(resolve => setTimeout(resolve, 3000));
			const mark = `第${round}回改动`;
			fs.writeFileSync(source, old.replace(end, `${end.slice(0, 3)}${mark}${end.slice(3)}`));
			const begun = Date.now();
			await page.waitForFunction(text => document.body.innerText.includes(text), mark, { polling: 10, timeout: 60000 });
			times.push(Date.now() - begun);
		}
		times.sort((a, b) => a - b);
		console.log(`a changed text shows after: median ${times[rounds >> 1]} ms, most ${times[rounds - 1]} ms (${rounds} times)`);
	} finally {
		fs.writeFileSync(source, old);
		await page.waitForFunction(() => !document.body.innerText.includes('回改动'), null, { timeout: 60000 });
		await browser.close();
		preview.stop();
	}
}

main().catch(error => {
	console.error(error);
	process.exit(1);
});
