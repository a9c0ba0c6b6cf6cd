/* Replies for people: a table whose columns line up, or one record. */
#include <string.h>

#include "replife/formats.h"
#include "replife/utf8.h"
#include "value.h"

#define GAP 2
#define FLEX_MIN 7	/* cells: a column is cut no further */
#define FLEX_FINE 16	/* and no further while another can be spared */
#define MAX_COLS 64
#define BELOW 4		/* cells before what stands beneath a row */

/* Our own words, in bold where there is colour. */
static void put_bold(struct out *o, const char *s, const struct look *look)
{
	out_str(o, look->color ? "\033[1m" : "");
	utf8_put_safe(o, s, strlen(s), SIZE_MAX, look->ascii);
	out_str(o, look->color ? "\033[0m" : "");
}

static size_t head_width(const struct column *c)
{
	return utf8_width(c->head, strlen(c->head));
}

struct text {
	const char *p;
	size_t n, cells;
};

static struct text text_of(const struct reply *r, const struct column *c,
			   const struct value *v, const struct look *look)
{
	struct text t = { "", 0, 0 };
	char buf[VALUE_SIZE];
	struct out o;

	switch (v->type) {
	case V_TEXT:
	case V_JSON:
		t.p = v->u.s.p;
		break;
	case V_INSTANT:
		t.p = look->when(look->ctx, r->arena, v->u.i, 0);
		break;
	case V_SPAN:
		t.p = look->when(look->ctx, r->arena, v->u.span.begin_s, v->u.span.end_s);
		break;
	case V_DAY:
		t.p = look->day(look->ctx, r->arena, v->u.i);
		break;
	case V_BOOL:
		t.p = v->u.b ? "yes" : "no";
		break;
	case V_LIST:
		out_to_mem(&o, r->arena);
		for (size_t i = 0; i < v->u.list.n; i++) {
			out_str(&o, i ? ", " : "");
			out_str(&o, v->u.list.p[i]);
		}
		t.p = out_text(&o);
		break;
	case V_NULL:
	case V_INT:
	case V_REAL:
	case V_REF:
	case V_UUID:
		t.p = arena_strdup(r->arena, value_small(v, c->letter, buf));
		break;
	}
	t.n = strlen(t.p);
	t.cells = utf8_width(t.p, t.n);
	return t;
}

static bool right_aligned(const struct column *c)
{
	return c->type == V_INT || c->type == V_REAL;
}

/* ---- lists ---- */

struct grid {
	size_t n, cols[MAX_COLS];	/* shown: the reply's columns */
	size_t width[MAX_COLS];
	struct text *cells;		/* n_rows x n */
};

static void measure(struct grid *g, const struct reply *r, const struct look *look)
{
	g->n = 0;
	for (size_t k = 0; k < r->n_cols && g->n < MAX_COLS; k++)
		if (r->cols[k].show & SHOW_LIST)
			g->cols[g->n++] = k;
	g->cells = arena_array(r->arena, struct text, r->n_rows * g->n + 1);
	for (size_t i = 0; i < g->n; i++) {
		const struct column *c = &r->cols[g->cols[i]];
		size_t most = 0;

		for (size_t row = 0; row < r->n_rows; row++) {
			struct text *t = &g->cells[row * g->n + i];

			*t = text_of(r, c, &r->cells[row * r->n_cols + g->cols[i]], look);
			if (t->cells > most)
				most = t->cells;
		}
		/* A column with nothing in it is left out. */
		g->width[i] = most ? head_width(c) : 0;
		if (most > g->width[i])
			g->width[i] = most;
	}
}

static size_t total(const struct grid *g)
{
	size_t sum = 0;

	for (size_t i = 0; i < g->n; i++)
		if (g->width[i])
			sum += g->width[i] + GAP;
	return sum ? sum - GAP : 0;
}

/* Take cells from the widest column that may be cut until all fits; none gets
 * narrower than `least`. */
static bool squeeze(struct grid *g, const struct reply *r, size_t width, size_t least)
{
	while (total(g) > width) {
		size_t widest = g->n;

		for (size_t i = 0; i < g->n; i++)
			if (r->cols[g->cols[i]].flex && g->width[i] > least &&
			    (widest == g->n || g->width[i] > g->width[widest]))
				widest = i;
		if (widest == g->n)
			return false;
		g->width[widest]--;
	}
	return true;
}

/* First cut what stays readable; then leave out what can be spared; then cut
 * to the bone. False: it is no list at this width. */
static bool fit(struct grid *g, const struct reply *r, size_t width)
{
	size_t natural[MAX_COLS], last = g->n;

	memcpy(natural, g->width, sizeof natural);
	while (!squeeze(g, r, width, FLEX_FINE)) {
		memcpy(g->width, natural, sizeof natural);
		while (last-- && !(r->cols[g->cols[last]].show & SHOW_SPARE && g->width[last]))
			;
		if (last > g->n)
			return squeeze(g, r, width, FLEX_MIN);
		natural[last] = g->width[last] = 0;
	}
	return true;
}

static void put_line(struct out *o, const struct grid *g, const struct reply *r,
		     const struct text *cells, const struct look *look)
{
	size_t pending = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct text *t = &cells[i];
		size_t w = g->width[i], used;

		if (!w)
			continue;
		if (right_aligned(&r->cols[g->cols[i]]) && t->cells < w) {
			pending += w - t->cells;
			w = t->cells;
		}
		if (t->n) {
			out_pad(o, pending);
			pending = 0;
			used = utf8_put_safe(o, t->p, t->n, w, look->ascii);
		} else {
			used = 0;
		}
		pending += (w > used ? w - used : 0) + GAP;
	}
}

