#!/usr/bin/env node
// `backfile search` and the scripts of the search page answer the same: 500 queries drawn from the demonstration archive, with
// quotation marks, exclusions, alternatives, dates, names, orders and wrong characters mixed in; count, order, snippets, marks and
// what is searched for instead are compared.
'use strict';

const { execFileSync } = require('child_process');
const path = require('path');
const assert = require('assert');
const { buildSite, readArticles } = require('../browser/site.js');
const { root, loadScripts, openArchive, searchHits } = require('./world.js');

const COUNT = 500;
const backfile = path.resolve(process.env.BACKFILE || path.join(root, 'build/backfile'));

// Park and Miller's generator: the same queries on every machine.
let seed = 20240305;
function chance(below) {
	seed = (seed * 48271) % 2147483647;
	return seed % below;
}

const pick = list => list[chance(list.length)];

function randomPart(texts, most) {
	const characters = [...pick(texts)];
	const start = chance(Math.max(1, characters.length));
	return characters.slice(start, start + 1 + chance(most)).join('').replace(/\s+/g, ' ');
}

const forms = [
	part => part(12), part => part(12), part => part(4), part => part(2), part => part(1),
	part => `"${part(8)}"`,
	part => `${part(3)} ${part(2)}`,
	part => `${part(2)} -${part(2)}`,
	part => `${part(3)} OR ${part(3)}`,
	part => `${part(2)} ${part(2)} OR "${part(4)}" OR ${part(1)}`,
	part => `-${part(2)}`,
	part => withOther(part(6)), part => withOther(part(6)),
];

// Another character in place of one: of those that are taken for each other, or one that the archive has not.
function withOther(text) {
	const characters = [...text], confused = ['己已', '未末', '人入', '大太', '士土', '日曰', '干千', '今令', '比北', '住往', '间问', '市巿'];
	const at = characters.findIndex(character => confused.some(pair => pair.includes(character)));
	if (at < 0)
		characters[chance(characters.length)] = '龘';
	else
		characters[at] = [...confused.find(pair => pair.includes(characters[at]))].find(other => other !== characters[at]);
	return characters.join('');
}

function randomRequest(texts, articles) {
	const request = { q: pick(forms)(most => randomPart(texts, most)) };
	const year = pick(articles).address.slice(0, 4);
	if (chance(4) === 0 && /^\d{4}$/.test(year))
		Object.assign(request, pick([{ from: `${year}-01-01` }, { to: `${year}-12-31` }, { from: `${year}-03`, to: year }]));
	if (chance(5) === 0)
		Object.assign(request, pick([{ page: pick(['01', '02', '1']) }, { kind: pick(['news', 'brief', 'commentary']) },
			{ person: pick(articles).person }, { tag: pick(articles).tag }]));
	return { ...request, sort: pick(['relevance', 'newest', 'oldest']) };
}

function askProgram(site, { q, ...narrowed }) {
	const options = Object.entries(narrowed).filter(([, value]) => value).map(([name, value]) => `--${name}=${value}`);
	const words = ['search', '--json', '--limit', '100000', '--site', site, ...options, '--', q];
	return JSON.parse(execFileSync(backfile, words, { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

async function findInstead(world, archive, request) {
	const narrowed = { from: '', to: '', ...request };
	narrowed.query = world.requestQuery(narrowed, archive.fold);
	return narrowed.query.wanted ? [...await world.fallbackFind(archive, narrowed, () => true)] : [];
}

async function showAll(world, archive, texts, asked) {
	const request = { from: '', to: '', ...asked }, answers = [];
	for (const hit of await searchHits(world, archive, request)) {
		const article = await world.issueEntryArticle(archive.read, hit.issue, hit.number);
		const checked = world.checkTexts(texts.get(article.address), request.query, archive.fold);
		if (!checked)
			continue;
		const nodes = [...world.snippetNodes(checked, article.title)];
		answers.push({
			address: article.address,
			snippet: nodes.map(node => node.textContent ?? node).join('') || null,
			marked: nodes.filter(node => node.name).map(node => node.textContent),
			surfaces: [...world.surfacesOf(checked)],
		});
	}
	return answers;
}

// {also, answers}, as the page shows it.
async function askScripts(world, archive, texts, request) {
	const answers = await showAll(world, archive, texts, request);
	const also = answers.length ? [] : await findInstead(world, archive, request);
	if (!also.length)
		return { also, answers };
	return { also, answers: await showAll(world, archive, texts, { ...request, q: world.fallbackQuery(also) }) };
}

async function main() {
	const site = buildSite();
	const articles = readArticles(site.folder);
	const texts = new Map(articles.map(article => [article.address, article.texts]));
	const world = loadScripts(['later/fallback', 'later/facets']);
	world.pageTexts = async address => texts.get(address);
	world.archiveFold = async archive => archive.fold;
	const archive = await openArchive(world, site.folder);
	for (const segment of archive.manifest.segments)
		for (const entry of await world.issueEntriesRead(archive.read, segment.names))
			for (let i = 0; i < entry.count; i++) {
				const { address } = await world.issueEntryArticle(archive.read, entry, entry.first + i);
				const { people, tags } = await world.issueEntryNames(archive.read, entry, entry.first + i);
				const article = articles.find(other => other.address === address);
				Object.assign(article, { person: people[0]?.[0], tag: tags[0]?.[0] });
			}
	let found = 0, some = 0, instead = 0;
	for (let i = 0; i < COUNT; i++) {
		const request = randomRequest(articles.flatMap(article => article.texts), articles);
		if (!request.q.trim())
			continue;
		const program = askProgram(site.folder, request);
		const { also, answers: scripts } = await askScripts(world, archive, texts, request);
		const what = JSON.stringify({ ...request, query: undefined });
		assert(program.exact, what);
		assert.deepStrictEqual(also, program.also, what);
		assert.strictEqual(scripts.length, program.count, what);
		assert.deepStrictEqual(scripts, program.articles.map(({ address, snippet, marked, surfaces }) =>
			({ address, snippet, marked, surfaces })), what);
		found += program.count;
		some += program.count > 0;
		instead += also.length > 0;
	}
	site.remove();
	assert(some > COUNT / 2, `only ${some} queries find something`);
	assert(instead > COUNT / 50, `only ${instead} find something instead`);
	console.log(`${COUNT} queries, ${some} with results, ${instead} with other ones instead, ${found} articles, all alike`);
}

main();
