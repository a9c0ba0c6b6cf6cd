/* HTML: text stays text. */
#include <string.h>

#include "replife/formats.h"
#include "replife/utf8.h"

static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '`':	/* some browsers of old took it for a quote */
		return "&#96;";
	}
	return NULL;
}

void html_escape(struct out *o, const char *s)
{
	const char *end = s + strlen(s);

	while (s < end) {
		size_t n = utf8_length(s, (size_t)(end - s));
		const char *as = entity(*s);

		if (as)
			out_str(o, as);
		else if (*s == '\n' || *s == '\r' || *s == '\t')
			out_char(o, ' ');
		else
			utf8_put_safe(o, s, n ? n : 1, SIZE_MAX, false);
		s += n ? n : 1;
	}
}
