'use strict';

const ISSUE_DAY_MASK = (1 << 22) - 1;

/* What results show of an article before its page is read. FORMAT.md, "Issues". */

function dayNumber(year, month, day) {
	return (year * 13 + month) * 32 + day;
}

/* "2024-03-05" as a number that keeps the order; unknown parts are 0, or the greatest when `end`. */
function dayOfText(text, end) {
	const [year, month, day] = text.split('-').map(Number);
	return dayNumber(year || 0, month || (end ? 12 : 0), day || (end ? 31 : 0));
}

function yearOfDay(day) {
	return Math.floor(day / 416);
}

function issuePath(day, hash) {
	const two = number => String(number).padStart(2, '0');
	const month = Math.floor(day / 32) % 13;
	let date = day ? String(yearOfDay(day)).padStart(4, '0') : 'undated';
	if (month)
		date += `-${two(month)}`;
	if (day % 32)
		date += `-${two(day % 32)}`;
	return `issues/${date}-${hash}.js`;
}

/* The issues of a segment in order: {day, first, count, path}. */
async function issueEntriesRead(read, names) {
	const json = await read(`${names}.js`);
	const bits = bitsRead(json.list);
	let day = 0, next = 0;
	return Array.from({ length: json.issues }, () => {
		const first = next;
		day = day + bitsNumber(bits, BITS_ORDER) & ISSUE_DAY_MASK;
		const count = bitsNumber(bits, BITS_ORDER), hash = bitsTake(bits, 32) >>> 0;
		next += count;
		return { day, first, count, path: issuePath(day, hash.toString(16).padStart(8, '0')) };
	});
}

/* The issue of an article. */
function issueEntryOf(entries, article) {
	let from = 0, to = entries.length - 1;
	while (from < to) {
		const middle = (from + to + 1) >> 1;
		if (entries[middle].first <= article)
			from = middle;
		else
			to = middle - 1;
	}
	return entries[from];
}

/* What is shown of an article. */
async function issueEntryArticle(read, entry, article) {
	const json = await read(entry.path);
	const [address, title, page, column, kind] = json.articles[article - entry.first];
	return { address: json.folder + address, title, date: json.date, page, column, kind };
}
