/* Renders the report's model (report_model.h) for an audience. */
#ifndef REPLIFE_REPORT_H
#define REPLIFE_REPORT_H

#include "replife/formats.h"
#include "replife/json.h"

/*
 * `which`: "themes", "participation" or "coverage"; `audience`: "leadership",
 * "sales" or "team"; `format`: "text", "md", "html", "csv" or "json".
 * RC_FAILED: there is no such report. RC_BAD_DATA: a model with counts that
 * nothing can have; whatever else is broken in it is passed over.
 */
enum rc report_render(struct out *o, const struct json *model, const char *which,
		      const char *audience, const char *format, const struct look *look,
		      struct err *err) __attribute__((warn_unused_result));

/* What the report of this model, which is not the team's, leaves out of names:
 * of people, of how many customers. NULL where there is no model yet. In `a`, or
 * a literal. */
const char *report_promise(struct arena *a, const struct json *model);

#endif
