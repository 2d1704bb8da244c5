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

async function termFolderRead(read, name) {
	const json = await read(`${name}/terms.js`);
	const bits = bitsRead(json.first);
	let term = '';
	const first = Array.from({ length: json.shards }, () => (term = bitsTerm(bits, term)));
	return { name, articles: json.articles, first };
}

/* The terms in the JSON of a shard with their postings, one after another. */
function* shardTerms({ terms, codes }, folder) {
	const bits = bitsRead(codes);
	for (let i = 0, term = ''; i < terms; i++) {
		term = bitsTerm(bits, term);
		yield [term, bitsPostings(bits, folder.articles)];
	}
}

async function shardOpen(read, folder, number) {
	return shardTerms(await read(`${folder.name}/${number}.js`), folder);
}

async function termFolderFind(read, folder, term) {
	const shard = countUpTo(folder.first, term) - 1;
	for (const [found, postings] of shard < 0 ? [] : await shardOpen(read, folder, shard))
		if (found === term)
			return postings;
	return { articles: [], impacts: [] };
}

/* The articles of all terms that begin with a character; triples are where their pairs are. */
async function termFolderFindAll(read, folder, head) {
	const isWanted = term => term.startsWith(head) && [...term].length <= 2;
	const fromShard = async number => [...await shardOpen(read, folder, number)]
		.filter(([term]) => isWanted(term)).map(([, postings]) => postings);
	const lists = [];
	const start = Math.max(0, countUpTo(folder.first, head) - 1);
	for (let shard = start; shard < folder.first.length; shard++) {
		const first = folder.first[shard];
		if (comparePoints(first, head) > 0 && !first.startsWith(head))
			break;
		lists.push(fromShard(shard));
	}
	return mergePostings((await Promise.all(lists)).flat(), Math.max);
}
