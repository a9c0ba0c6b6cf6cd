/* What the parts of a report's model share while it is built. Private to the
 * ops layer. */
#ifndef OPS_REPORT_BUILD_H
#define OPS_REPORT_BUILD_H

#include "report.h"

struct build {
	struct call *c;
	struct arena *a;
	const struct period *p;
	struct span when;
	int64_t as_of_s;
	struct json *model;
	struct names *names;
};

void report_instant(struct build *b, struct json *to, const char *key, int64_t at_s);
const char *report_day(struct arena *a, int64_t day);

/* Actions (report_actions.c), after the themes that they answer. */
enum rc report_actions(struct build *b, struct err *err) __attribute__((warn_unused_result));
/* Of the actions of now, no more than which themes each answers. */
enum rc report_answers(struct build *b, struct err *err) __attribute__((warn_unused_result));

#endif
