/* The reports as documents and as rows. Private to the report layer. */
#ifndef REPORT_I_H
#define REPORT_I_H

#include "doc.h"
#include "replife/json.h"
#include "replife/report.h"

/* One report to be shown. */
struct render {
	struct doc doc;
	const struct json *model;
	const char *audience;
};

void themes_doc(struct render *r);	/* for leadership and the team */
void sales_doc(struct render *r);	/* one page for reps */
void participation_doc(struct render *r);
void coverage_doc(struct render *r);

/* Title, period, when it was frozen; and the figures that all stand on. */
void head_doc(struct render *r, const char *title);
const char *heard_in(struct render *r, const struct json *theme);	/* "11 of 39 sessions" */
const char *due_said(struct render *r, const struct json *action);	/* ", until Fri 4 Dec", " on …" */
const char *state_said(const struct json *action);			/* "agreed" */
const struct json *action_by(const struct json *model, const char *id);	/* or NULL */
int64_t base_of(const struct render *r, const char *key);

/* Rows of each report as CSV: the keys of the columns by blanks, and a list
 * of objects. */
void rows_csv(struct out *o, const char *keys, const struct json *list);

#define S(n) ((n) == 1 ? "" : "s")

#endif
