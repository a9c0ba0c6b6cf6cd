/*
 * What is read, and what is written and read again. The first byte says what
 * the rest is: 'c' CSV, 'w' cells to be written as CSV, 'j' JSON, 'r' a reply.
 */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "replife/csv.h"
#include "replife/formats.h"
#include "replife/json.h"
#include "replife/out.h"

/* ---- CSV ---- */

/* Cells as they were read; what was refused, as its words. */
static const char *read_all(struct arena *a, struct csv *c, enum rc rc, struct err *err)
{
	const char *const *cells;
	unsigned line, before = 1;
	bool more = !rc;
	size_t n = rc ? 0 : csv_columns(c, &cells);
	struct out o;

	out_to_mem(&o, a);
	for (size_t i = 0; i < n; i++) {
		HOLDS(*cells[i] && utf8_valid(cells[i], strlen(cells[i]), NULL));
		out_printf(&o, "%s\x1f", cells[i]);
	}
	while (more && !(rc = csv_next(c, &cells, &line, &more, err)) && more) {
		HOLDS(line > 0 && line >= before);
		before = line;
		out_printf(&o, "\x1e%u\x1f", line);
		for (size_t i = 0; i < n; i++) {
			HOLDS(!cells[i] || (*cells[i] && utf8_valid(cells[i], strlen(cells[i]), NULL)));
			out_printf(&o, "%s\x1f", cells[i] ? cells[i] : "");
		}
	}
	HOLDS(!rc || rc == RC_BAD_DATA);
	HOLDS(!rc || !strncmp(err->what, "x.csv:", 6));
	if (rc)
		out_printf(&o, "\x1e%s %s", err->what, err->todo);
	return out_text(&o);
}

static const char *from_memory(struct arena *a, const char *p, size_t n, bool verbatim)
{
	struct err err = { 0 };
	struct csv *c = NULL;
	char *own = own_copy(p, n);
	enum rc rc = csv_open_text(a, own, n, "x.csv", &c, &err);
	const char *all;

	if (!rc && verbatim)
		csv_verbatim(c);
	all = read_all(a, c, rc, &err);
	free(own);
	return all;
}

static const char *from_file(struct arena *a, const char *p, size_t n)
{
	struct err err = { 0 };
	struct csv *c = NULL;
	int fd = memfd_create("csv", 0);
	enum rc rc;
	const char *all;

	HOLDS(fd >= 0 && write(fd, p, n) == (ssize_t)n && !lseek(fd, 0, SEEK_SET));
	rc = csv_open(a, fd, "x.csv", &c, &err);
	all = read_all(a, c, rc, &err);
	close(fd);
	return all;
}

static void fuzz_csv(struct arena *a, const char *p, size_t n)
{
	const char *all = from_memory(a, p, n, false);

	HOLDS(!strcmp(all, from_file(a, p, n)));
	from_memory(a, p, n, true);
}

/* A text of any bytes but NUL that is UTF-8, up to the next NUL. */
static bool feed_cell(struct arena *a, struct feed *f, const char **out)
{
	size_t n = strnlen((const char *)f->p, f->n);

	*out = arena_dup(a, (const char *)f->p, n);
	f->p += n;
	f->n -= n;
	if (f->n)
		feed_byte(f);
	return utf8_valid(*out, n, NULL);
}

