'use strict';

/* Checks texts against a query and marks places; generator/search/snippet.c does the same. */

const SNIPPET_LENGTH = 110;
const SNIPPET_BEFORE = 24;
const SURFACES_MOST = 8;

function mergeRanges(ranges) {
	const merged = [];
	for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = merged[merged.length - 1];
		if (last && start <= last[1])
			last[1] = Math.max(last[1], end);
		else
			merged.push([start, end]);
	}
	return merged;
}

function isPoint(character) {
	return character === '.' || character === '\uff0e';
}

function pieceRanges(piece, text, folded) {
	const ranges = [];
	for (let at = folded.text.indexOf(piece.folded); at >= 0; at = folded.text.indexOf(piece.folded, at + 1)) {
		const start = folded.starts[at], end = folded.ends[at + piece.folded.length - 1];
		const before = Number(Boolean(piece.points & POINT_BEFORE)), behind = Number(Boolean(piece.points & POINT_BEHIND));
		if ((!before || isPoint(text[start - 1])) && (!behind || isPoint(text[end])))
			ranges.push([start - before, end + behind]);
	}
	return ranges;
}

function textRanges(text, query, fold) {
	const folded = foldText(fold, text);
	return query.pieces.map(piece => pieceRanges(piece, text, folded));
}

function wantedRanges(ranges, query) {
	return mergeRanges(ranges.filter((_, i) => !query.pieces[i].excluded).flat());
}

/* Whether the texts match; and, if so, the ranges in each. */
function checkTexts(texts, query, fold) {
	const ranges = texts.map(text => textRanges(text, query, fold));
	const has = piece => ranges.some(ofText => ofText[query.pieces.indexOf(piece)].length > 0);
	if (!queryMatches(query, has))
		return null;
	return texts.map((text, i) => ({
		text,
		pieces: ranges[i].filter((places, k) => places.length && !query.pieces[k].excluded).length,
		ranges: wantedRanges(ranges[i], query),
	}));
}

/* The words as they stand in the texts, for the address of the article: it marks them by itself. */
function surfacesOf(checked) {
	const surfaces = new Set();
	for (const { text, ranges } of checked)
		for (const [start, end] of ranges)
			surfaces.add(text.slice(start, end));
	return [...surfaces].slice(0, SURFACES_MOST);
}

/* A place that is not inside a character. */
function wholeCharacter(text, at) {
	return /[\udc00-\udfff]/.test(text[at] || '') ? at - 1 : at;
}

function markedNodes(text, ranges, start, end) {
	const nodes = [];
	let at = start;
	for (const [from, to] of ranges) {
		if (to <= start || from >= end)
			continue;
		const mark = document.createElement('mark');
		mark.textContent = text.slice(Math.max(from, start), Math.min(to, end));
		nodes.push(text.slice(at, Math.max(from, start)), mark);
		at = Math.min(to, end);
	}
	nodes.push(text.slice(at, end));
	return nodes;
}

/* The nodes of a snippet: from the text with the most pieces that is not the title. */
function snippetNodes(checked, title) {
	const others = checked.filter(({ text }) => text !== title);
	const best = others.reduce((a, b) => (b.pieces > a.pieces ? b : a), others[0]);
	if (!best)
		return [];
	/* Without a match in the body, its first long text says most. */
	const shown = best.pieces ? best : others.find(({ text }) => text.length > 40) || best;
	const { text, ranges } = shown;
	const first = ranges.length ? ranges[0][0] : 0;
	const start = wholeCharacter(text, first + SNIPPET_LENGTH - SNIPPET_BEFORE <= text.length
		? Math.max(0, first - SNIPPET_BEFORE)
		: Math.max(0, text.length - SNIPPET_LENGTH));
	const end = wholeCharacter(text, Math.min(text.length, start + SNIPPET_LENGTH));
	return [
		...(start > 0 ? ['…'] : []),
		...markedNodes(text, ranges, start, end),
		...(end < text.length ? ['…'] : []),
	];
}