static void put_head(struct out *o, const struct grid *g, const struct reply *r,
		     const struct look *look)
{
	struct text *heads = arena_array(r->arena, struct text, g->n + 1);

	for (size_t i = 0; i < g->n; i++) {
		const char *h = r->cols[g->cols[i]].head;

		heads[i] = (struct text){ h, strlen(h), head_width(&r->cols[g->cols[i]]) };
	}
	out_str(o, look->color ? "\033[1m" : "");
	put_line(o, g, r, heads, look);
	out_str(o, look->color ? "\033[0m\n" : "\n");
}

/* What to do about the row, say. */
static void put_below(struct out *o, const struct reply *r, size_t row, const struct look *look)
{
	for (size_t k = 0; k < r->n_cols; k++) {
		struct text t;

		if (!(r->cols[k].show & SHOW_BELOW))
			continue;
		t = text_of(r, &r->cols[k], &r->cells[row * r->n_cols + k], look);
		if (!t.n)
			continue;
		out_pad(o, BELOW);
		text_wrap(o, t.p, t.n, look->width, BELOW, look->ascii);
		out_char(o, '\n');
	}
}

/* A single column is no table: sentences, each as long as it is. */
static void put_rows(struct out *o, const struct grid *g, const struct reply *r,
		     const struct look *look)
{
	bool flows = g->n == 1 && r->cols[g->cols[0]].flex;

	if (!flows)
		put_head(o, g, r, look);
	for (size_t row = 0; row < r->n_rows; row++) {
		const struct text *t = &g->cells[row * g->n];

		if (flows)
			text_wrap(o, t->p, t->n, look->width, 2, look->ascii);
		else
			put_line(o, g, r, t, look);
		out_char(o, '\n');
		put_below(o, r, row, look);
	}
}

/* ---- records ---- */

static void put_record(struct out *o, const struct reply *r, size_t row, const struct look *look,
		       unsigned show)
{
	size_t label = 0;

	for (size_t k = 0; k < r->n_cols; k++)
		if (r->cols[k].show & show && head_width(&r->cols[k]) > label)
			label = head_width(&r->cols[k]);
	for (size_t k = 0; k < r->n_cols; k++) {
		struct text t;

		if (!(r->cols[k].show & show))
			continue;
		t = text_of(r, &r->cols[k], &r->cells[row * r->n_cols + k], look);
		if (!t.n)
			continue;
		put_bold(o, r->cols[k].head, look);
		out_pad(o, label + GAP - head_width(&r->cols[k]));
		text_wrap(o, t.p, t.n, look->width, label + GAP, look->ascii);
		out_char(o, '\n');
	}
}

/* ---- wrapping ---- */

/* Cells of the character beyond ASCII that begins here; 1 for all others. */
static size_t cells_at(const char *s, size_t n)
{
	size_t k = (unsigned char)*s < 0x80 ? 0 : utf8_length(s, n);

	return k ? utf8_width(s, k) : 1;
}

/* A piece that lines do not break: what lies between blanks, or one wide
 * character (of a script without blanks) with its accents. */
static size_t piece_end(const char *s, size_t n, size_t i)
{
	bool wide = cells_at(s + i, n - i) == 2;

	do {
		size_t k = utf8_length(s + i, n - i), next;

		i += k ? k : 1;
		if (i >= n || strchr(" \t\n", s[i]))
			return i;
		next = cells_at(s + i, n - i);
		if (wide ? next : next == 2)
			return i;
	} while (true);
}

void text_wrap(struct out *o, const char *s, size_t n, size_t width, size_t indent, bool ascii)
{
	size_t room = width > indent + 20 ? width - indent : width ? 20 : SIZE_MAX;
	size_t at = 0, end, cells, pad = 0, blank = 0;

	for (size_t i = 0; i < n; i = end) {
		end = i + 1;
		if (s[i] == '\n') {
			out_char(o, '\n');
			at = blank = 0;
			pad = indent;
			continue;
		}
		if (s[i] == ' ' || s[i] == '\t') {
			blank = at ? 1 : 0;
			continue;
		}
		end = piece_end(s, n, i);
		cells = utf8_width(s + i, end - i);
		if (at && at + blank + cells > room) {
			out_char(o, '\n');
			at = blank = 0;
			pad = indent;
		}
		out_pad(o, pad + blank);
		utf8_put_safe(o, s + i, end - i, SIZE_MAX, ascii);
		at += blank + cells;
		pad = blank = 0;
	}
}

void render_text(struct out *o, const struct reply *r, const struct look *look)
{
	struct grid g;

	if (r->heading && r->n_rows) {
		put_bold(o, r->heading, look);
		out_char(o, '\n');
	}
	if (!r->n_rows)
		return;
	if (!r->record && !look->one_by_one) {
		measure(&g, r, look);
		if (!g.n)
			return;
		if (!look->width || fit(&g, r, look->width)) {
			put_rows(o, &g, r, look);
			return;
		}
	}
	for (size_t row = 0; row < r->n_rows; row++) {
		if (row)
			out_char(o, '\n');
		put_record(o, r, row, look, r->record ? SHOW_RECORD : SHOW_LIST | SHOW_BELOW);
	}
}
