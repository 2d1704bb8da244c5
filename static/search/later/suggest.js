'use strict';

/* Suggestions while one types: persons and topics by name, pinyin or initials, and titles by their words. A
 * person or topic narrows the search to it; a title leads to its article. */

const SUGGEST_PAUSE = 120; /* milliseconds without a key */
const SUGGEST_NAMES = 6;
const SUGGEST_TITLES = 4;

/* Spaces, tones and capitals do not count. */
function suggestPlain(text) {
	return text.normalize('NFD').replace(/[\s\u0300-\u036f'’·]/g, '').toLowerCase();
}

/* Names that begin with what is typed before those that have it inside, else by their number of articles. */
function suggestNames(list, typed, field, words) {
	const wanted = suggestPlain(typed);
	const rank = ([name, , readings]) => {
		if (suggestPlain(name).startsWith(wanted) || readings.split(' ').some(reading => reading === wanted))
			return 0;
		if (readings.split(' ').some(reading => reading.startsWith(wanted)))
			return 1;
		return suggestPlain(name).includes(wanted) ? 2 : 3;
	};
	return list.map(entry => ({ entry, rank: rank(entry) })).filter(found => found.rank < 3)
		.sort((a, b) => a.rank - b.rank || b.entry[3] - a.entry[3]).slice(0, SUGGEST_NAMES)
		.map(({ entry: [name, slug, , count] }) =>
			({ text: name, about: `${words.fields[field]} ${words.articles(count)}`, changes: { q: '', [field]: slug } }));
}

/* The newest articles with what is typed in their title. */
async function suggestTitles(archive, typed, words, isCurrent) {
	const query = queryParse(typed, await archiveFold(archive, typed));
	if (query.pieces.length !== 1 || query.pieces[0].single)
		return [];
	let hits = [];
	await searchAll(archive, { sort: 'newest', query }, found => { hits = found.hits; }, isCurrent);
	const suggestions = [];
	for (const hit of hits.filter(({ impacts }) => impacts === 3).slice(0, 2 * SUGGEST_TITLES)) {
		const article = await issueEntryArticle(archive.read, hit.issue, hit.number);
		const fold = await archiveFold(archive, article.title);
		if (checkTexts([article.title], query, fold) && suggestions.length < SUGGEST_TITLES)
			suggestions.push({ text: article.title, about: `${words.title} ${dateInWords(article.date, words)}`,
				address: siteRoot() + article.address });
	}
	return suggestions;
}

/* A combobox as in the ARIA Authoring Practices: focus stays in the field, the option is its active
 * descendant. `choose` is told the suggestion. */
function suggestList(field, label, choose) {
	const list = textElement('ul', 'suggestions');
	let suggestions = [], active = -1;
	list.id = 'search-suggestions';
	list.hidden = true;
	for (const [name, value] of Object.entries({ role: 'listbox', 'aria-label': label }))
		list.setAttribute(name, value);
	for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list',
		'aria-controls': list.id, 'aria-expanded': 'false' }))
		field.setAttribute(name, value);
	field.after(list);

	function activate(index) {
		active = index;
		[...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
		field.setAttribute('aria-activedescendant', index < 0 ? '' : list.children[index].id);
	}
	/* Titles come later than names: what is active stays so. */
	function show(found) {
		const kept = active >= 0 && found[active]?.text === suggestions[active].text ? active : -1;
		suggestions = found;
		list.replaceChildren(...found.map(({ text, about }, i) => {
			const option = textElement('li', '', textElement('small', '', about), text);
			option.id = `search-suggestion-${i}`;
			option.setAttribute('role', 'option');
			option.addEventListener('pointerdown', event => {
				event.preventDefault();
				show([]);
				choose(found[i]);
			});
			return option;
		}));
		list.hidden = !found.length;
		field.setAttribute('aria-expanded', String(found.length > 0));
		activate(kept);
	}
	field.addEventListener('keydown', event => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (event.isComposing || !suggestions.length)
			return;
		if (step)
			activate((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1) - 1);
		else if (event.key === 'Enter' && active >= 0)
			choose(suggestions[active]);
		if (step || (event.key === 'Enter' && active >= 0))
			event.preventDefault();
		if (event.key === 'Escape' || event.key === 'Enter')
			show([]);
	});
	field.addEventListener('blur', () => show([]));
	return show;
}

function suggestStart(page, archiveNow, go) {
	const field = page.form.elements.namedItem('q'), words = pageWords();
	let latest = 0;
	const show = suggestList(field, words.suggestions, ({ changes, address }) => {
		if (address)
			location.href = address;
		else if (!go(requestAddress(changes, {})))
			location.href = requestAddress(changes, {});
	});

	async function suggest() {
		const number = ++latest, typed = field.value.trim();
		const isCurrent = () => number === latest && document.activeElement === field;
		await new Promise(resolve => { setTimeout(resolve, SUGGEST_PAUSE); });
		if (!isCurrent() || !typed)
			return isCurrent() && show([]);
		const archive = await archiveNow();
		const names = await archive.read(archive.manifest.suggest);
		const found = [...suggestNames(names.people, typed, 'person', words),
			...suggestNames(names.tags, typed, 'tag', words)].slice(0, SUGGEST_NAMES);
		if (isCurrent())
			show(found);
		const titles = await suggestTitles(archive, typed, words, isCurrent);
		if (isCurrent() && titles.length)
			show([...found, ...titles]);
	}
	const listen = () => suggest().catch(() => {});
	field.addEventListener('input', event => event.isComposing || listen());
	field.addEventListener('compositionend', listen);
	page.form.addEventListener('submit', () => {
		latest++;
		show([]);
	});
	listen();
}
