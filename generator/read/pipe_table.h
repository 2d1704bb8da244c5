/* Pipe tables: the one extension of CommonMark that newspapers need.
 *
 *     | 时间 | 事件 |
 *     |------|------|
 *     | 三月 | 开工 |
 */
#ifndef READ_PIPE_TABLE_H
#define READ_PIPE_TABLE_H

#include "base/str.h"

/* Turns the lines of a paragraph into the text of a table: rows as lines, cells separated
 * by a tab, without the rule under the head. False when they are no table. */
bool pipe_table_read(struct str lines, struct str *table, struct arena *arena);

#endif
