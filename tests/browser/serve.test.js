#!/usr/bin/env node
// An open page of the preview follows its text, and shows over the last good page what a build found wrong.
'use strict';

const assert = require('assert');
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { root, openChromium } = require('./site.js');

const backfile = path.resolve(process.env.BACKFILE || path.join(root, 'build/backfile'));
const PAGE = '河堤加固工程提前完工\n\n本报讯（记者 宋知远）3月4日，记者从市水务局获悉，青石河河堤加固工程提前NN天完工。\n';

function startPreview(work) {
	const preview = spawn(backfile, ['serve', '--port', '0'], { cwd: work, stdio: ['ignore', 'pipe', 'ignore'] });
	return new Promise(resolve => preview.stdout.once('data', line =>
		resolve({ base: String(line).match(/http:\S+\//)[0], stop: () => preview.kill() })));
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('skipped: no playwright-core or no Chromium');
		process.exit(77);
	}
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-browser-'));
	const source = path.join(work, 'content/2021-03-05/01.txt');
	fs.mkdirSync(path.dirname(source), { recursive: true });
	fs.writeFileSync(source, PAGE.replace('NN', '二十'));
	fs.writeFileSync(path.join(work, 'site.conf'), `title: 测试晚报\ntemplates: ${root}/templates\nstatic: ${root}/static\n`);
	const preview = await startPreview(work);
	try {
		const page = await browser.newPage();
		const wrong = [];
		page.on('pageerror', error => wrong.push(String(error)));
		page.on('console', message => message.type() === 'error' && wrong.push(message.text()));
		const shows = text => page.waitForFunction(part => document.body.innerText.includes(part), text);
		await page.goto(preview.base);
		await shows('测试晚报');
		await page.goto(`${preview.base}2021/03/05/01-1.html`);
		await shows('提前二十天完工');
		wrong.length = 0; // before the first build there was no page
		fs.writeFileSync(source, PAGE.replace('NN', '三十'));
		await shows('提前三十天完工');
		fs.writeFileSync(path.join(work, 'content/2021-03-05/02.md'), '---\ntitle: 坏的\ndate: 2021-13-40\n---\n\n正文。\n');
		const note = page.locator('#backfile-messages');
		await note.waitFor();
		assert.match(await note.innerText(), /content\/2021-03-05\/02\.md:3:7/);
		assert.match(await page.innerText('body'), /提前三十天完工/);
		fs.unlinkSync(path.join(work, 'content/2021-03-05/02.md'));
		await note.waitFor({ state: 'detached' });
		assert.deepStrictEqual(wrong, []);
		console.log('a changed text and a mistake show in an open page');
	} finally {
		await browser.close();
		preview.stop();
		fs.rmSync(work, { recursive: true });
	}
}

main().catch(error => {
	console.error(error);
	process.exit(1);
});
