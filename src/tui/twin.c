#include "twin.h"

#include <string.h>

#include "replife/out.h"
#include "replife/shell.h"

const char *twin_of_op(struct arena *a, const struct op *op, const struct arg *args, size_t n)
{
	struct out o;

	out_to_mem(&o, a);
	out_str(&o, "replife ");
	out_str(&o, op->name);
	for (size_t i = 0; i < n; i++) {
		const struct param *p = op_param(op, args[i].name);

		if (p && !(p->flags & (POSITIONAL | REST))) {
			out_str(&o, " --");
			out_str(&o, p->name);
		}
		if (args[i].text && *args[i].text) {
			out_char(&o, ' ');
			out_str(&o, shell_word(a, args[i].text));
		}
	}
	return out_text(&o);
}

const char *twin_of_key(struct arena *a, const char *twin, const char *selected)
{
	const char *at = strchr(twin, '%');

	if (!at)
		return arena_printf(a, "replife %s", twin);
	if (!selected)
		return NULL;
	return arena_printf(a, "replife %.*s%s%s", (int)(at - twin), twin, selected, at + 1);
}
