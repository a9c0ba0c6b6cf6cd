/* Markdown: text stays text. */
#include <string.h>

#include "replife/formats.h"
#include "replife/utf8.h"

/* At the start of a line these would begin a heading, list, quote or rule. */
static bool begins_block(const char *s)
{
	if (strchr("#>+-=~|", *s))
		return true;
	while (*s >= '0' && *s <= '9')
		s++;
	return *s == '.' || *s == ')';
}

/* "http://", "www." and "@" turn into links by themselves. */
static bool autolinks(const char *s)
{
	return !strncmp(s, "://", 3) || !strncasecmp(s, "www.", 4);
}

void md_escape(struct out *o, const char *s)
{
	bool start = true;

	while (*s) {
		size_t n = strlen(s), k = utf8_length(s, n);

		if (*s == '\n' || *s == '\r' || *s == '\t') {
			out_char(o, ' ');
			s++;
			continue;
		}
		if (start && begins_block(s) && strchr("#>+-=~|", *s))
			out_char(o, '\\');
		else if (strchr("\\`*_{}[]<>()!|~&@#", *s))
			out_char(o, '\\');
		if (start && *s >= '0' && *s <= '9' && begins_block(s)) {
			while (*s >= '0' && *s <= '9')
				out_char(o, *s++);
			out_char(o, '\\');
			continue;
		}
		if (autolinks(s)) {
			out_char(o, *s++);
			out_str(o, "<!-- -->");
			continue;
		}
		start = false;
		utf8_put_safe(o, s, k ? k : 1, SIZE_MAX, false);
		s += k ? k : 1;
	}
}