/* Whatever a cell holds, it comes back as it was. */
static void fuzz_written(struct arena *a, struct feed *f)
{
	size_t n_cols = 1 + feed_byte(f) % 5, n = 0;
	const char **cells = arena_array(a, const char *, f->n + n_cols), *const *got;
	struct err err = { 0 };
	struct csv *c;
	unsigned line;
	bool more;
	struct out o;

	while (f->n)
		if (!feed_cell(a, f, &cells[n++]))
			return;
	while (n % n_cols)
		cells[n++] = "";
	out_to_mem(&o, a);
	for (size_t i = 0; i < n_cols; i++)
		out_printf(&o, "%sc%zu", i ? "," : "", i);
	for (size_t i = 0; i < n; i++) {
		out_str(&o, i % n_cols ? "," : "\r\n");
		csv_cell(&o, cells[i], strlen(cells[i]));
	}
	out_str(&o, "\r\n");
	HOLDS(!csv_open_text(a, out_text(&o), o.len, "x.csv", &c, &err));
	for (size_t row = 0; row < n; row += n_cols) {
		HOLDS(!csv_next(c, &got, &line, &more, &err) && more);
		for (size_t i = 0; i < n_cols; i++)
			HOLDS(!strcmp(got[i] ? got[i] : "", cells[row + i]));
	}
	HOLDS(!csv_next(c, &got, &line, &more, &err) && !more);
}

/* ---- JSON ---- */

static bool same(const struct json *x, const struct json *y)
{
	if ((x->type == J_INT || x->type == J_REAL) && (y->type == J_INT || y->type == J_REAL)) {
		double a = x->type == J_INT ? (double)x->u.i : x->u.r, b = y->type == J_INT ? (double)y->u.i : y->u.r;

		return !(a < b || a > b);
	}
	if (x->type != y->type)
		return false;
	switch (x->type) {
	case J_NULL:
	case J_INT:
	case J_REAL:
		return true;
	case J_BOOL:
		return x->u.b == y->u.b;
	case J_STR:
		return x->u.s.n == y->u.s.n && !memcmp(x->u.s.p, y->u.s.p, x->u.s.n) && !x->u.s.p[x->u.s.n];
	case J_ARRAY:
	case J_OBJECT:
		if (x->u.kids.n != y->u.kids.n)
			return false;
		x = x->u.kids.first;
		y = y->u.kids.first;
		for (; x && y; x = x->next, y = y->next)
			if (!x->key != !y->key || (x->key && strcmp(x->key, y->key)) || !same(x, y))
				return false;
		return !x && !y;
	}
	return false;
}

static void fuzz_json(struct arena *a, const char *p, size_t n)
{
	struct json *j, *again;
	struct err err = { 0 };
	char *own = own_copy(p, n);
	const char *text;
	enum rc rc = json_parse(a, own, n, &j, &err);

	HOLDS(!rc || (rc == RC_BAD_DATA && *err.what));
	if (!rc) {
		text = json_text(a, j);
		HOLDS(!strstr(text, "</") && !strstr(text, "\xE2\x80\xA8"));
		for (const char *s = text; *s; s++)
			HOLDS((unsigned char)*s >= 0x20);
		HOLDS(!json_parse(a, text, strlen(text), &again, &err));
		HOLDS(same(j, again));
		HOLDS(!strcmp(text, json_text(a, again)));
	}
	free(own);
}

/* ---- replies ---- */

