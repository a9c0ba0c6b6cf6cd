/* Renders the report's model for an audience. */
#include "replife/report.h"

#include <string.h>

enum rc report_render(struct out *o, const struct json *model, const char *which,
		      const char *audience, const char *format, const struct look *look,
		      struct err *err)
{
	struct jw w;

	(void)which;
	(void)audience;
	(void)look;
	if (strcmp(format, "json")) {
		err_set(err, RC_USAGE, "a report has no format '%s'", format);
		return err_todo(err, "Ask for --format json");
	}
	jw_init(&w, o);
	json_write(&w, model);
	out_char(o, '\n');
	return RC_OK;
}
