'use strict';

/* Files of the index are scripts that call backfile() with JSON: what http and disk both load. */

/* Called by each file of the index. */
function backfile(json) {
	document.currentScript.backfileJson = json;
}

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

const laterScript = onceEach(loadScript);

/* Loads a script of later/, whose address the form tells, and what these scripts say. */
const later = onceEach(async name => {
	const { dataset } = document.getElementById('search-form');
	const words = document.documentElement.lang.startsWith('zh') ? 'words_zh' : 'words_en';
	await Promise.all([words, name].map(each => laterScript(siteRoot() + dataset[each])));
});
