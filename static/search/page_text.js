'use strict';

/* The searchable text of an article page: what stands in elements with the attribute data-text. Over
 * http the page is fetched; a page opened from disk may not do that, so there the article opens in a
 * hidden frame and its own script, answer.js, tells the texts. */

const FRAME_PATIENCE = 10000; /* milliseconds */

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

function frameTexts(address) {
	return new Promise((resolve, reject) => {
		const frame = document.createElement('iframe');
		const timer = setTimeout(() => end(() => reject(new Error(`${address}: no answer`))),
			FRAME_PATIENCE);
		function end(settle) {
			clearTimeout(timer);
			window.removeEventListener('message', hear);
			frame.remove();
			settle();
		}
		function hear(event) {
			if (event.source === frame.contentWindow && event.data && Array.isArray(event.data.texts))
				end(() => resolve(event.data.texts));
		}
		window.addEventListener('message', hear);
		frame.hidden = true;
		frame.src = address;
		document.body.append(frame);
	});
}

/* A promise of the texts of the page at an address below the top of the site. */
function pageTexts(address) {
	const read = location.protocol === 'file:' ? frameTexts : fetchTexts;
	return read(siteRoot() + address);
}
