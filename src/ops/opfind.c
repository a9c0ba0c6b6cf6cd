/* Asking the operation table. */
#include <string.h>

#include "replife/op.h"

const struct op *op_find(const char *name)
{
	for (size_t i = 0; op_table[i]; i++)
		if (!strcmp(op_table[i]->name, name))
			return op_table[i];
	return NULL;
}

const struct param *op_param(const struct op *op, const char *name)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

bool param_is_positional(const struct param *p)
{
	return p->flags & (POSITIONAL | REST);
}

/* Files go by a letter, too. */
char param_letter(const struct param *p)
{
	if (param_is_positional(p) || p->type != P_FILE)
		return '\0';
	if (!strcmp(p->name, "out"))
		return 'o';
	return strcmp(p->name, "file") ? '\0' : 'F';
}

const struct param *op_param_by_letter(const struct op *op, char letter)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (param_letter(p) == letter)
			return p;
	return NULL;
}

const char *param_meta(const struct param *p)
{
	if (p->meta)
		return p->meta;
	switch (p->type) {
	case P_NAME:
		return "NAME";
	case P_LINE:
	case P_LONG:
		return "TEXT";
	case P_INT:
		return "N";
	case P_FLAG:
		return "";
	case P_WORD:
		return "WORD";
	case P_LOGIN:
	case P_PERSON:
		return "LOGIN";
	case P_REF:
		switch (p->letter) {
		case 'S':
			return "SESSION";
		case 'B':
			return "BOOKING";
		case 'N':
			return "NOTE";
		case 'O':
			return "REMARK";
		case 'A':
			return "ACTION";
		case 'R':
			return "RULE";
		default:
			return "REF";
		}
	case P_PERIOD:
		return "PERIOD";
	case P_THEME:
		return "THEME";
	case P_PROGRAM:
		return "PROGRAM";
	case P_INSTANT:
	case P_SPAN:
		return "WHEN";
	case P_DAY:
		return "DAY";
	case P_MINUTES:
		return "LENGTH";
	case P_ZONE:
		return "ZONE";
	case P_TABLE:
	case P_FILE:
		return "FILE";
	}
	return "";
}

/* ---- words by place ---- */

static size_t required_after(const struct param *p)
{
	size_t n = 0;

	for (p++; p->name; p++)
		n += param_is_positional(p) && p->flags & REQUIRED;
	return n;
}

static const char *join(struct arena *a, const char *const *words, size_t n)
{
	size_t len = 0;
	char *to, *p;

	if (n == 1)
		return words[0];
	for (size_t i = 0; i < n; i++)
		len += strlen(words[i]) + 1;
	p = to = arena_alloc(a, len + 1);
	for (size_t i = 0; i < n; i++) {
		if (i)
			*p++ = ' ';
		p = stpcpy(p, words[i]);
	}
	return to;
}

size_t op_place(struct arena *a, const struct op *op, const char *const *words, size_t n,
		void (*take)(void *ctx, const struct param *p, const char *text), void *ctx)
{
	size_t at = 0;

	for (const struct param *p = op->params; p && p->name; p++) {
		size_t keep = required_after(p), left = n - at;

		if (!param_is_positional(p) || !left)
			continue;
		/* An optional one leaves the words to the required behind it. */
		if (left <= keep && !(p->flags & REQUIRED))
			continue;
		if (p->flags & (REST | REPEATED))
			left = left > keep ? left - keep : 1;
		else
			left = 1;
		if (p->flags & REST)
			take(ctx, p, join(a, words + at, left));
		for (size_t i = 0; !(p->flags & REST) && i < left; i++)
			take(ctx, p, words[at + i]);
		at += left;
	}
	return at;
}
