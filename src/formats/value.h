/* One value as data. Private to the formats layer. */
#ifndef FORMATS_VALUE_H
#define FORMATS_VALUE_H

#include "replife/reply.h"

#define VALUE_SIZE 48

/* Of everything but texts, lists, spans and JSON, which give NULL. */
const char *value_small(const struct value *v, char letter, char buf[VALUE_SIZE]);
const char *value_day(int64_t day, char buf[VALUE_SIZE]);

/* Would a spreadsheet, or csv_next(), make something else of this text? */
bool csv_needs_guard(const char *s);
/* The same within a cell, after `before`: where another separator is expected, a
 * line break or a ';' begins a cell of its own. */
bool csv_needs_guard_inside(char before, const char *s);

#endif
