/* Typing. */
#include "edit.h"

#include <string.h>

#include "replife/utf8.h"

void edit_init(struct edit *e, struct arena *a, size_t max, bool lines)
{
	*e = (struct edit){ .a = a, .max = max, .lines = lines, .cap = 64 };
	e->text = arena_alloc(a, e->cap);
}

static void make_room(struct edit *e, size_t n)
{
	size_t cap = e->cap;

	while (cap < n + 1)
		cap *= 2;
	if (cap != e->cap)
		e->text = arena_grow(e->a, e->text, e->cap, cap);
	e->cap = cap;
}

void edit_insert(struct edit *e, const char *p, size_t n)
{
	size_t used = 0, k;

	e->full = e->len + n > e->max;
	if (e->full)
		return;
	make_room(e, e->len + n);
	memmove(e->text + e->at + n, e->text + e->at, e->len - e->at + 1);
	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(p + i, n - i, &k);

		if (cp == '\t' || (cp == '\n' && !e->lines)) {
			e->text[e->at + used++] = ' ';
		} else if (cp == '\n' || (cp >= 0 && !utf8_is_control(cp))) {
			memcpy(e->text + e->at + used, p + i, k);
			used += k;
		}
	}
	if (used < n)
		memmove(e->text + e->at + used, e->text + e->at + n, e->len - e->at + 1);
	e->at += used;
	e->len += used;
}

void edit_set(struct edit *e, const char *text)
{
	e->len = e->at = 0;
	e->text[0] = '\0';
	e->top = 0;
	e->proposed = false;
	if (text)
		edit_insert(e, text, strlen(text));
}

void edit_propose(struct edit *e, const char *text)
{
	edit_set(e, text);
	e->proposed = true;
}

static void cut(struct edit *e, size_t from, size_t to)
{
	memmove(e->text + from, e->text + to, e->len - to + 1);
	e->len -= to - from;
	e->at = from;
}

static size_t before(const struct edit *e, size_t at)
{
	return at - grapheme_before(e->text, at);
}

static size_t after(const struct edit *e, size_t at)
{
	return at + grapheme_next(e->text + at, e->len - at);
}

static size_t word_before(const struct edit *e, size_t at)
{
	while (at && (e->text[at - 1] == ' ' || e->text[at - 1] == '\n'))
		at--;
	while (at && e->text[at - 1] != ' ' && e->text[at - 1] != '\n')
		at--;
	return at;
}

static size_t word_after(const struct edit *e, size_t at)
{
	while (at < e->len && (e->text[at] == ' ' || e->text[at] == '\n'))
		at++;
	while (at < e->len && e->text[at] != ' ' && e->text[at] != '\n')
		at++;
	return at;
}

/* ---- lines as they are shown ---- */

/* Where the shown line that begins at `from` ends, and the next begins. */
static size_t line_end(const struct edit *e, size_t from, int cols, size_t *next)
{
	size_t i = from, blank = 0, k;
	struct glyph g;
	int used = 0;

	while (i < e->len && e->text[i] != '\n') {
		k = glyph_at(e->text + i, e->len - i, &g);
		if (used + g.cells > cols) {
			*next = blank > from ? blank : i > from ? i : i + k;
			return *next;
		}
		used += g.cells;
		i += k;
		if (e->text[i - 1] == ' ')
			blank = i;
	}
	*next = i < e->len ? i + 1 : SIZE_MAX;
	return i;
}

/* The line that holds the cursor, by number, and where it begins. */
static int line_of(const struct edit *e, int cols, size_t at, size_t *from)
{
	size_t begin = 0, next = 0;
	int n = 0;

	for (;;) {
		size_t end = line_end(e, begin, cols, &next);

		if (next == SIZE_MAX || at < next || (at == end && e->text[at] == '\n')) {
			*from = begin;
			return n;
		}
		begin = next;
		n++;
	}
}

static size_t line_begin(const struct edit *e, int cols, int line)
{
	size_t begin = 0, next = 0;

	for (int n = 0; n < line; n++) {
		line_end(e, begin, cols, &next);
		if (next == SIZE_MAX)
			return SIZE_MAX;
		begin = next;
	}
	return begin;
}

int edit_rows(const struct edit *e, int cols)
{
	size_t begin = 0, next = 0;
	int n = 0;

	do {
		line_end(e, begin, cols, &next);
		begin = next;
		n++;
	} while (next != SIZE_MAX);
	return n;
}

static bool move_line(struct edit *e, int by)
{
	int cols = e->cols > 1 ? e->cols : 80, line, col;
	size_t from, to, next, end;

	if (!e->lines)
		return false;
	line = line_of(e, cols, e->at, &from);
	col = (int)utf8_width(e->text + from, e->at - from);
	to = line + by < 0 ? SIZE_MAX : line_begin(e, cols, line + by);
	if (to == SIZE_MAX)
		return false;
	end = line_end(e, to, cols, &next);
	while (to < end && col > 0) {
		struct glyph g;

		to += glyph_at(e->text + to, end - to, &g);
		col -= g.cells;
	}
	e->at = to > e->len ? e->len : to;
	return true;
}

