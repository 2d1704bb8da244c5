'use strict';

/* The searchable text of an article page. From disk later/frame_texts.js reads it. */

function textsOf(root) {
	return Array.from(root.querySelectorAll('[data-text]'), element => element.textContent);
}

async function fetchTexts(address) {
	const response = await fetch(address);
	if (!response.ok)
		throw new Error(`${address}: ${response.status}`);
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	return textsOf(page);
}

/* A promise of the texts of the page at an address below the top of the site. */
async function pageTexts(address) {
	if (location.protocol !== 'file:')
		return fetchTexts(siteRoot() + address);
	await later('frame_texts');
	return frameTexts(siteRoot() + address);
}
