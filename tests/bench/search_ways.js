// Ways to ask a built site: by the program, by the search page in a browser, by Pagefind. Each answers, for what is typed,
// {found: addresses of all that it finds, shown: of the first ten, count: how many it says there are, or null}.
'use strict';

const { execFile } = require('child_process');

const AT_ONCE = 2; // processes
const BATCH = 20; // queries that a page is given together
const SHOWN = 10;

const everything = { maxBuffer: 1 << 28, encoding: 'utf8' };

function askProgram(site, typed) {
	const words = ['search', '--json', '--limit', '1000000', '--site', site, '--', typed];
	return new Promise((resolve, reject) => execFile(process.env.BACKFILE, words, everything, (error, output) => {
		if (error)
			return reject(error);
		const answer = JSON.parse(output);
		const found = answer.articles.map(article => article.address);
		return resolve({ found, shown: found, count: answer.exact ? answer.count : null });
	}));
}

// Asks for each; `tell` is told how many are done.
async function byProgram(site, asked, tell) {
	const answers = [];
	let next = 0;
	const work = async () => {
		while (next < asked.length) {
			const i = next++;
			answers[i] = await askProgram(site, asked[i]);
			tell(i + 1);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return answers;
}

// In the page: what its own scripts find and show for each; a text once read is kept, as browsers keep pages.
async function searchInPage(batch) {
	const world = window;
	if (!world.benchArchive) {
		const { pageTexts } = world, known = new Map();
		world.pageTexts = address => known.get(address) || known.set(address, pageTexts(address)).get(address);
		world.benchArchive = await world.archiveOpen(world.indexReader());
	}
	const archive = world.benchArchive, answers = [];
	const page = { list: document.createElement('ol'), status: document.createElement('p'), more: document.createElement('button') };
	for (const q of batch) {
		const request = { q, from: '', to: '', person: '', tag: '', column: '', page: '', kind: '', sort: '' };
		request.query = world.requestQuery(request, await world.archiveFold(archive, q));
		answers.push(await new Promise((resolve, reject) => {
			const results = world.resultsOpen(page, archive, request, () => true, state => world.resultsSettled(state) && resolve({
				hits: state.hits.filter(hit => hit.state !== 'refuted').map(hit => [hit.segment.names, hit.number]),
				shown: state.visible.map(hit => hit.article.address),
				unread: state.missing + state.unread + state.hits.filter(hit => hit.state === 'unread').length,
				status: page.status.textContent,
			}));
			world.searchAll(archive, request, found => results.update(found), () => true).catch(reject);
		}));
	}
	return answers;
}

// `addressOf` tells the address of an article of a segment.
async function byWindow(window, base, asked, addressOf, tell) {
	const answers = [];
	await window.open(`${base}search/index.html`);
	for (let i = 0; i < asked.length; i += BATCH) {
		const batch = asked.slice(i, i + BATCH);
		for (const { hits, shown, unread, status } of await window.evaluate(searchInPage.toString(), batch)) {
			const [, count] = status.match(/^找到 (\d+) 篇$/) || [];
			if (unread)
				throw new Error(`files could not be read: ${status}`);
			answers.push({ found: hits.map(hit => addressOf(...hit)), shown, count: count ? Number(count) : null });
		}
		tell(answers.length);
	}
	return answers;
}

module.exports = { byProgram, byWindow, SHOWN };
