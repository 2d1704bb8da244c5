'use strict';

/* Filters a long list of names while one types: by the name itself, by its reading (guolingji) and by
 * initials (glj), and by the office that is printed with it. The page gives each name's reading and initials in
 * data-find, the office in data-office; without this script all
 * names are shown, as if nothing were typed. */

(() => {
	const place = document.querySelector('.filter');
	const names = Array.from(document.querySelectorAll('[data-find]'), item => ({
		item,
		name: item.querySelector('a').textContent,
		readings: item.dataset.find.split(' '),
		office: item.dataset.office || '',
	}));
	if (!place || !names.length)
		return;

	/* Spaces, tones and capitals do not count. */
	function plain(text) {
		return text.normalize('NFD').replace(/[\s\u0300-\u036f'’·]/g, '').toLowerCase();
	}

	function matches({ name, readings, office }, wanted) {
		return plain(name).includes(wanted) || office.includes(wanted) || readings.some(reading => reading.startsWith(wanted));
	}

	function show(text) {
		const wanted = plain(text);
		let count = 0;
		for (const entry of names) {
			entry.item.hidden = !matches(entry, wanted);
			count += !entry.item.hidden;
		}
		for (const section of document.querySelectorAll('.letter'))
			section.hidden = !section.querySelector('[data-find]:not([hidden])');
		answer.value = wanted ? `${count} ${place.dataset.filter}` : '';
	}

	const input = document.createElement('input');
	const answer = document.createElement('output');
	input.type = 'search';
	input.placeholder = place.dataset.hint;
	input.setAttribute('aria-label', place.dataset.hint);
	input.addEventListener('input', () => show(input.value));
	place.append(input, answer);
	place.hidden = false;
})();