static const struct column columns[] = {
	{ "ref", "Ref", V_REF, SHOW_ALL, 'S', false },
	{ "name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "n", "How many", V_INT, SHOW_ALL, 0, false },
	{ "share", "Share", V_REAL, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "at", "When", V_INSTANT, SHOW_ALL, 0, false },
	{ "day", "Day", V_DAY, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "yes", "Yes", V_BOOL, SHOW_ALL, 0, false },
	{ "list", "List", V_LIST, SHOW_ALL, 0, true },
	{ "span", "From, to", V_SPAN, SHOW_PEOPLE, 0, false },
	{ "more", "More", V_TEXT, SHOW_DATA | SHOW_BELOW | SHOW_RECORD, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static int64_t number(struct feed *f)
{
	int64_t v = 0;
	unsigned n = feed_byte(f) % 9;

	for (unsigned i = 0; i < n; i++)
		v = (int64_t)((uint64_t)v << 8 | feed_byte(f));
	return v;
}

static const char *text_from(struct arena *a, struct feed *f)
{
	const char *p = "";
	size_t n = 0;

	feed_line(f, &p, &n);
	return utf8_valid(p, n, NULL) ? arena_dup(a, p, n) : "";
}

/* Instants and days are of years that a program meets. */
static void put_reply_row(struct arena *a, struct reply *r, struct feed *f)
{
	struct value *row = reply_row(r);
	unsigned which = feed_byte(f) | feed_byte(f) << 8;
	int64_t at = number(f) % 100000000000;
	const char **list = arena_array(a, const char *, 3);
	double real;
	int64_t bits = number(f);

	memcpy(&real, &bits, sizeof real);
	if (which & 1)
		put_ref(r, row, "ref", number(f));
	if (which & 2)
		put_text(r, row, "name", text_from(a, f));
	if (which & 4)
		put_int(r, row, "n", number(f));
	if (which & 8)
		put_real(r, row, "share", real);
	if (which & 16)
		put_instant(r, row, "at", at);
	if (which & 32)
		put_day(r, row, "day", at / 86400);
	if (which & 64)
		put_bool(r, row, "yes", which & 128);
	if (which & 256) {
		for (size_t i = 0; i < 3; i++)
			list[i] = text_from(a, f);
		put_list(r, row, "list", list, which >> 9 & 3);
	}
	if (which & 2048)
		put_span(r, row, "span", at, at + 1800);
	if (which & 4096)
		put_text(r, row, "more", text_from(a, f));
}

static void check_data(struct arena *a, const struct reply *r)
{
	struct json *j;
	struct err err = { 0 };
	struct out o;
	const char *text, *all;
	size_t rows = 0;

	out_to_mem(&o, a);
	render_json(&o, "fuzz", r);
	text = out_text(&o);
	HOLDS(!json_parse(a, text, o.len, &j, &err));
	HOLDS(json_count(j, "items") == r->n_rows);
	out_to_mem(&o, a);
	render_csv(&o, r, true);
	all = from_memory(a, out_text(&o), o.len, false);
	for (const char *s = all; (s = strchr(s, '\x1e')); s++)
		rows++;
	HOLDS(rows >= r->n_rows);
	out_to_mem(&o, a);
	render_plain(&o, r);
	rows = 0;
	for (const char *s = out_text(&o); *s; s++)
		rows += *s == '\n';
	HOLDS(rows == r->n_rows);
}

static void fuzz_reply(struct arena *a, struct feed *f)
{
	struct look look = { .when = feed_when, .day = feed_day };
	struct reply r, again;
	struct err err = { 0 };
	struct out o;
	unsigned how = feed_byte(f);
	const char *text;

	look.width = feed_byte(f);
	look.one_by_one = how & 1;
	look.color = how & 2;
	look.ascii = how & 4;
	reply_init(&r, a, columns);
	r.record = how & 8;
	if (how & 16)
		reply_message(&r, "%s", text_from(a, f));
	if (how & 32)
		reply_warn(&r, "%s", text_from(a, f));
	if (how & 64)
		r.heading = text_from(a, f);
	while (f->n && r.n_rows < 20)
		put_reply_row(a, &r, f);
	out_to_mem(&o, a);
	render_text(&o, &r, &look);
	check_terminal(out_text(&o), o.len, look.color ? "\n\033" : "\n");
	check_data(a, &r);
	text = reply_encode(a, &r);
	HOLDS(!reply_decode(a, text, columns, &again, &err));
	HOLDS(!strcmp(text, reply_encode(a, &again)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed f = { data, size };
	struct arena a = { 0 };

	switch (feed_byte(&f)) {
	case 'c':
		fuzz_csv(&a, (const char *)f.p, f.n);
		break;
	case 'w':
		fuzz_written(&a, &f);
		break;
	case 'j':
		fuzz_json(&a, (const char *)f.p, f.n);
		break;
	case 'r':
		fuzz_reply(&a, &f);
		break;
	default:
		break;
	}
	arena_free(&a);
	return 0;
}
