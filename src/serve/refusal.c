/* A refusal as JSON, and back. */
#include <string.h>

#include "replife/json.h"
#include "wire.h"

void pack_err(struct out *o, const struct err *err)
{
	struct jw w;

	jw_init(&w, o);
	jw_object(&w);
	jw_key(&w, "code");
	jw_str(&w, rc_code(err->rc));
	jw_key(&w, "reason");
	jw_str(&w, reason_code(err->reason));
	jw_key(&w, "what");
	jw_str(&w, err->what);
	jw_key(&w, "todo");
	jw_str(&w, err->todo);
	jw_key(&w, "param");
	jw_str(&w, err->param);
	jw_end_object(&w);
}

enum rc unpack_err(struct arena *a, const char *p, size_t n, const struct op *op, struct err *err)
{
	const char *reason, *param;
	struct json *j;
	struct err ignored = { 0 };
	enum rc rc;

	if (json_parse(a, p, n, &j, &ignored) || j->type != J_OBJECT)
		return err_set(err, RC_UNKNOWN, "the server's answer cannot be read");
	rc = rc_parse(json_str(j, "code", ""));
	reason = json_str(j, "reason", "");
	param = json_str(j, "param", NULL);
	err_set(err, rc == RC_OK ? RC_FAILED : rc, "%s", json_str(j, "what", "the server refused"));
	err->reason = reason_parse(reason, strlen(reason));
	for (const struct param *q = op ? op->params : NULL; param && q && q->name; q++)
		if (!strcmp(q->name, param))
			err->param = q->name;
	return err_todo(err, "%s", json_str(j, "todo", ""));
}
