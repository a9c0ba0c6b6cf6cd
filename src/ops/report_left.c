/* What a report leaves out, line by line. */
#include "report_fit.h"

void left_add(struct arena *a, struct json *left, const char *code, int64_t count, const char *what,
	      const char *why)
{
	struct json *o;

	if (count <= 0)
		return;
	o = json_add(a, left, NULL, J_OBJECT);
	json_add_str(a, o, "code", code);
	json_add_int(a, o, "count", count);
	json_add_str(a, o, "what", what);
	json_add_str(a, o, "why", why);
}
