/* A timeline: a small chart of the number of articles by year, or by month where all are
 * of one year. */
#ifndef PUBLISH_TIMELINE_H
#define PUBLISH_TIMELINE_H

#include "publish/words.h"
#include "publish/yearly.h"

/* Lengths are in units of the chart's view box, which is as wide as `width`. */
struct timeline_bar {
	struct str name; /* 2024年, 3月 */
	long count;
	long x, y, width, height;
	long middle;      /* of the bar, for its label */
	struct str label; /* below the bar; "" where there is no room */
};

struct timeline {
	long width, height, base; /* the bars stand on `base` */
	long label_y;
	struct rows bars;
};

extern const struct shape timeline_shape;

/* NULL where a chart would say nothing: fewer than three dated articles. */
const struct timeline *timeline_of(
	const struct words *words, const struct entries *entries, struct arena *arena);

#endif
