#!/usr/bin/env node
// The people index of an archive with 5,000 names, opened from disk in Chromium: its size, the letters in the order of
// the readings, the filter by Han, reading, initials and office, and all of it by keyboard alone.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { buildSite, openChromium } = require('./site.js');

const families = '安白蔡曹陈邓董范方冯高顾郭韩何贺胡黄贾江金孔李梁林刘卢罗马孟潘彭钱秦邱任沈石宋苏孙谭唐田汪王魏吴夏谢'.split('');
const givens = '宝昌德芳福贵海惠吉佳建俊凯兰莉'.split('');
const COUNT = 5000, A_PAGE = 50, MOST_BYTES = 1500000;

// 50 families by 10 by 10 given names, each name once.
function names() {
	const all = [];
	for (const family of families)
		for (const first of givens.slice(0, 10))
			for (const second of givens.slice(5))
				all.push(family + first + second);
	return all;
}

function archive() {
	const content = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-people-'));
	const all = names();
	fs.writeFileSync(path.join(content, 'people.yaml'), all.map(name => `- name: ${name}\n`).join(''));
	const day = path.join(content, '2021-03-05');
	fs.mkdirSync(day);
	for (let i = 0; i < all.length; i += A_PAGE) {
		const number = String(i / A_PAGE + 1).padStart(3, '0');
		fs.writeFileSync(path.join(day, `${number}.md`),
			`---\ntitle: 名单之${number}\n---\n\n${all.slice(i, i + A_PAGE).join('、')}等参加。\n\n` +
			`市水务局局长${all[i]}讲了话。\n`);
	}
	return content;
}

const failures = [];

function check(what, good, seen) {
	if (!good)
		failures.push(`${what}: ${seen}`);
}

const shown = page => page.$$eval('.letter [data-find]',
	items => items.filter(item => item.offsetParent).map(item => item.querySelector('a').textContent));

async function checkFilter(page) {
	for (const [typed, good] of [
		['王海惠', found => found.join() === '王海惠'],
		['wanghaihui', found => found.join() === '汪海惠,王海惠'],
		['zzz', found => !found.length],
		['whh', found => found.includes('王海惠') && found.every(name => /^[汪王魏吴]/.test(name))],
		['水务局', found => found.length === COUNT / A_PAGE],
		['', found => found.length === COUNT],
	]) {
		await page.fill('.filter input', typed);
		const found = await shown(page);
		check(`typed ${typed}`, good(found), `${found.length} names: ${found.slice(0, 5)}`);
	}
}

async function checkOrder(page) {
	const letters = await page.$$eval('.letter h2[id^=letter-]', all => all.map(heading => heading.textContent));
	check('letters', letters.length > 15 && letters.join() === [...letters].sort().join(), letters);
	const jumps = await page.$$eval('nav.letters a', all => all.map(link => link.textContent));
	check('jump bar', jumps.join() === letters.join(), jumps);
	const wrong = await page.$$eval('.letter', sections => sections.filter(section => {
		const letter = section.querySelector('h2').textContent.toLowerCase();
		return [...section.querySelectorAll('[data-find]')].some(item => item.dataset.find[0] !== letter);
	}).length);
	check('names under other letters', wrong === 0, wrong);
}

// Tab leads to the filter, then to the letters; Enter jumps; a name is opened.
async function checkKeyboard(page) {
	const active = () => page.evaluate(() => document.activeElement.matches('.filter input') ? 'filter' :
		document.activeElement.closest('nav.letters') ? document.activeElement.textContent : '');
	await page.reload();
	let where = '';
	for (let i = 0; i < 60 && where !== 'filter'; i++) {
		await page.keyboard.press('Tab');
		where = await active();
	}
	check('Tab leads to the filter', where === 'filter', where);
	for (let i = 0; i < 60 && where !== 'W'; i++) {
		await page.keyboard.press('Tab');
		where = await active();
	}
	check('Tab leads to the letters', where === 'W', where);
	await page.keyboard.press('Enter');
	await page.waitForURL(/#letter-w$/);
	await page.waitForFunction(() => {
		const { top } = document.querySelector('#letter-w').getBoundingClientRect();
		return top >= 0 && top < innerHeight;
	});
	await page.focus('.filter input');
	await page.keyboard.type('王海惠');
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(() => document.activeElement.textContent) === '王海惠')
			break;
	}
	await Promise.all([page.waitForURL(/people\/wang-haihui/), page.keyboard.press('Enter')]);
	check('Enter opens the person', (await page.textContent('h1')).includes('王海惠'), page.url());
}

async function main() {
	const browser = await openChromium();
	if (!browser) {
		console.log('no Chromium or no playwright-core');
		return 77;
	}
	const content = archive();
	const site = buildSite(content);
	fs.rmSync(content, { recursive: true });
	const file = path.join(site.folder, 'people/index.html');
	const { size } = fs.statSync(file);
	check('bytes', size < MOST_BYTES, size);
	const page = await browser.newPage();
	await page.goto(`file://${file}`);
	await checkOrder(page);
	await checkFilter(page);
	await checkKeyboard(page);
	await browser.close();
	site.remove();
	console.log(failures.length ? failures.join('\n') : `${COUNT} names, ${size} bytes`);
	return failures.length ? 1 : 0;
}

main().then(status => process.exit(status), error => {
	console.error(error);
	process.exit(1);
});
