#!/usr/bin/env node
// The scripts of the search page against the cases that the C code satisfies too.
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const assert = require('assert');
const { loadScripts } = require('./world.js');

function vectors(name) {
	return JSON.parse(fs.readFileSync(path.join(__dirname, name), 'utf8'));
}

// Values made in the world have other prototypes than ours: compared as JSON.
function same(actual, expected, what) {
	assert.deepStrictEqual(JSON.parse(JSON.stringify(actual)), expected, what);
}

const world = loadScripts();
const fold = world.foldOpen(vectors('fold_table.json'));
let cases = 0;

for (const { text, folded, terms, lasts } of vectors('fold.json')) {
	const actual = world.foldText(fold, text);
	same(actual.text, folded, text);
	same(world.tokensOf(fold, folded), { terms, lasts }, text);
	// Every unit of folded text knows where it comes from, in order.
	assert.strictEqual(actual.starts.length, folded.length);
	actual.starts.forEach((start, i) => {
		assert(start <= actual.ends[i] && actual.ends[i] <= text.length);
		assert(!i || start >= actual.starts[i - 1], text);
	});
	cases++;
}

// Without the table: what folds by it is known to need it, and what does not folds to the same.
const bare = world.foldOpen(null);
const table = vm.runInContext('fold => [...fold.table.keys()]', world)(fold);
for (const character of table)
	assert(world.foldNeedsTable(bare, character), character);
for (const character of '乐业㊞1Ａａ，。“”《》〇々かなé')
	if (!world.foldNeedsTable(bare, character))
		assert.strictEqual(world.foldText(bare, character).text, world.foldText(fold, character).text, character);
assert(!world.foldNeedsTable(bare, '营商环境，2024年“一带一路”（Ａ0１）：……——、《天下》'));
assert(!world.foldNeedsTable(fold, '營商環境'));
cases += 3;

const bits = vectors('bits.json');
for (const { order, numbers, codes } of bits.numbers) {
	const from = world.bitsRead(codes);
	same(numbers.map(() => world.bitsNumber(from, order)), numbers, codes);
	cases++;
}
for (const { articles, postings, codes } of bits.postings) {
	same(world.bitsPostings(world.bitsRead(codes), articles),
		{ articles: postings.map(([article]) => article), impacts: postings.map(([, impact]) => impact) }, codes);
	cases++;
}
for (const { terms, codes } of bits.terms) {
	const from = world.bitsRead(codes);
	let term = '';
	same(terms.map(() => (term = world.bitsTerm(from, term))), terms, codes);
	cases++;
}

// A folder of terms with a root above two nodes.
async function findInFolder() {
	const { root, articles: bound, files, terms, characters } = vectors('directory.json');
	const folder = await world.termNodeRead(async path => files[path], root, bound);
	for (const { term, articles, impacts } of terms)
		same(await world.termFind(folder, term), { articles, impacts }, term);
	for (const { character, articles, impacts } of characters)
		same(await world.termFindAll(folder, character), { articles, impacts }, character);
	return terms.length + characters.length;
}

for (const { typed, pieces, clauses } of vectors('query.json')) {
	const query = world.queryParse(typed, fold);
	const shared = ({ folded, terms, single, exact, excluded }) => ({ folded, terms, single, exact, excluded });
	same(query.pieces.map(shared), pieces, typed);
	if (clauses)
		same(query.pieces.map(piece => `${piece.clause}.${piece.alternative}`).join(' '), clauses, typed);
	assert.strictEqual(query.wanted, pieces.filter(piece => !piece.excluded).length);
	cases++;
}

for (const { query, texts, matches, marks } of vectors('match.json')) {
	const checked = world.checkTexts(texts, world.queryParse(query, fold), fold);
	assert.strictEqual(checked !== null, matches, `${query}: ${texts}`);
	if (marks)
		same(checked.flatMap(({ text, ranges }) => ranges.map(range => text.slice(...range))), marks, query);
	cases++;
}

// Codes that end too early, or have a character that is none.
for (const damaged of ['', ' ', '<<', '~~'])
	assert.throws(() => [...world.shardTerms({ terms: 50, codes: damaged }, { articles: 100 })], damaged);
// Order by code points: an ideograph beyond the basic plane comes behind a compatibility form.
assert(world.comparePoints('𠮷', '\uffe5') > 0);
assert(world.comparePoints('一', '一下') < 0);
// Days: a year's first day includes what is dated by year only.
const days = world.requestDays({ from: '2024-01-01', to: '2024-12-31' });
assert(days.from <= world.dayOfText('2024') && world.dayOfText('2024', true) <= days.to);
assert(world.dayOfText('2023', true) < days.from);
assert.strictEqual(world.issuePath(world.dayOfText('2024-03-05'), '0123abcd'), 'issues/2024-03-05-0123abcd.js');
assert.strictEqual(world.issuePath(0, '0123abcd'), 'issues/undated-0123abcd.js');
cases += 9;

// A count is exact when all are checked: what could not be read is not.
const shown = loadScripts(['words', 'results']);
shown.document.documentElement = { lang: 'zh-Hans' };
for (const [states, text] of [[['shown', 'shown'], '找到 2 篇'], [['shown', 'refuted'], '找到 1 篇'], [['shown', 'unread'], '约 2 篇']]) {
	const status = { textContent: '' };
	const hits = states.map(state => ({ state }));
	shown.statusShow(status, { hits, visible: hits, done: true, missing: 0, unread: 0 }, { query: shown.queryParse('渡口新船', fold) });
	assert.strictEqual(status.textContent, text);
	cases++;
}

// Where files are missing, nothing found is no count of none.
for (const [hits, text] of [[[], /^索引不完整/], [[{ state: 'shown' }], /^找到 1 篇 索引不完整/]]) {
	const status = { textContent: '' };
	shown.statusShow(status, { hits, visible: hits, done: true, missing: 1, unread: 0 }, { query: shown.queryParse('渡口新船', fold) });
	assert.match(status.textContent, text);
	cases++;
}

findInFolder().then(found => console.log(`${cases + found} cases`));
