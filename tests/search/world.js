// The scripts of the search page without a browser: loaded one after the other as a page does it, and an archive read from
// the folder of a built site.
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');

const root = path.resolve(__dirname, '../..');
const scripts = ['bits', 'fold', 'tokens', 'query_parse', 'index_reader', 'candidates', 'issue_reader', 'query', 'snippet'];

function loadScripts(more = []) {
	const document = { createElement: name => ({ name, textContent: '' }) };
	const world = vm.createContext({ TextDecoder, URLSearchParams, document });
	for (const name of [...scripts, ...more]) {
		const file = path.join(root, 'static/search', `${name}.js`);
		vm.runInContext(fs.readFileSync(file, 'utf8'), world, { filename: file });
	}
	return world;
}

// The reader of files below search/ that indexReader() is in the browser; counts the bytes it reads, each file once.
function openReader(site) {
	const known = new Map();
	const read = async name => {
		if (!known.has(name)) {
			const bytes = fs.readFileSync(path.join(site, 'search', name), 'utf8');
			read.bytes += Buffer.byteLength(bytes);
			known.set(name, JSON.parse(bytes.slice('backfile('.length, -')\n'.length)));
		}
		return known.get(name);
	};
	read.bytes = 0;
	return read;
}

// {read, manifest, fold}, as the scripts take it.
async function openArchive(world, site) {
	const read = openReader(site);
	const manifest = await read('manifest.js');
	return { read, manifest, fold: world.foldOpen(await read(manifest.fold)) };
}

// All hits of a request in order, before they are checked.
async function searchHits(world, archive, request) {
	let hits = [];
	request.query = world.requestQuery(request, archive.fold);
	await world.searchAll(archive, request, found => {
		if (found.missing)
			throw new Error('files are missing');
		hits = found.hits;
	}, () => true);
	return hits;
}

module.exports = { root, loadScripts, openArchive, searchHits };
