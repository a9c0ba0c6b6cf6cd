/* Usage lines, and text broken into lines of at most 80 columns. */
#include "cli_i.h"

#include <string.h>

#include "replife/utf8.h"

#define WIDTH 79u

/* An option's name as it is typed. */
static const char *dashed(struct arena *a, const struct param *p)
{
	char letter = param_letter(p);

	return letter ? arena_printf(a, "-%c", letter) : arena_printf(a, "--%s", p->name);
}

const char *param_label(struct arena *a, const struct param *p)
{
	if (param_is_positional(p))
		return param_meta(p);
	if (p->type == P_FLAG)
		return dashed(a, p);
	return arena_printf(a, "%s %s", dashed(a, p), param_meta(p));
}

const char *op_usage(struct arena *a, const struct op *op)
{
	const struct param *p = op->params;
	const char *line = op->name;

	for (; p && p->name; p++) {
		bool needed = p->flags & REQUIRED;

		line = arena_printf(a, "%s %s%s%s%s", line, needed ? "" : "[",
				    param_label(a, p), needed ? "" : "]",
				    p->flags & REPEATED ? "..." : "");
	}
	return line;
}

/*
 * Write words, breaking lines before column WIDTH; `*col` is where the line
 * stands. A bracketed part of a usage line stays whole.
 */
void put_wrapped(struct out *o, size_t *col, size_t indent, const char *text)
{
	while (*text) {
		size_t n = 0, depth = 0, w;

		while (*text == ' ')
			text++;
		for (; text[n] && text[n] != '\n' && (text[n] != ' ' || depth); n++) {
			depth += text[n] == '[';
			depth -= text[n] == ']' && depth;
		}
		w = utf8_width(text, n);
		if (*col > indent && *col + 1 + w > WIDTH) {
			out_char(o, '\n');
			*col = 0;
		}
		if (n && *col > indent) {
			out_char(o, ' ');
			++*col;
		} else if (n) {
			out_pad(o, indent - *col);
			*col = indent;
		}
		out_bytes(o, text, n);
		*col += w;
		text += n;
		if (*text == '\n') {
			out_char(o, '\n');
			*col = 0;
			text++;
		}
	}
}

/* A text of its own lines, each wrapped; ends with a newline. */
void put_lines(struct out *o, size_t indent, const char *text)
{
	size_t col = 0;

	put_wrapped(o, &col, indent, text);
	if (col)
		out_char(o, '\n');
}
