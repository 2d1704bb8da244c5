'use strict';

/* On every article page. In the hidden frame of a search page it tells the page's searchable texts.
 * Opened from a result, as 01-3.html#mark=word&mark=word, it marks these words, which are as they stand
 * in the text. */

(() => {
	/* Where the words stand in a text: [start, end) pairs that do not overlap, in order. */
	function placesOf(words, text) {
		const places = [];
		for (const word of words)
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
				places.push([at, at + word.length]);
		places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
		let end = 0;
		return places.filter(place => place[0] >= end && (end = place[1]));
	}

	/* Puts the part [start, end) of a text node into a mark. */
	function markPart(node, start, end) {
		const part = node.splitText(start);
		part.splitText(end - start);
		const mark = document.createElement('mark');
		part.replaceWith(mark);
		mark.append(part);
	}

	/* Words may reach over the edges of links: each text node gets its own part of a mark. From the
	 * last to the first, so that places stay right. */
	function markElement(element, words) {
		const places = placesOf(words, element.textContent);
		if (!places.length)
			return;
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		const nodes = [];
		for (let at = 0; walker.nextNode(); at += walker.currentNode.length)
			nodes.push({ node: walker.currentNode, at, length: walker.currentNode.length });
		for (const { node, at, length } of nodes)
			for (const [from, to] of places.slice().reverse()) {
				const start = Math.max(from - at, 0), end = Math.min(to - at, length);
				if (start < end)
					markPart(node, start, end);
			}
	}

	const elements = Array.from(document.querySelectorAll('[data-text]'));
	if (window.parent !== window) {
		window.parent.postMessage({ texts: elements.map(element => element.textContent) }, '*');
		return;
	}
	const words = new URLSearchParams(location.hash.slice(1)).getAll('mark').filter(Boolean);
	if (!words.length)
		return;
	elements.forEach(element => markElement(element, words));
	const first = document.querySelector('mark');
	if (first)
		first.scrollIntoView({ block: 'center' });
})();
