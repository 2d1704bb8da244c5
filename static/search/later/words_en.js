'use strict';

/* What the search page says, in English. */

WORDS.en = {
	searching: 'Searching…',
	none: 'Nothing found.',
	found: n => (n === 1 ? '1 article' : `${n} articles`),
	about: n => `about ${n} articles`,
	earlier: ', still looking through other years…',
	incomplete: 'The index is incomplete: a file is missing or damaged, so results may be missing.',
	unreadable: '(the text could not be read and was not checked)',
	alsoFor: (typed, others) =>
		`No article has exactly “${typed}”; also searched for ${others.map(other => `“${other}”`).join(', ')}:`,
	wider: 'Search without dates and conditions',
	leaf: 'Fewer or shorter words may help. To leaf through:',
	leaves: [['people/index.html', 'people'], ['tags/index.html', 'topics'], ['index.html#years', 'issues']],
	alike: 'Written alike, also here:',
	more: 'More results',
	page: page => `page ${page}`,
	kinds: { news: 'news', brief: 'brief', feature: 'feature', commentary: 'commentary', photo: 'photograph',
		notice: 'notice', weather: 'weather', poem: 'poem', advert: 'advertisement', obituary: 'obituary' },
	date: (year, month, day) => [year, month, day].filter(Boolean)
		.map(part => String(part).padStart(2, '0')).join('-'),
	undated: 'undated',
	untitled: '(untitled)',
	fields: { person: 'Person', tag: 'Topic', column: 'Column', page: 'Page', kind: 'Kind' },
	years: 'Years',
	months: 'Months',
	shown: name => `${name} in the results shown`,
	further: 'Columns, pages, kinds',
	label: (name, value) => `${name}: ${value}`,
	remove: 'Remove this condition',
	copied: n => `${n} copied`,
	copyBy: 'Press Ctrl+C to copy',
	suggestions: 'Suggestions',
	title: 'Article',
	articles: n => `${n}`,
};
