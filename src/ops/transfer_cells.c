/* Cells as what they mean. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "replife/hash.h"
#include "replife/person_store.h"
#include "replife/utf8.h"
#include "transfer.h"

enum rc cell_text(struct import *im, const char *col, bool is_long, const char *cell,
		  const char **out, struct err *err)
{
	if (!cell)
		return RC_OK;
	if (text_clean(im->row, is_long ? TEXT_LONG : TEXT_NAME, "it", cell, strlen(cell), out, err))
		return import_refuse(im, col, err);
	return RC_OK;
}

enum rc cell_word(struct import *im, const char *col, const struct word *words,
		  const char *cell, int *out, struct err *err)
{
	struct out o;
	int i;

	if (!cell)
		return RC_OK;
	i = word_find(words, cell);
	if (i >= 0) {
		*out = i;
		return RC_OK;
	}
	import_bad(im, col, err, "'%.100s' is not understood", cell);
	out_to_mem(&o, im->c->arena);
	for (i = 0; words[i].code; i++)
		out_printf(&o, "%s%s", i ? ", " : "", words[i].code);
	return err_todo(err, "Say one of: %s", out_text(&o));
}

enum rc cell_int(struct import *im, const char *col, int64_t min, int64_t max,
		 const char *cell, int64_t *out, struct err *err)
{
	char *end;
	int64_t v;

	if (!cell)
		return RC_OK;
	errno = 0;
	v = strtoll(cell, &end, 10);
	if (errno || *end || end == cell || v < min || v > max)
		return import_bad(im, col, err, "'%.100s' is no whole number from %lld to %lld", cell,
				  (long long)min, (long long)max);
	*out = v;
	return RC_OK;
}

enum rc cell_bool(struct import *im, const char *col, const char *cell, bool *out, struct err *err)
{
	static const char *const yes[] = { "yes", "true", "1", "y", NULL },
		*const no[] = { "no", "false", "0", "n", NULL };

	if (!cell)
		return RC_OK;
	for (size_t i = 0; yes[i]; i++) {
		if (!strcasecmp(cell, yes[i]) || !strcasecmp(cell, no[i])) {
			*out = !strcasecmp(cell, yes[i]);
			return RC_OK;
		}
	}
	return import_bad(im, col, err, "'%.100s' is neither yes nor no", cell);
}

enum rc cell_zone(struct import *im, const char *col, const char *cell,
		  const struct zone **out, struct err *err)
{
	if (!cell)
		return RC_OK;
	return zone_load(cell, out, err) ? import_refuse(im, col, err) : RC_OK;
}

/* "2026-11-24T10:00" or "2026-11-24 10:00", seconds optional. */
static bool wall_of(const char *s, struct wall *w)
{
	int used[6] = { 4, 2, 2, 2, 2, 2 }, *part[6] = { &w->year, &w->month, &w->day, &w->hour,
							 &w->min, &w->sec };
	static const char seps[] = "--T::";

	memset(w, 0, sizeof *w);
	for (int i = 0; i < 6; i++) {
		for (int k = 0; k < used[i]; k++, s++) {
			if (*s < '0' || *s > '9')
				return false;
			*part[i] = *part[i] * 10 + (*s - '0');
		}
		if (i == 4 && !*s)
			break;
		if (i < 5 && *s != seps[i] && !(seps[i] == 'T' && *s == ' '))
			return false;
		s += i < 5;
	}
	return !*s && date_is_valid(w->year, w->month, w->day) && w->hour < 24 && w->min < 60 &&
	       w->sec < 60;
}

enum rc cell_instant(struct import *im, const char *col, const char *cell,
		     const struct zone *z, int64_t *out, struct err *err)
{
	struct wall w, next;

	if (!cell || rfc3339_parse(cell, out))
		return RC_OK;
	if (!z)
		z = im->c->zone;
	if (!wall_of(cell, &w)) {
		import_bad(im, col, err, "'%.60s' is no time", cell);
		return err_todo(err, "Write it as 2026-11-24T10:00, or with an offset: "
				     "2026-11-24T10:00:00+01:00");
	}
	if (zone_to_utc(z, &w, out, NULL) != WALL_GAP)
		return RC_OK;
	zone_to_wall(z, *out, &next);
	import_bad(im, col, err, "%s does not exist in %s: the clocks go forward", cell, zone_name(z));
	return err_todo(err, "The next time that exists is %02d:%02d", next.hour, next.min);
}

