/* What fits a report's model to an audience. Private to the ops layer. */
#ifndef OPS_REPORT_FIT_H
#define OPS_REPORT_FIT_H

#include "report.h"

/* One line of what was left out: how many of what, and why. None of 0. */
void left_add(struct arena *a, struct json *left, const char *code, int64_t count, const char *what,
	      const char *why);

/* The model with breakdowns that may be shown outside the team; `left`: what is
 * not as it was, of those `parts`. Texts are as they were. */
const struct json *report_groups(struct arena *a, const struct json *model,
				 const struct json *earlier, unsigned parts, struct json *left);

/* Days in a text become months, counted into `days`: "on 24 November" is "on
 * November". The text itself where it has none. */
const char *days_to_months(struct arena *a, const char *text, size_t *days);

#endif
