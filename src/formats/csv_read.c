/* Reading CSV. A row is gathered in one buffer, and its cells point into it. */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "replife/csv.h"
#include "replife/utf8.h"
#include "value.h"

#ifndef WINDOW		/* `make fuzz` has it small */
#define WINDOW (64 * 1024)
#endif
#define COLUMNS_MAX 256

struct csv {
	struct arena *a;
	const char *file;
	int fd;				/* -1: all of it is in memory */
	bool eof, verbatim;
	char *window;
	const char *in;			/* what was read and not yet used */
	size_t at, len;
	char *row;			/* the cells' texts, each with a NUL */
	size_t row_len, row_cap;
	unsigned line, row_line;
	size_t starts[COLUMNS_MAX + 1], n_cells;
	size_t n_cols;
	const char **names, **cells;
};

static enum rc bad(struct csv *c, unsigned line, const char *why, struct err *err)
{
	return err_set(err, RC_BAD_DATA, "%s:%u: %s", c->file, line, why);
}

/* Read on behind the `keep` bytes that the window begins with. */
static enum rc fill(struct csv *c, size_t keep, struct err *err)
{
	ssize_t n;

	do {
		n = read(c->fd, c->window + keep, WINDOW - keep);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_set(err, RC_IO, "cannot read %s: %s", c->file, strerror(errno));
	c->at = 0;
	c->len = keep + (size_t)n;
	c->eof = n == 0;
	return RC_OK;
}

/* The next byte, or -1 at the end (or on an error, which is in *rc). */
static int peek(struct csv *c, enum rc *rc, struct err *err)
{
	if (c->at == c->len) {
		if (c->eof)
			return -1;
		*rc = fill(c, 0, err);
		if (*rc || c->eof)
			return -1;
	}
	return (unsigned char)c->in[c->at];
}

/* A cell's end counts as a byte, as its comma does in the file. */
static enum rc put(struct csv *c, const char *p, size_t n, struct err *err)
{
	if (n > CSV_ROW_MAX - c->row_len)
		return bad(c, c->row_line, "the row is longer than 1 MiB", err);
	if (n > c->row_cap - c->row_len) {
		size_t cap = c->row_cap * 2;

		while (cap < c->row_len + n)
			cap *= 2;
		c->row = arena_grow(c->a, c->row, c->row_cap, cap);
		c->row_cap = cap;
	}
	memcpy(c->row + c->row_len, p, n);
	c->row_len += n;
	return RC_OK;
}

static enum rc end_cell(struct csv *c, struct err *err)
{
	if (c->n_cells == COLUMNS_MAX)
		return bad(c, c->row_line, "there are too many columns", err);
	c->starts[++c->n_cells] = c->row_len + 1;
	return put(c, "", 1, err);
}

/* Plain bytes up to a comma, quote, line end or NUL. */
static enum rc run_plain(struct csv *c, struct err *err)
{
	static const bool ends[256] = {
		[','] = true, ['"'] = true, ['\n'] = true, ['\r'] = true, ['\0'] = true,
	};
	const char *p = c->in + c->at, *q = p, *end = c->in + c->len;

	while (q < end && !ends[(unsigned char)*q])
		q++;
	c->at += (size_t)(q - p);
	return put(c, p, (size_t)(q - p), err);
}

/* Behind the opening quote, up to behind the closing one. */
static enum rc run_quoted(struct csv *c, struct err *err)
{
	enum rc rc = RC_OK;

	while (!rc) {
		int b = peek(c, &rc, err);
		const char *p, *q, *end;

		if (rc)
			return rc;
		if (b < 0)
			return bad(c, c->row_line, "a quoted text does not end", err);
		p = q = c->in + c->at;
		end = c->in + c->len;
		for (; q < end && *q != '"' && *q; q++)
			c->line += *q == '\n';
		c->at += (size_t)(q - p);
		rc = put(c, p, (size_t)(q - p), err);
		if (rc || q == end)
			continue;
		if (!*q)
			return bad(c, c->line, "there is a NUL byte", err);
		c->at++;	/* the quote */
		if (peek(c, &rc, err) != '"')
			return rc;
		c->at++;
		rc = put(c, "\"", 1, err);
	}
	return rc;
}

/* How far the cell at hand is. */
enum cell { CELL_FRESH, CELL_PLAIN, CELL_QUOTED };

/* What byte `b` begins within a line; a comma or line end it is not. */
static enum rc run(struct csv *c, int b, enum cell *cell, struct err *err)
{
	if (!b)
		return bad(c, c->line, "there is a NUL byte", err);
	if (b == '"') {
		if (*cell != CELL_FRESH)
			return bad(c, c->line, "a quote stands inside of a cell", err);
		*cell = CELL_QUOTED;
		c->at++;
		return run_quoted(c, err);
	}
	if (*cell == CELL_QUOTED)
		return bad(c, c->line, "there is more behind a closing quote", err);
	*cell = CELL_PLAIN;
	return run_plain(c, err);
}

/* One row into c->row; *more false where the file has ended. */
static enum rc read_row(struct csv *c, bool *more, struct err *err)
{
	enum cell cell = CELL_FRESH;
	enum rc rc = RC_OK;

