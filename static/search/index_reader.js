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
	return {
		name,
		stoppers: json.stoppers,
		first: json.first ? json.first.split(' ') : [],
		heavy: json.heavy ? json.heavy.split(' ') : [],
	};
}

/* Of "商<codes>业<codes>": the tails with their codes. */
function shardTails(group) {
	return [...group.matchAll(/([^\x20-\x7e]*)([\x20-\x7e]+)/gu)];
}

/* Of one tail of a shard's group; of every tail when `all`: triples are where their pairs are. */
async function shardPostings(read, folder, number, term, all) {
	const shard = await read(`${folder.name}/${number}.js`);
	const [head] = term, tail = term.slice(head.length);
	return shardTails(shard[head] || '')
		.filter(found => (all ? [...found[1]].length < 2 : found[1] === tail))
		.map(found => densePostings(found[2], folder.stoppers));
}

async function heavyPostings(read, folder, number) {
	return densePostings(await read(`${folder.name}/h${number}.js`), folder.stoppers);
}

async function termFolderFind(read, folder, term) {
	const heavy = countUpTo(folder.heavy, term) - 1;
	if (heavy >= 0 && folder.heavy[heavy] === term)
		return heavyPostings(read, folder, heavy);
	const shard = countUpTo(folder.first, term) - 1;
	const found = shard < 0 ? [] : await shardPostings(read, folder, shard, term, false);
	return found[0] || { articles: [], impacts: [] };
}

async function termFolderFindAll(read, folder, head) {
	const lists = [];
	const start = Math.max(0, countUpTo(folder.first, head) - 1);
	for (let shard = start; shard < folder.first.length; shard++) {
		const first = folder.first[shard];
		if (comparePoints(first, head) > 0 && !first.startsWith(head))
			break;
		lists.push(shardPostings(read, folder, shard, head, true));
	}
	folder.heavy.forEach((term, i) => {
		if (term.startsWith(head) && [...term].length === 2)
			lists.push(heavyPostings(read, folder, i));
	});
	return mergePostings((await Promise.all(lists)).flat(), Math.max);
}
