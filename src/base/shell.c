#include "replife/shell.h"

#include <string.h>

#include "replife/out.h"

const char *shell_word(struct arena *a, const char *s)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:";
	struct out o;

	if (*s && !s[strspn(s, safe)])
		return s;
	out_to_mem(&o, a);
	out_char(&o, '\'');
	for (; *s; s++)
		out_str(&o, *s == '\'' ? "'\\''" : (const char[]){ *s, '\0' });
	out_char(&o, '\'');
	return out_text(&o);
}