	c->row_len = c->n_cells = 0;
	c->starts[0] = 0;
	c->row_line = c->line;
	*more = true;
	while (!rc) {
		int b = peek(c, &rc, err);

		if (rc)
			return rc;
		if (b < 0) {
			*more = cell != CELL_FRESH || c->n_cells;
			return *more ? end_cell(c, err) : RC_OK;
		}
		switch (b) {
		case ',':
			c->at++;
			rc = end_cell(c, err);
			cell = CELL_FRESH;
			break;
		case '\r':
			c->at++;
			if (peek(c, &rc, err) != '\n' && !rc)
				return bad(c, c->line, "a carriage return stands alone", err);
			break;
		case '\n':
			c->at++;
			c->line++;
			return end_cell(c, err);
		default:
			rc = run(c, b, &cell, err);
		}
	}
	return rc;
}

/* Most rows are: eight bytes at a time. */
static bool is_ascii(const char *p, size_t n)
{
	uint64_t seen = 0, word;

	for (; n >= sizeof word; p += sizeof word, n -= sizeof word) {
		memcpy(&word, p, sizeof word);
		seen |= word;
	}
	for (; n; p++, n--)
		seen |= (unsigned char)*p;
	return !(seen & 0x8080808080808080u);
}

static enum rc check_text(struct csv *c, struct err *err)
{
	size_t bad_at;

	if (is_ascii(c->row, c->row_len))
		return RC_OK;
	for (size_t i = 0; i < c->n_cells; i++) {
		const char *p = c->row + c->starts[i];

		if (utf8_valid(p, c->starts[i + 1] - c->starts[i] - 1, &bad_at))
			continue;
		err_set(err, RC_BAD_DATA, "%s:%u: not UTF-8 (byte %zu of column %zu)",
			c->file, c->row_line, bad_at + 1, i + 1);
		return err_todo(err, "Save the file as CSV in UTF-8");
	}
	return RC_OK;
}

static bool is_blank(const struct csv *c)
{
	return c->n_cells == 1 && !*c->row;
}

/* "'=1+1": render_csv() wrote the apostrophe; a formula was meant as text. */
static const char *unguard(char *p)
{
	char *from, *to;

	if (*p == '\'' && csv_needs_guard(p + 1))
		p++;
	for (from = to = p; *from; *to++ = *from++)
		if (from > p && *from == '\'' && csv_needs_guard_inside(from[-1], from + 1))
			from++;
	*to = '\0';
	return p;
}

enum rc csv_next(struct csv *c, const char *const **cells, unsigned *line, bool *more,
		 struct err *err)
{
	enum rc rc;

	do {
		rc = read_row(c, more, err);
		if (rc || !*more)
			return rc;
	} while (is_blank(c) && c->n_cols != 1);
	rc = check_text(c, err);
	if (rc)
		return rc;
	if (c->n_cells != c->n_cols)
		return err_set(err, RC_BAD_DATA, "%s:%u: %zu cells where the header has %zu",
			       c->file, c->row_line, c->n_cells, c->n_cols);
	for (size_t i = 0; i < c->n_cells; i++) {
		char *p = c->row + c->starts[i];

		c->cells[i] = !*p ? NULL : c->verbatim ? p : unguard(p);
	}
	*cells = c->cells;
	*line = c->row_line;
	return RC_OK;
}

/* The window holds the first three bytes, even where a pipe gives one. */
static enum rc skip_bom(struct csv *c, struct err *err)
{
	while (c->len < 3 && !c->eof) {
		enum rc rc = fill(c, c->len, err);

		if (rc)
			return rc;
	}
	if (c->len >= 3 && !memcmp(c->in, "\xEF\xBB\xBF", 3))
		c->at = 3;
	return RC_OK;
}

static enum rc take_names(struct csv *c, struct err *err)
{
	c->n_cols = c->n_cells;
	c->names = arena_array(c->a, const char *, c->n_cols);
	c->cells = arena_array(c->a, const char *, c->n_cols);
	for (size_t i = 0; i < c->n_cols; i++) {
		c->names[i] = arena_strdup(c->a, c->row + c->starts[i]);
		if (!*c->names[i])
			return err_set(err, RC_BAD_DATA, "%s:%u: column %zu has no name", c->file,
				       c->row_line, i + 1);
		for (size_t k = 0; k < i; k++)
			if (!strcmp(c->names[i], c->names[k]))
				return err_set(err, RC_BAD_DATA, "%s:%u: the column '%.100s' comes twice",
					       c->file, c->row_line, c->names[i]);
	}
	return RC_OK;
}

static enum rc read_header(struct csv *c, struct err *err)
{
	bool more;
	enum rc rc = skip_bom(c, err);

	if (!rc)
		rc = read_row(c, &more, err);
	if (rc)
		return rc;
	if (!more || is_blank(c)) {
		bad(c, 1, "there is no header row", err);
		return err_todo(err, "Name the columns in the first line");
	}
	rc = check_text(c, err);
	if (rc)
		return rc;
	if (c->n_cells == 1 && strpbrk(c->row, ";\t")) {
		bad(c, c->row_line, "the columns are not separated by commas", err);
		return err_todo(err, "Save the file as CSV with commas");
	}
	return take_names(c, err);
}

static struct csv *reader(struct arena *a, const char *file)
{
	struct csv *c = arena_new(a, struct csv);

	c->a = a;
	c->file = arena_strdup(a, file);
	c->line = 1;
	c->row_cap = WINDOW;
	c->row = arena_alloc(a, c->row_cap);
	return c;
}

enum rc csv_open(struct arena *a, int fd, const char *file, struct csv **out, struct err *err)
{
	struct csv *c = reader(a, file);

	c->fd = fd;
	c->in = c->window = arena_alloc(a, WINDOW);
	*out = c;
	return read_header(c, err);
}

enum rc csv_open_text(struct arena *a, const char *p, size_t n, const char *file,
		      struct csv **out, struct err *err)
{
	struct csv *c = reader(a, file);

	c->fd = -1;
	c->in = p;
	c->len = n;
	c->eof = true;
	*out = c;
	return read_header(c, err);
}

void csv_verbatim(struct csv *c)
{
	c->verbatim = true;
}

size_t csv_columns(const struct csv *c, const char *const **names)
{
	*names = c->names;
	return c->n_cols;
}
