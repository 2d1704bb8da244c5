'use strict';

/* What the search page says. What only the scripts of later/ say is in words_zh.js there, English in
 * words_en.js. */

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
		page: page => (/^\d/.test(page) ? `第${page}版` : `${page}版`),
		date: (year, month, day) => `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`,
		undated: '日期不详',
		untitled: '（无题）',
	},
};

/* Pages are numbered as on the page itself: without zeros in front. */
function pageInWords(page, words) {
	return words.page(page.replace(/^0+(?=\d)/, ''));
}

function pageWords() {
	return (!document.documentElement.lang.startsWith('zh') && WORDS.en) || WORDS.zh;
}

/* "2024-03-05" as people read it. */
function dateInWords(date, words) {
	return date ? words.date(...date.split('-').map(Number)) : words.undated;
}