/* ---- people, remembered ---- */

struct known {
	struct known *next;
	struct person person;
};

#define BUCKETS 4096

struct people {
	struct known *at[BUCKETS];
	struct arena *memo;		/* of those in it */
	struct arena_mark empty;
};

static enum rc person_in(struct import *im, const char *login, struct person *out, struct err *err)
{
	struct people *all = im->people;
	struct arena *whole = im->c->arena;
	enum rc rc;

	im->c->arena = all->memo;
	rc = person_by_login(im->c, login, out, err);
	im->c->arena = whole;
	return rc;
}

void forget_people(struct import *im)
{
	struct people *all = im->people;

	if (!all)
		return;
	memset(all->at, 0, sizeof all->at);
	arena_release(all->memo, all->empty);
}

enum rc cell_person(struct import *im, const char *col, const char *cell,
		    struct person **out, struct err *err)
{
	struct people *all = im->people;
	struct known **at, *k;
	enum rc rc;

	*out = NULL;
	if (!cell)
		return RC_OK;
	if (!all) {
		all = im->people = arena_new(im->c->arena, struct people);
		all->memo = arena_child(im->c->arena);
		all->empty = arena_mark(all->memo);
	}
	at = &all->at[hash_of(cell) & (BUCKETS - 1)];
	for (k = *at; k; k = k->next)
		if (!strcmp(k->person.login, cell)) {
			*out = &k->person;
			return RC_OK;
		}
	k = arena_new(all->memo, struct known);
	rc = person_in(im, cell, &k->person, err);
	if (rc)
		return import_refuse(im, col, err);
	k->next = *at;
	*at = k;
	*out = &k->person;
	return RC_OK;
}

/* ---- tallies ---- */

struct tally_entry {
	uint64_t a, b;		/* two hashes of the content: collisions are not met */
	int64_t n;
};

struct tally {
	struct arena *arena;
	struct tally_entry *e;
	size_t cap, used;
};

struct tally *tally_new(struct arena *a)
{
	struct tally *t = arena_new(a, struct tally);

	t->arena = a;
	t->cap = 1024;
	t->e = arena_array(a, struct tally_entry, t->cap);
	return t;
}

static struct tally_entry *probe(struct tally_entry *e, size_t cap, uint64_t a, uint64_t b)
{
	size_t i = (size_t)a & (cap - 1);

	while ((e[i].a || e[i].b) && (e[i].a != a || e[i].b != b))
		i = (i + 1) & (cap - 1);
	return &e[i];
}

static void grow(struct tally *t)
{
	size_t cap = t->cap * 2;
	struct tally_entry *e = arena_array(t->arena, struct tally_entry, cap);

	for (size_t i = 0; i < t->cap; i++)
		if (t->e[i].a || t->e[i].b)
			*probe(e, cap, t->e[i].a, t->e[i].b) = t->e[i];
	t->e = e;
	t->cap = cap;
}

int64_t *tally_at(struct tally *t, const char *content)
{
	uint64_t a = hash_of(content), b = 0x9E3779B97F4A7C15u;
	struct tally_entry *e;

	for (const char *p = content; *p; p++) {
		b = (b + (unsigned char)*p) * 0xD6E8FEB86659FD93u;
		b ^= b >> 29;
	}
	if ((t->used + 1) * 4 > t->cap * 3)
		grow(t);
	e = probe(t->e, t->cap, a, b | 1);
	if (!e->b) {
		e->a = a;
		e->b = b | 1;
		t->used++;
	}
	return &e->n;
}

const char *content_of(struct arena *a, const char *const *fields, size_t n)
{
	struct out o;

	out_to_mem(&o, a);
	for (size_t i = 0; i < n; i++) {
		out_str(&o, fields[i]);
		out_char(&o, '\x1f');
	}
	return out_text(&o);
}
