'use strict';

/* What the scripts of later/ say, in Chinese. */

Object.assign(WORDS.zh, {
	alsoFor: (typed, others) => `没有与“${typed}”一字不差的文章，也搜索了${others.map(other => `“${other}”`).join('、')}：`,
	wider: '去掉日期和条件再找',
	leaf: '可以换短一些的词，或者翻检：',
	leaves: [['people/index.html', '人物'], ['tags/index.html', '主题'], ['index.html#years', '往期']],
	alike: '字形相近，也有：',
	kinds: { news: '新闻', brief: '简讯', feature: '特写', commentary: '评论', photo: '图片', notice: '公告',
		weather: '天气', poem: '诗歌', advert: '广告', obituary: '讣告' },
	fields: { person: '人物', tag: '主题', column: '栏目', page: '版面', kind: '体裁' },
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
});
