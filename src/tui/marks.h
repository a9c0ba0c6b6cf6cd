/* What is marked in a list, by number, to do the same with several. */
#ifndef TUI_MARKS_H
#define TUI_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct reply;

#define MARKS_MAX 300

struct marks {
	int64_t ids[MARKS_MAX];
	size_t n;
};

bool marks_has(const struct marks *m, int64_t id);
/* On, or off. False: no more can be marked. */
bool marks_turn(struct marks *m, int64_t id);
/* The marks of rows that are not there (column "id") vanish. */
void marks_keep(struct marks *m, const struct reply *r);

#endif
