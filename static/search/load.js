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

/* A promise of the JSON of one script; rejected when the file is missing or damaged. */
function loadScript(address) {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		const fail = () => reject(new Error(`${address}: missing or damaged`));
		script.src = address;
		script.addEventListener('error', fail);
		script.addEventListener('load', () => {
			script.remove();
			if (script.backfileJson === undefined)
				fail();
			else
				resolve(script.backfileJson);
		});
		document.head.append(script);
	});
}

/* Reads files below search/, each once; a failed one is tried again when asked for again. */
function indexReader() {
	const promises = new Map();
	return path => {
		if (!promises.has(path)) {
			const promise = loadScript(`${siteRoot()}search/${path}`);
			promise.catch(() => promises.delete(path));
			promises.set(path, promise);
		}
		return promises.get(path);
	};
}
