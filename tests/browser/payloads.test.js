#!/usr/bin/env node
// Hostile texts (payloads.js) in every place that takes text: headlines, bodies, bylines, tags, columns, file names and
// the query string, in Chromium, over http with the policy switched off and from disk with it. Nothing may run: no dialog,
// no message, no violation of the policy, no handler or script in the page, nothing loaded from elsewhere.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const payloads = require('./payloads.js');
const { buildSite, serve, openChromium } = require('./site.js');

const body = '河堤加固工程提前完工，沿岸三个街道都松了一口气。';

// Each payload once in each field, several to an article.
function writeArchive(content) {
	const at = number => JSON.stringify(payloads[number % payloads.length]);
	fs.mkdirSync(path.join(content, '2024-03-05'), { recursive: true });
	for (let i = 0, article = 0; i < payloads.length; i += 4, article++) {
		const front = `title: ${at(i)}\nkicker: ${at(i + 1)}\nsubtitle: ${at(i + 2)}\ncolumn: ${at(i + 3)}\n`
			+ `author: ${at(i + 1)}\nsummary: ${at(i + 2)}\ntags: [${at(i)}, ${at(i + 3)}]\n`;
		const texts = [0, 1, 2, 3].map(k => payloads[(i + k) % payloads.length]).join('\n\n');
		const name = payloads[i].replace(/[/\0\n]/g, '_').slice(0, 60);
		fs.writeFileSync(path.join(content, `2024-03-05/${name}.md`), `---\n${front}---\n${body}\n\n${texts}\n`);
		fs.writeFileSync(path.join(content, `2024-03-05/${String(article + 1).padStart(2, '0')}.txt`),
			`${payloads[i]}\n\n本报讯（记者 宋知远）${payloads[i + 1] || ''}${body}\n\n${texts}\n`);
	}
	fs.writeFileSync(path.join(content, '2024-03-05/issue.yaml'), `number: ${at(1)}\nnote: ${at(3)}\npages:\n  "01": ${at(9)}\n`);
	fs.writeFileSync(path.join(content, 'people.yaml'), `- name: 宋知远\n  note: ${at(9)}\n`);
}

// What a page has that no page may have.
function intruders(documentBase) {
	const found = [];
	for (const element of document.querySelectorAll('*')) {
		for (const { name, value } of element.attributes) {
			if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
				found.push(`<${element.localName} ${name}>`);
			if (['href', 'src', 'action', 'formaction', 'data'].includes(name) && /^\s*(javascript|data|vbscript|blob):/i.test(value))
				found.push(`<${element.localName} ${name}=${value}>`);
			if (['src', 'data', 'action'].includes(name) && !String(element[name] ?? value).startsWith(documentBase))
				found.push(`<${element.localName} ${name}=${value}>`);
		}
		const script = element.localName === 'script';
		if (script && !element.src && element.type !== 'application/ld+json')
			found.push('a script of its own');
		if (['iframe', 'object', 'embed', 'base', 'style', 'svg'].includes(element.localName) && element.closest('main .text, h1, .chips'))
			found.push(`<${element.localName}>`);
		if (script && element.type === 'application/ld+json')
			JSON.parse(element.textContent);
	}
	return found;
}

async function visit(context, base, files, queries) {
	const faults = [], page = await context.newPage();
	let where = '';
	const fault = text => faults.push(`${where}: ${text}`);
	page.on('dialog', dialog => {
		fault(`a dialog: ${dialog.message()}`);
		dialog.dismiss();
	});
	page.on('console', message => ['error', 'warning'].includes(message.type()) && fault(`console: ${message.text()}`));
	page.on('pageerror', error => fault(`script: ${error.message}`));
	page.on('request', request => request.url().startsWith(base) || fault(`loads ${request.url()}`));
	await page.addInitScript(() => document.addEventListener('securitypolicyviolation',
		event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
	for (const file of [...files, ...queries.map(text => `search/index.html?q=${encodeURIComponent(text)}`)]) {
		where = base.slice(0, 4) + ' ' + file;
		await page.goto(base + file, { waitUntil: 'load' });
		(await page.evaluate(intruders, base)).forEach(fault);
	}
	await page.close();
	return faults;
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-payloads-'));
	writeArchive(work);
	const site = buildSite(work);
	const server = await serve(site.folder);
	const files = fs.readdirSync(site.folder, { recursive: true }).map(String).filter(name => name.endsWith('.html')).sort();
	const queries = payloads.filter((_, i) => i % 4 === 0).map((_, i) => payloads.slice(4 * i, 4 * i + 4).join(' '));
	const lists = files.filter(name => !name.startsWith('2024/03/05/'));
	const looked = [...files.filter(name => name.startsWith('2024/03/05/')), ...lists.filter((name, i) => i % 4 === 0 || !name.includes('/'))];
	const open = await browser.newContext({ bypassCSP: true }), shut = await browser.newContext();
	const faults = [
		...await visit(open, server.base, looked, queries),
		...await visit(shut, `file://${site.folder}/`, looked.filter((_, i) => i % 3 === 0), queries.filter((_, i) => i % 4 === 0)),
	];
	await browser.close();
	server.close();
	site.remove();
	fs.rmSync(work, { recursive: true });
	faults.slice(0, 40).forEach(fault => console.log(fault));
	console.log(`${payloads.length} payloads on ${looked.length} pages: ${faults.length} faults`);
	return faults.length > 0 ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
