/*
 * Text at the door, and on its way out. The first byte says as what it comes
 * in, the second how wide the terminal is; the rest is the text.
 */
#include "fuzz.h"

#include "replife/formats.h"
#include "replife/grapheme.h"
#include "replife/typed.h"

/* ---- out ---- */

static void check_lines(const char *p, size_t n, size_t width)
{
	struct arena a = { 0 };
	struct out o;
	size_t cells;

	out_to_mem(&o, &a);
	cells = utf8_put_safe(&o, p, n, width, false);
	check_terminal(out_text(&o), o.len, "");
	HOLDS(cells <= width && cells == utf8_width(out_text(&o), o.len));
	out_to_mem(&o, &a);
	cells = utf8_put_safe(&o, p, n, SIZE_MAX, true);
	check_terminal(out_text(&o), o.len, "");
	HOLDS(cells == utf8_width(p, n));
	out_to_mem(&o, &a);
	utf8_put_safe_lines(&o, p, n, false);
	check_terminal(out_text(&o), o.len, "\n\t");
	out_to_mem(&o, &a);
	text_wrap(&o, p, n, width, width % 5, false);
	check_terminal(out_text(&o), o.len, "\n");
	arena_free(&a);
}

static void check_glyphs(const char *p, size_t n)
{
	char one[4];
	size_t k, i;

	for (i = 0; i < n; i += k) {
		struct glyph g;

		k = glyph_at(p + i, n - i, &g);
		HOLDS(k > 0 && k <= n - i && (g.cells == 1 || g.cells == 2));
		check_terminal(one, utf8_encode(g.base, one), "");
		for (size_t m = 0; m < GLYPH_MARKS && g.marks[m]; m++)
			check_terminal(one, utf8_encode(g.marks[m], one), "");
	}
	HOLDS(i == n);
}

/* Forwards and back over the same places. */
static void check_graphemes(const char *p, size_t n)
{
	size_t *at = calloc(n + 1, sizeof *at), count = 0, i, k;

	HOLDS(at);
	for (i = 0; i < n; i += k) {
		at[count++] = i;
		k = grapheme_next(p + i, n - i);
		HOLDS(k > 0 && k <= n - i);
	}
	HOLDS(!grapheme_next(p + n, 0) && !grapheme_before(p, 0));
	for (; i > 0; i -= k) {
		k = grapheme_before(p, i);
		HOLDS(k > 0 && k <= i);
		HOLDS(count && at[--count] == i - k);
	}
	free(at);
}

/* No tag, and nothing invisible. */
static void check_escapes(const char *s)
{
	struct arena a = { 0 };
	struct out o;

	out_to_mem(&o, &a);
	html_escape(&o, s);
	check_terminal(out_text(&o), o.len, "");
	HOLDS(!strpbrk(out_text(&o), "<>\"'`"));
	out_to_mem(&o, &a);
	md_escape(&o, s);
	check_terminal(out_text(&o), o.len, "");
	for (const char *t = out_text(&o); (t = strpbrk(t, "<>[]|*_`")); t++)
		HOLDS(t > o.p && t[-1] == '\\');
	arena_free(&a);
}

/* ---- in ---- */

static void check_clean(enum text_kind kind, const char *p, size_t n)
{
	static const size_t most[] = { 200, 2000, 64 * 1024, 1024 * 1024 };
	struct arena a = { 0 };
	struct err err = { 0 };
	const char *text, *again;
	enum rc rc = text_clean(&a, kind, "it", p, n, &text, &err);

	HOLDS(rc == RC_OK || (rc == RC_USAGE && *err.what && *err.todo));
	if (rc) {
		check_terminal(err.what, strlen(err.what), "");
		arena_free(&a);
		return;
	}
	HOLDS(strlen(text) <= most[kind]);
	HOLDS(kind != TEXT_NAME || visible(text, strlen(text)));
	HOLDS(utf8_valid(text, strlen(text), NULL));
	for (const char *s = text; *s; s++)
		HOLDS(((unsigned char)*s >= 0x20 && *s != 0x7F) || (kind >= TEXT_LONG && (*s == '\n' || *s == '\t')));
	HOLDS(!text_clean(&a, kind, "it", text, strlen(text), &again, &err));
	HOLDS(!strcmp(text, again));
	utf8_fold(&a, text, strlen(text), &n);
	arena_free(&a);
}

static void check_typed(const char *s, const char *zone)
{
	const int64_t now_s = 1795424400;	/* 2026-11-23 09:00 UTC */
	const struct zone *z;
	struct err err = { 0 };
	int64_t at = 0, end = 0;
	bool is_day;
	int min = 0;

	HOLDS(!zone_load(zone, &z, &err));
	if (typed_instant(s, z, now_s, &at, &is_day, &err))
		HOLDS(*err.what && utf8_valid(err.what, strlen(err.what), NULL));
	if (!typed_instant_end(s, z, now_s, &end, &is_day, &err) && is_day)
		HOLDS(end > at || !at);
	if (typed_day(s, z, now_s, &at, &err))
		HOLDS(*err.what && utf8_valid(err.todo, strlen(err.todo), NULL));
	if (!typed_span(s, z, now_s, &at, &end, &err))
		HOLDS(at < end);
	if (!typed_minutes(s, &at, &err))
		HOLDS(at >= 0);
	if (typed_clock(s, strlen(s), &min))
		HOLDS(min >= 0 && min <= 1440);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed f = { data, size };
	enum text_kind kind = (enum text_kind)(feed_byte(&f) % 4);
	size_t width = feed_byte(&f), n = f.n;
	char *own = own_copy((const char *)f.p, n), *text = strndup(own, n);

	HOLDS(text);
	check_clean(kind, own, n);
	check_lines(own, n, width);
	check_glyphs(own, n);
	check_graphemes(own, n);
	check_escapes(text);
	/* Messages quote what was typed. */
	if (utf8_valid(text, strlen(text), NULL))
		check_typed(text, width % 2 ? "Europe/Berlin" : "America/St_Johns");
	free(text);
	free(own);
	return 0;
}
