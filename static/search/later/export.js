'use strict';

/* Copies the results shown: as lines of text, as RIS for reference managers, as CSV (RFC 4180) for tables. */

function exportLine(article, paper, words) {
	const page = article.page ? ` ${pageInWords(article.page, words)}` : '';
	return `${article.title}\t${paper} ${dateInWords(article.date, words)}${page}\t${article.url}`;
}

function exportRis(article, paper) {
	const lines = ['TY  - NEWS', `TI  - ${article.title}`, `T2  - ${paper}`];
	if (article.date) {
		lines.push(`PY  - ${article.date.slice(0, 4)}`, `DA  - ${article.date.replaceAll('-', '/')}`);
	}
	if (article.page)
		lines.push(`SP  - ${article.page}`);
	if (article.column)
		lines.push(`SE  - ${article.column}`);
	return [...lines, `UR  - ${article.url}`, 'ER  - ', ''].join('\r\n');
}

/* A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function exportCell(text) {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function exportCsv(articles, paper) {
	const rows = articles.map(article =>
		[article.title, paper, article.date, article.page, article.column, article.url]);
	return [['title', 'paper', 'date', 'page', 'column', 'url'], ...rows]
		.map(row => `${row.map(exportCell).join(',')}\r\n`).join('');
}

/* `form` is text, ris or csv. */
function exportText(articles, paper, form, words) {
	if (form === 'csv')
		return exportCsv(articles, paper);
	if (form === 'ris')
		return articles.map(article => exportRis(article, paper)).join('');
	return articles.map(article => `${exportLine(article, paper, words)}\n`).join('');
}

/* Where the browser gives no clipboard, the text is put into a field to be copied by hand. */
async function exportCopy(text, said, words, count) {
	try {
		await navigator.clipboard.writeText(text);
		said.textContent = words.copied(count);
	} catch {
		const field = textElement('textarea', '');
		field.readOnly = true;
		field.value = text;
		said.replaceChildren(words.copyBy, field);
		field.select();
	}
}

function exportResults(page, state, form) {
	const articles = state.visible.filter(hit => hit.article).map(({ article }) =>
		({ ...article, url: new URL(siteRoot() + article.address, location.href).href }));
	const words = pageWords();
	const text = exportText(articles, page.form.dataset.paper, form, words);
	return exportCopy(text, page.copy.querySelector('output'), words, articles.length);
}
