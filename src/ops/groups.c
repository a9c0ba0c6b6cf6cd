/* What no theme holds, its groups, and which of them is meant. */
#include "groups.h"

#include <string.h>

#include "replife/out.h"
#include "replife/shell.h"
#include "replife/utf8.h"

#define WITHIN " (within "
#define LABEL 40		/* bytes of a text that stands for a group's label */

static const char *again(struct call *c, const struct period *p)
{
	struct out o;

	out_to_mem(&o, c->arena);
	if (arg_has(c, "all"))
		out_str(&o, " --all");
	if (arg_has(c, "period"))
		out_printf(&o, " --period %s", shell_word(c->arena, p->name));
	if (arg_has(c, "seed"))
		out_printf(&o, " --seed %lld", (long long)arg_int(c, "seed", 1));
	if (arg_has(c, "inside"))
		out_str(&o, " --inside");
	return out_text(&o);
}

enum rc groups_find(struct call *c, struct found *f, struct err *err)
{
	struct discover_options o = { .seed = (uint64_t)arg_int(c, "seed", 1), .parts = arg_has(c, "inside") };
	struct discover_text *texts;
	struct vectors vectors;
	const char *where;
	struct period p;
	enum rc rc = RC_OK;

	*f = (struct found){ 0 };
	if (arg_has(c, "all") && arg_has(c, "period")) {
		err_set(err, RC_USAGE, "--all and --period are two answers to one question");
		return err_todo(err, "Leave one of them out");
	}
	rc = said_in(c, !arg_has(c, "all"), &p, err);
	if (!rc)
		rc = remarks_unheard(c->st, c->arena, c->program.id, (struct span){ p.begin_s, p.end_s },
				     &f->remarks, &f->n, err);
	if (!rc && f->n)
		rc = vectors_here(c, &vectors, &o.vectors, &where, err);
	if (rc)
		return rc;
	f->vectors = o.vectors != NULL;
	f->again = again(c, &p);
	texts = arena_array(c->arena, struct discover_text, f->n + 1);
	for (size_t i = 0; i < f->n; i++)
		texts[i] = (struct discover_text){ f->remarks[i].text, strlen(f->remarks[i].text) };
	discover(c->arena, texts, f->n, &o, &f->d);
	return RC_OK;
}

size_t whole_bytes(const char *text, size_t n)
{
	while (((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	return n;
}

const char *group_label(struct call *c, const struct found *f, const struct discover_group *g)
{
	const char *s = "", *text = f->remarks[g->texts[0]].text;

	for (size_t i = 0; i < g->n_terms; i++)
		s = arena_printf(c->arena, "%s%s%s", s, i ? ", " : "", g->terms[i]);
	return *s ? s : arena_dup(c->arena, text, whole_bytes(text, strnlen(text, LABEL)));
}

/* ---- which is meant ---- */

const char *group_around(struct call *c, const struct found *f, const struct discover_group *g)
{
	for (size_t i = 0; i < f->d.n_groups; i++)
		for (size_t p = 0; p < f->d.groups[i].n_parts; p++)
			if (&f->d.groups[i].parts[p] == g)
				return group_label(c, f, &f->d.groups[i]);
	return NULL;
}

const char *group_name(struct call *c, const struct found *f, const struct discover_group *g)
{
	const char *label = group_label(c, f, g), *around = group_around(c, f, g);

	return around ? arena_printf(c->arena, "%s" WITHIN "%s)", label, around) : label;
}

static bool begins(struct call *c, const char *label, const char *typed, bool *whole)
{
	size_t n, k;
	const char *a = utf8_fold(c->arena, label, strlen(label), &n);
	const char *b = utf8_fold(c->arena, typed, strlen(typed), &k);

	*whole = n == k && !memcmp(a, b, n);
	return k <= n && !memcmp(a, b, k);
}

/* How many of a group's words stand in what was typed of it, not of what it is within. */
static size_t words_in(struct call *c, const struct discover_group *g, const char *typed)
{
	const char *end = strstr(typed, WITHIN);
	size_t n = 0, len;
	const char *text = utf8_fold(c->arena, typed, end ? (size_t)(end - typed) : strlen(typed), &len);

	for (size_t i = 0; i < g->n_terms; i++)
		n += strstr(text, utf8_fold(c->arena, g->terms[i], strlen(g->terms[i]), &len)) != NULL;
	return n;
}

/* Since one group was taken the others may be told in slightly other words: the
 * only one that shares two of them is meant. */
static size_t pick_alike(struct call *c, const struct discover_group *const *all, size_t n_all, const char *typed,
			 const struct discover_group **out)
{
	size_t n = 0;

	for (size_t i = 0; i < n_all; i++)
		if (words_in(c, all[i], typed) >= 2) {
			*out = all[i];
			n++;
		}
	return n;
}

/* Groups, then those within them. */
static size_t every(struct call *c, const struct found *f, const struct discover_group *const **out)
{
	const struct discover_group **all;
	size_t n = f->d.n_groups, k = 0;

	for (size_t i = 0; i < f->d.n_groups; i++)
		n += f->d.groups[i].n_parts;
	all = arena_array(c->arena, const struct discover_group *, n + 1);
	for (size_t i = 0; i < f->d.n_groups; i++)
		all[k++] = &f->d.groups[i];
	for (size_t i = 0; i < f->d.n_groups; i++)
		for (size_t p = 0; p < f->d.groups[i].n_parts; p++)
			all[k++] = &f->d.groups[i].parts[p];
	*out = all;
	return k;
}

/* How many are called so to the last letter, or, where none is, begin so. Of the
 * groups themselves the first, which is the largest, is meant. */
static size_t pick_called(struct call *c, const struct found *f, const struct discover_group *const *all, size_t n_all,
			  const char *typed, const struct discover_group **out)
{
	const struct discover_group *begun = NULL;
	size_t n = 0, n_begun = 0;
	bool whole;

	for (size_t i = 0; i < n_all; i++) {
		if (begins(c, group_label(c, f, all[i]), typed, &whole)) {
			begun = all[i];
			n_begun++;
		}
		if (!whole)
			begins(c, group_name(c, f, all[i]), typed, &whole);
		if (!whole || (n && i < f->d.n_groups))
			continue;
		*out = all[i];
		n++;
	}
	if (n)
		return n;
	*out = begun;
	return n_begun;
}

enum rc group_pick(struct call *c, const struct found *f, const char *typed, const struct discover_group **out,
		   struct err *err)
{
	const struct discover_group *const *all;
	size_t n_all = every(c, f, &all), n = pick_called(c, f, all, n_all, typed, out);

	if (n == 1 || (!n && pick_alike(c, all, n_all, typed, out) == 1))
		return RC_OK;
	if (n) {
		err_set(err, RC_AMBIGUOUS, "%zu groups begin with '%.100s'", n, typed);
		return err_todo(err, "Type all of it, as '%s'", group_name(c, f, *out));
	}
	err_set(err, RC_NOT_FOUND, "there is no group '%.100s' among what no theme holds now", typed);
	return err_todo(err, "See the groups: replife theme discover%s%s", f->again,
			arg_has(c, "inside") ? "" : "; for one within a group add --inside");
}
