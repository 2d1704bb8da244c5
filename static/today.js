'use strict';

/* On this day: which day it is only the reader's clock knows. The page says which days of the year have issues, in
 * data-days (03-05 06-11), and how to say it; without this script the whole year stays there to choose from. */

(() => {
	const place = document.querySelector('[data-days]');
	if (!place)
		return;
	const now = new Date(), two = number => String(number).padStart(2, '0');
	const today = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	const name = now.toLocaleDateString(document.documentElement.lang, { month: 'long', day: 'numeric' });
	const held = place.dataset.days.split(' ').includes(today);
	const said = (held ? place.dataset.held : place.dataset.none).replace('{day}', name);
	if (held) {
		const link = document.createElement('a');
		link.href = `${document.documentElement.dataset.root}days/${today}.html`;
		link.textContent = said;
		place.append(link);
	} else {
		place.textContent = said;
	}
	place.hidden = false;
	document.getElementById(`day-${today}`)?.setAttribute('aria-current', 'date');
})();
