'use strict';

/* Clippings: articles that a reader keeps, with their citations, in the browser's own storage. On the page of an
 * article a button adds or removes it; clippings.html lists all and exports them. */

(() => {
	const root = document.documentElement.dataset.root;
	const key = `clippings ${new URL(`${root}index.html`, location.href).pathname}`;

	function read() {
		try {
			return JSON.parse(localStorage.getItem(key)) || [];
		} catch {
			return [];
		}
	}

	function write(clippings) {
		try {
			localStorage.setItem(key, JSON.stringify(clippings));
		} catch {
			/* The browser keeps nothing: the list stays as it was. */
		}
	}

	function element(name, text) {
		const made = document.createElement(name);
		made.textContent = text;
		return made;
	}

	function button(text, act) {
		const made = element('button', text);
		made.type = 'button';
		made.addEventListener('click', act);
		return made;
	}

	/* --- the page of an article --- */

	/* The way from the top of the site to this page. */
	function address() {
		const top = new URL(`${root || './'}`, location.href).pathname;
		return location.pathname.slice(top.length);
	}

	function clippingOf(place) {
		const forms = {};
		for (const form of document.querySelectorAll('[data-form]'))
			forms[form.dataset.form] = form.textContent;
		return { address: address(), name: place.dataset.name, place: place.dataset.place, forms };
	}

	function showToggle(place) {
		const toggle = button('', () => {
			const clippings = read(), others = clippings.filter(each => each.address !== address());
			write(others.length < clippings.length ? others : [...clippings, clippingOf(place)]);
			say();
		});
		function say() {
			const kept = read().some(each => each.address === address());
			toggle.textContent = kept ? place.dataset.remove : place.dataset.add;
			toggle.setAttribute('aria-pressed', kept);
		}
		say();
		place.prepend(toggle, ' ');
	}

	/* --- the list --- */

	const endings = { gbt2025: 'txt', gbt2015: 'txt', ris: 'ris', bibtex: 'bib', csl: 'json' };

	function exported(clippings, form) {
		const texts = clippings.map(each => each.forms[form]);
		return form === 'csl' ? `[${texts.join(',\n')}]\n` : `${texts.join('\n')}\n`;
	}

	function save(text, name) {
		const link = document.createElement('a');
		link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
		link.download = name;
		link.click();
		URL.revokeObjectURL(link.href);
	}

	function showList(list) {
		const clippings = read();
		list.hidden = !clippings.length;
		document.getElementById('clippings-empty').hidden = clippings.length > 0;
		list.querySelector('ol').replaceChildren(...clippings.map(each => {
			const item = document.createElement('li'), title = document.createElement('p');
			const link = element('a', each.name), place = element('p', `${each.place} `);
			title.className = 'entry-title';
			place.className = 'entry-place';
			link.href = root + each.address;
			title.append(link);
			place.append(button(list.dataset.remove, () => {
				write(read().filter(other => other.address !== each.address));
				showList(list);
			}));
			item.append(title, place);
			return item;
		}));
	}

	const place = document.querySelector('.clip'), list = document.getElementById('clippings');
	if (place)
		showToggle(place);
	if (!list)
		return;
	showList(list);
	document.getElementById('clippings-export').addEventListener('click', ({ target }) => {
		if (target.value)
			save(exported(read(), target.value), `clippings.${endings[target.value]}`);
		else if (target.matches('button')) {
			write([]);
			showList(list);
		}
	});
})();
