/* Keys by name, by word, and by table. */
#include "keys.h"

#include "view.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct { int code; const char *name, *word; } names[] = {
	{ K_TAB, "Tab", "tab" }, { K_ENTER, "Enter", "enter" }, { K_ESC, "Esc", "back" },
	{ K_BACKSPACE, "Backspace", "backspace" },
	{ K_UP, "\xE2\x86\x91", "up" }, { K_DOWN, "\xE2\x86\x93", "down" },
	{ K_LEFT, "\xE2\x86\x90", "left" }, { K_RIGHT, "\xE2\x86\x92", "right" },
	{ K_HOME, "Home", "home" }, { K_END, "End", "end" }, { K_PGUP, "PgUp", "pgup" },
	{ K_PGDN, "PgDn", "pgdn" }, { K_DELETE, "Del", "del" }, { K_INSERT, "Ins", "ins" },
	{ K_BACKTAB, "S-Tab", "backtab" }, { ' ', "space", "space" },
	{ K_CTRL('r'), "^R", "redo" }, { 'u', "u", "undo" }, { '?', "?", "help" },
	{ ':', ":", "do" }, { 0, NULL, NULL }
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

const char *key_word(int code)
{
	static char text[16];

	for (size_t i = 0; names[i].name; i++)
		if (names[i].code == code)
			return names[i].word;
	if (code >= K_F1 && code <= K_F10)
		snprintf(text, sizeof text, "f%d", code - K_F1 + 1);
	else if (code > 0 && code < 32)
		snprintf(text, sizeof text, "ctrl-%c", code + 96);
	else
		return key_name(code);
	return text;
}

int key_code(const char *word)
{
	int n;

	if (word[0] && !word[1])
		return (unsigned char)word[0];
	for (size_t i = 0; names[i].name; i++)
		if (!strcasecmp(names[i].word, word) || !strcasecmp(names[i].name, word))
			return names[i].code;
	if (strcspn(word, "fF") == 0 && sscanf(word + 1, "%2d", &n) == 1 && n >= 1 && n <= 10)
		return K_F1 + n - 1;
	if (!strncasecmp(word, "ctrl-", 5) && word[5] && !word[6])
		return K_CTRL(word[5]);
	return 0;
}

const struct key *key_find(const struct app *app, const struct view *v,
			   const struct key *keys, int code)
{
	/* Its own keys work on what it has read. */
	if (keys == v->type->keys && view_is_unread(v))
		return NULL;
	for (const struct key *k = keys; k && k->code; k++)
		if (k->code == code && (!k->can || k->can(app, v)))
			return k;
	return NULL;
}

bool key_works(const struct app *app, const struct view *v, const struct key *keys,
	       const struct key *k)
{
	return key_find(app, v, keys, k->code) == k;
}
