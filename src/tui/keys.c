/* Keys by name, and by table. */
#include "keys.h"

#include <stdio.h>

static const struct { int code; const char *name; } names[] = {
	{ K_TAB, "Tab" }, { K_ENTER, "Enter" }, { K_ESC, "Esc" }, { K_BACKSPACE, "Backspace" },
	{ K_UP, "\xE2\x86\x91" }, { K_DOWN, "\xE2\x86\x93" },
	{ K_LEFT, "\xE2\x86\x90" }, { K_RIGHT, "\xE2\x86\x92" },
	{ K_HOME, "Home" }, { K_END, "End" }, { K_PGUP, "PgUp" }, { K_PGDN, "PgDn" },
	{ K_DELETE, "Del" }, { K_INSERT, "Ins" }, { K_BACKTAB, "S-Tab" },
	{ ' ', "space" }, { 0, NULL }
};

const char *key_name(int code)
{
	static char text[16];

	for (size_t i = 0; names[i].name; i++)
		if (names[i].code == code)
			return names[i].name;
	if (code >= K_F1 && code <= K_F10)
		snprintf(text, sizeof text, "F%d", code - K_F1 + 1);
	else if (code > 0 && code < 32)
		snprintf(text, sizeof text, "^%c", code + 64);
	else
		snprintf(text, sizeof text, "%c", code > 32 && code < 127 ? code : '?');
	return text;
}

const struct key *key_find(const struct app *app, const struct view *v,
			   const struct key *keys, int code)
{
	for (const struct key *k = keys; k && k->code; k++)
		if (k->code == code && (!k->can || k->can(app, v)))
			return k;
	return NULL;
}
