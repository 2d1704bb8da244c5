'use strict';

/* What the search page says. Other languages than Chinese are in later/: words_en.js. */

const WORDS = {
	zh: {
		searching: '正在查找…',
		none: '没有找到。',
		found: n => `找到 ${n} 篇`,
		about: n => `约 ${n} 篇`,
		earlier: '，还在查找其余年份…',
		incomplete: '索引不完整：有文件缺失或损坏，结果可能不全。',
		unreadable: '（正文未能读取，未经核对）',
		alsoFor: (typed, others) => `没有与“${typed}”一字不差的文章，也搜索了${others.map(other => `“${other}”`).join('、')}：`,
		more: '更多结果',
		page: page => (/^\d/.test(page) ? `第${page}版` : `${page}版`),
		kinds: { news: '新闻', brief: '简讯', feature: '特写', commentary: '评论', photo: '图片', notice: '公告',
			weather: '天气', poem: '诗歌', advert: '广告', obituary: '讣告' },
		date: (year, month, day) => `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`,
		undated: '日期不详',
		fields: { person: '人物', tag: '主题', column: '栏目', page: '版面', kind: '体裁', from: '起', to: '止' },
		years: '年份',
		months: '月份',
		shown: name => `所示结果中的${name}`,
		further: '栏目、版面、体裁',
		label: (name, value) => `${name}：${value}`,
		remove: '取消此条件',
		copied: n => `已复制 ${n} 条`,
		copyBy: '请按 Ctrl+C 复制',
		suggestions: '检索建议',
		title: '文章',
		articles: n => `${n}篇`,
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
