'use strict';

/* What the search page says, in the language of the page. */

const WORDS = {
	zh: {
		searching: '正在查找…',
		none: '没有找到。',
		found: n => `找到 ${n} 篇`,
		about: n => `约 ${n} 篇`,
		earlier: '，还在查找其余年份…',
		incomplete: '索引不完整：有文件缺失或损坏，结果可能不全。',
		unreadable: '（正文未能读取，未经核对）',
		more: '更多结果',
		page: page => `第${page}版`,
		date: (year, month, day) =>
			`${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`,
		undated: '日期不详',
		years: '年份',
		people: '所示结果中的人物',
		tags: '所示结果中的主题',
		person: name => `人物：${name}`,
		tag: name => `主题：${name}`,
		remove: '取消此条件',
	},
	en: {
		searching: 'Searching…',
		none: 'Nothing found.',
		found: n => (n === 1 ? '1 article' : `${n} articles`),
		about: n => `about ${n} articles`,
		earlier: ', still looking through other years…',
		incomplete: 'The index is incomplete: a file is missing or damaged, so results may be missing.',
		unreadable: '(the text could not be read and was not checked)',
		more: 'More results',
		page: page => `page ${page}`,
		date: (year, month, day) => [year, month, day].filter(Boolean)
			.map(part => String(part).padStart(2, '0')).join('-'),
		undated: 'undated',
		years: 'Years',
		people: 'People in the results shown',
		tags: 'Topics in the results shown',
		person: name => `Person: ${name}`,
		tag: name => `Topic: ${name}`,
		remove: 'Remove this condition',
	},
};

function pageWords() {
	return document.documentElement.lang.startsWith('zh') ? WORDS.zh : WORDS.en;
}

/* "2024-03-05" as people read it. */
function dateInWords(date, words) {
	return date ? words.date(...date.split('-').map(Number)) : words.undated;
}
