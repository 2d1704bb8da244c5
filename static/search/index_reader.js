'use strict';

/* Reads folders of terms. FORMAT.md, "Folders of terms". `read` is what indexReader() makes: path below
 * search/ to a promise of JSON. */

/* Order by code points, as the files have it; JavaScript's own is by UTF-16 units. */
function comparePoints(a, b) {
	const left = [...a], right = [...b];
	for (let i = 0; i < left.length && i < right.length; i++) {
		const difference = left[i].codePointAt(0) - right[i].codePointAt(0);
		if (difference)
			return difference;
	}
	return left.length - right.length;
}

/* How many of the sorted names are not behind the term. */
function countUpTo(names, term) {
	let from = 0, to = names.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (comparePoints(names[middle], term) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* A node of the directory: {first, open}, the first terms below each entry, and what opens an entry: a node, or the terms
 * and postings of a shard. */
async function termNodeRead(read, path, articles) {
	const json = await read(`${path}.js`);
	const bits = bitsRead(json.codes), first = [], files = [];
	for (let term = '', left = json.shards || json.branches; left; left--) {
		first.push(term = bitsTerm(bits, term));
		files.push(`${path.split('/')[0]}/${bitsName(bits)}`);
	}
	const open = json.shards
		? async at => shardTerms(await read(`${files[at]}.js`), articles)
		: at => termNodeRead(read, files[at], articles);
	return { first, open };
}

/* The terms in the JSON of a shard with their postings, one after another. */
function* shardTerms({ terms, codes }, articles) {
	const bits = bitsRead(codes);
	for (let i = 0, term = ''; i < terms; i++) {
		term = bitsTerm(bits, term);
		yield [term, bitsPostings(bits, articles)];
	}
}

async function termFind(node, term) {
	const at = countUpTo(node.first, term) - 1;
	const below = at < 0 ? [] : await node.open(at);
	if (below.first)
		return termFind(below, term);
	for (const [found, postings] of below)
		if (found === term)
			return postings;
	return { articles: [], impacts: [] };
}

/* All terms that begin with a character, and their postings. */
async function termsFrom({ first, open }, head) {
	const fromEntry = async at => {
		const below = await open(at);
		return below.first ? termsFrom(below, head) : [...below].filter(([term]) => term.startsWith(head));
	};
	const lists = [];
	for (let at = Math.max(0, countUpTo(first, head) - 1); at < first.length; at++) {
		if (comparePoints(first[at], head) > 0 && !first[at].startsWith(head))
			break;
		lists.push(fromEntry(at));
	}
	return (await Promise.all(lists)).flat();
}

/* The articles with a character; triples are where their pairs are. */
async function termFindAll(node, head) {
	const terms = await termsFrom(node, head);
	return mergePostings(terms.filter(([term]) => [...term].length <= 2).map(([, postings]) => postings), Math.max);
}
