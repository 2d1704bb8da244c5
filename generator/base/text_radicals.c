#include "base/text.h"

/* The 214 radicals of U+2F00 to U+2FD5 in their order, as the ideographs that they are.
 */
static const char kangxi[] =
	"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口"
	"囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
	"心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿"
	"片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
	"缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
	"豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
	"頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊"
	"齒龍龜龠";

/* Those of U+2E80 to U+2EF3 that are whole characters; parts of characters stay, and
 * so does what GB 18030 has as characters of their own. */
static const struct {
	uint16_t radical, ideograph;
} supplement[] = {
	{0x2E85, 0x4EBB}, {0x2E8E, 0x5140}, {0x2E92, 0x5DF3},
	{0x2E93, 0x5E7A}, /* 亻 兀 巳 幺 */
	{0x2E94, 0x5F51}, {0x2E95, 0x5F50}, {0x2E98, 0x624C},
	{0x2E9B, 0x65E1}, /* 彑 彐 扌 旡 */
	{0x2E9D, 0x6708}, {0x2E9F, 0x6BCD}, {0x2EA0, 0x6C11},
	{0x2EAB, 0x7F52}, /* 月 母 民 罒 */
	{0x2EC1, 0x864E}, {0x2EC4, 0x897F}, {0x2EC5, 0x89C1},
	{0x2EC6, 0x89D2}, /* 虎 西 见 角 */
	{0x2EC9, 0x8D1D}, {0x2ECB, 0x8F66}, {0x2ED1, 0x9577},
	{0x2ED3, 0x957F}, /* 贝 车 長 长 */
	{0x2ED4, 0x95E8}, {0x2ED8, 0x9752}, {0x2ED9, 0x97E6},
	{0x2EDA, 0x9875}, /* 门 青 韦 页 */
	{0x2EDB, 0x98CE}, {0x2EDC, 0x98DE}, {0x2EDD, 0x98DF},
	{0x2EE2, 0x9A6C}, /* 风 飞 食 马 */
	{0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C}, {0x2EE5, 0x9C7C},
	{0x2EE6, 0x9E1F}, /* 骨 鬼 鱼 鸟 */
	{0x2EE7, 0x5364}, {0x2EE8, 0x9EA6}, {0x2EE9, 0x9EC4},
	{0x2EEA, 0x9EFE}, /* 卤 麦 黄 黾 */
	{0x2EEB, 0x6589}, {0x2EEC, 0x9F50}, {0x2EED, 0x6B6F},
	{0x2EEE, 0x9F7F}, /* 斉 齐 歯 齿 */
	{0x2EEF, 0x7ADC}, {0x2EF0, 0x9F99}, {0x2EF1, 0x9F9C},
	{0x2EF2, 0x4E80}, /* 竜 龙 龜 亀 */
	{0x2EF3, 0x9F9F}, /* 龟 */
};

uint32_t
text_of_radical(uint32_t c)
{
	if (c >= 0x2F00 && c <= 0x2FD5) {
		struct str at = {kangxi + 3 * (c - 0x2F00), 3};
		return str_next(&at);
	}
	if (c < supplement[0].radical || c >= 0x2F00)
		return c;
	for (size_t i = 0; i < sizeof supplement / sizeof *supplement; i++)
		if (supplement[i].radical == c)
			return supplement[i].ideograph;
	return c;
}
