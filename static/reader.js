'use strict';

/* On every page: the switch for large type, which the browser remembers, and the worker that keeps pages for reading
 * without a connection. Pages are whole without this script. */

(() => {
	const { dataset, classList } = document.documentElement;
	const button = document.querySelector('.type-size');

	function remembered() {
		try {
			return localStorage.getItem('type') === 'large';
		} catch {
			return false;
		}
	}

	function remember(large) {
		try {
			localStorage.setItem('type', large ? 'large' : '');
		} catch {
			/* The browser keeps nothing: the size lasts as long as the page. */
		}
	}

	function show(large) {
		classList.toggle('large-type', large);
		button?.setAttribute('aria-pressed', large);
	}

	show(remembered());
	button?.addEventListener('click', () => {
		const large = !classList.contains('large-type');
		show(large);
		remember(large);
	});
	if (button)
		button.hidden = false;

	/* Neither from disk nor in the hidden frame of the search page. */
	if (!location.protocol.startsWith('http') || window.parent !== window)
		return;
	const root = dataset.root || './';
	const link = document.createElement('link');
	link.rel = 'manifest';
	link.href = `${root}manifest.webmanifest`;
	document.head.append(link);
	if ('offline' in dataset)
		navigator.serviceWorker?.register(`${root}worker.js`).catch(() => {});
})();