/* ---- keys ---- */

static void to_edge(struct edit *e, bool end)
{
	size_t from, next;

	if (!e->lines) {
		e->at = end ? e->len : 0;
		return;
	}
	line_of(e, e->cols > 1 ? e->cols : 80, e->at, &from);
	e->at = end ? line_end(e, from, e->cols > 1 ? e->cols : 80, &next) : from;
}

static bool move_key(struct edit *e, int code)
{
	size_t was = e->at;

	switch (code) {
	case K_LEFT: e->at = before(e, e->at); break;
	case K_RIGHT: e->at = after(e, e->at); break;
	case K_CTRL_LEFT: e->at = word_before(e, e->at); break;
	case K_CTRL_RIGHT: e->at = word_after(e, e->at); break;
	case K_HOME: case K_CTRL('a'): to_edge(e, false); return true;
	case K_END: case K_CTRL('e'): to_edge(e, true); return true;
	case K_UP: return move_line(e, -1);
	case K_DOWN: return move_line(e, 1);
	default: return false;
	}
	return e->at != was;
}

static bool cut_key(struct edit *e, int code)
{
	switch (code) {
	case K_BACKSPACE: cut(e, before(e, e->at), e->at); return true;
	case K_DELETE: cut(e, e->at, after(e, e->at)); return true;
	case K_CTRL('w'): cut(e, word_before(e, e->at), e->at); return true;
	case K_CTRL('u'): cut(e, 0, e->at); return true;
	case K_CTRL('k'): {
		size_t at = e->at;

		cut(e, at, e->len);
		return true;
	}
	default: return false;
	}
}

bool edit_key(struct edit *e, int code)
{
	bool letter = code >= 0x20 && code < K_UP && code != K_BACKSPACE;
	char s[4];

	e->full = false;
	if (e->proposed && letter)
		edit_set(e, "");
	e->proposed = false;
	if (code == K_ENTER && e->lines) {
		edit_insert(e, "\n", 1);
		return true;
	}
	if (letter) {
		edit_insert(e, s, utf8_encode((uint32_t)code, s));
		return true;
	}
	return move_key(e, code) || cut_key(e, code);
}

/* ---- drawing ---- */

static void draw_line(struct edit *e, struct canvas *c, struct box a, bool on, enum style s)
{
	int col = (int)utf8_width(e->text, e->at), i = 0, used = 0;
	size_t k;
	struct glyph g;

	if (e->top > col)
		e->top = col;
	if (col - e->top > a.cols - 1)
		e->top = col - a.cols + 1;
	if (!on)
		e->top = 0;
	for (size_t at = 0; (k = glyph_at(e->text + at, e->len - at, &g)); at += k) {
		if (i >= e->top && used + g.cells <= a.cols) {
			if (used + g.cells == a.cols && at + k < e->len && !on)
				put(c, a, 0, used, 1, s, "\xE2\x80\xA6");
			else
				put_bytes(c, a, 0, used, g.cells, s, e->text + at, k);
			used += g.cells;
		}
		i += g.cells;
	}
	if (on)
		cursor_at(c, a, 0, col - e->top);
}

static void draw_lines(struct edit *e, struct canvas *c, struct box a, bool on, enum style s)
{
	size_t from, next = 0, begin;
	int line = line_of(e, a.cols, e->at, &from);

	if (e->top > line)
		e->top = line;
	if (line - e->top > a.rows - 1)
		e->top = line - a.rows + 1;
	if (!on)
		e->top = 0;
	begin = line_begin(e, a.cols, e->top);
	for (int r = 0; r < a.rows && begin != SIZE_MAX; r++, begin = next) {
		size_t end = line_end(e, begin, a.cols, &next);

		/* The last row shows that there is more. */
		if (r + 1 == a.rows && !on && next != SIZE_MAX && end < e->len)
			end = e->len;
		put_bytes(c, a, r, 0, 0, s, e->text + begin, end - begin);
	}
	if (on)
		cursor_at(c, a, line - e->top, (int)utf8_width(e->text + from, e->at - from));
}

void edit_draw(struct edit *e, struct canvas *c, struct box a, bool on, const char *empty)
{
	enum style s = on ? STYLE_FIELD_ON : STYLE_FIELD;

	e->cols = a.cols;
	if (a.rows <= 0 || a.cols <= 0)
		return;
	if (c->plain) {
		put(c, a, 0, 0, 0, s, e->len ? e->text : empty);
		return;
	}
	fill(c, a, s);
	/* In brackets: that it is dimmed not everybody sees. */
	if (!e->len && empty) {
		int w = put(c, a, 0, 0, 1, STYLE_DIM, "(");

		w += put(c, a, 0, w, a.cols - w - 1, STYLE_DIM, empty);
		put(c, a, 0, w, 1, STYLE_DIM, ")");
	}
	if (e->lines)
		draw_lines(e, c, a, on, s);
	else
		draw_line(e, c, a, on, s);
}
