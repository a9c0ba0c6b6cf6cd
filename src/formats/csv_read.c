/* Reading CSV. A row is gathered in one buffer, and its cells point into it. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "replife/csv.h"
#include "replife/utf8.h"

#define WINDOW (64 * 1024)
#define COLUMNS_MAX 256

struct csv {
	struct arena *a;
	const char *file;
	int fd;
	bool eof;
	char *in;			/* what was read and not yet used */
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

static enum rc fill(struct csv *c, struct err *err)
{
	ssize_t n;

	do {
		n = read(c->fd, c->in, WINDOW);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_set(err, RC_IO, "cannot read %s: %s", c->file, strerror(errno));
	c->at = 0;
	c->len = (size_t)n;
	c->eof = n == 0;
	return RC_OK;
}

/* The next byte, or -1 at the end (or on an error, which is in *rc). */
static int peek(struct csv *c, enum rc *rc, struct err *err)
{
	if (c->at == c->len) {
		if (c->eof)
			return -1;
		*rc = fill(c, err);
		if (*rc || c->eof)
			return -1;
	}
	return (unsigned char)c->in[c->at];
}

static enum rc put(struct csv *c, const char *p, size_t n, struct err *err)
{
	if (c->row_len + n + 1 > c->row_cap) {
		size_t cap = c->row_cap * 2;

		if (c->row_len + n > CSV_ROW_MAX)
			return bad(c, c->row_line, "the row is longer than 1 MiB", err);
		while (cap < c->row_len + n + 1)
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

/* Plain bytes up to a comma, quote or line end. */
static enum rc run_plain(struct csv *c, struct err *err)
{
	const char *p = c->in + c->at, *q = p, *end = c->in + c->len;

	while (q < end && *q != ',' && *q != '"' && *q != '\n' && *q != '\r')
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
		for (; q < end && *q != '"'; q++)
			c->line += *q == '\n';
		c->at += (size_t)(q - p);
		rc = put(c, p, (size_t)(q - p), err);
		if (rc || q == end)
			continue;
		c->at++;	/* the quote */
		if (peek(c, &rc, err) != '"')
			return rc;
		c->at++;
		rc = put(c, "\"", 1, err);
	}
	return rc;
}

/* One row into c->row; *more false where the file has ended. */
static enum rc read_row(struct csv *c, bool *more, struct err *err)
{
	bool fresh = true, quoted = false;
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
			if (fresh && !c->n_cells) {
				*more = false;
				return RC_OK;
			}
			return end_cell(c, err);
		}
		switch (b) {
		case ',':
			c->at++;
			rc = end_cell(c, err);
			fresh = true;
			quoted = false;
			continue;
		case '\r':
			c->at++;
			if (peek(c, &rc, err) != '\n' && !rc)
				return bad(c, c->line, "a carriage return stands alone", err);
			continue;
		case '\n':
			c->at++;
			c->line++;
			return end_cell(c, err);
		case '"':
			if (!fresh)
				return bad(c, c->line, "a quote stands inside of a cell", err);
			c->at++;
			quoted = true;
			rc = run_quoted(c, err);
			break;
		default:
			if (quoted)
				return bad(c, c->line, "there is more behind a closing quote", err);
			rc = run_plain(c, err);
		}
		fresh = false;
	}
	return rc;
}

static enum rc check_text(struct csv *c, struct err *err)
{
	size_t bad_at;

	for (size_t i = 0; i < c->n_cells; i++) {
		const char *p = c->row + c->starts[i];
		size_t n = c->starts[i + 1] - c->starts[i] - 1;

		if (memchr(p, '\0', n))
			return bad(c, c->row_line, "the row has a NUL byte", err);
		if (!utf8_valid(p, n, &bad_at))
			return err_set(err, RC_BAD_DATA, "%s:%u: not UTF-8 (byte %zu of column %zu)",
				       c->file, c->row_line, bad_at + 1, i + 1);
	}
	return RC_OK;
}

static bool is_blank(const struct csv *c)
{
	return c->n_cells == 1 && !*c->row;
}

/* "'=1+1": render_csv() wrote the apostrophe; a formula was meant as text. */
static const char *unguard(const char *p)
{
	return *p == '\'' && p[1] && strchr("=+-@\t\r'", p[1]) ? p + 1 : p;
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
		const char *p = c->row + c->starts[i];

		c->cells[i] = *p ? unguard(p) : NULL;
	}
	*cells = c->cells;
	*line = c->row_line;
	return RC_OK;
}

static enum rc read_header(struct csv *c, struct err *err)
{
	bool more;
	enum rc rc = RC_OK;

	if (peek(c, &rc, err) == 0xEF && c->len - c->at >= 3 &&
	    !memcmp(c->in + c->at, "\xEF\xBB\xBF", 3))
		c->at += 3;
	if (!rc)
		rc = read_row(c, &more, err);
	if (rc)
		return rc;
	if (!more || is_blank(c))
		return bad(c, 1, "there is no header row; name the columns in the first line", err);
	rc = check_text(c, err);
	if (rc)
		return rc;
	c->n_cols = c->n_cells;
	c->names = arena_array(c->a, const char *, c->n_cols);
	c->cells = arena_array(c->a, const char *, c->n_cols);
	for (size_t i = 0; i < c->n_cols; i++) {
		c->names[i] = arena_strdup(c->a, c->row + c->starts[i]);
		if (!*c->names[i])
			return err_set(err, RC_BAD_DATA, "%s:1: column %zu has no name", c->file, i + 1);
		for (size_t k = 0; k < i; k++)
			if (!strcmp(c->names[i], c->names[k]))
				return err_set(err, RC_BAD_DATA, "%s:1: the column '%s' comes twice",
					       c->file, c->names[i]);
	}
	return RC_OK;
}

enum rc csv_open(struct arena *a, int fd, const char *file, struct csv **out, struct err *err)
{
	struct csv *c = arena_new(a, struct csv);

	c->a = a;
	c->fd = fd;
	c->file = arena_strdup(a, file);
	c->line = 1;
	c->in = arena_alloc(a, WINDOW);
	c->row_cap = WINDOW;
	c->row = arena_alloc(a, c->row_cap);
	*out = c;
	return read_header(c, err);
}

size_t csv_columns(const struct csv *c, const char *const **names)
{
	*names = c->names;
	return c->n_cols;
}
