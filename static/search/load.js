'use strict';

/* Files of the index are classic scripts that call backfile() with JSON: the only kind of data file
 * that a page opened from disk may load. One loader serves http and disk. */

/* Called by each file of the index. */
function backfile(json) {
	document.currentScript.backfileJson = json;
}

/* The path from this page to the top of the site. */
function siteRoot() {
	return document.documentElement.dataset.root || './';
}

/* A promise of a script that has run; rejected when the file is missing. */
function loadScript(address) {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = address;
		script.addEventListener('error', () => reject(new Error(`${address}: missing`)));
		script.addEventListener('load', () => {
			script.remove();
			resolve(script);
		});
		document.head.append(script);
	});
}

/* A function to a promise for each path, made once; a failed one is made again when asked for again. */
function onceEach(make) {
	const promises = new Map();
	return path => {
		if (!promises.has(path)) {
			const promise = make(path);
			promise.catch(() => promises.delete(path));
			promises.set(path, promise);
		}
		return promises.get(path);
	};
}

/* Reads the JSON of files below search/. */
function indexReader() {
	return onceEach(async path => {
		const { backfileJson } = await loadScript(`${siteRoot()}search/${path}`);
		if (backfileJson === undefined)
			throw new Error(`${path}: damaged`);
		return backfileJson;
	});
}

/* Loads a script of later/, whose address the form tells. */
const later = onceEach(name =>
	loadScript(siteRoot() + document.getElementById('search-form').dataset[name]));
