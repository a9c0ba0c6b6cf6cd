/* A document as text. */
#include <string.h>

#include "doc.h"
#include "replife/utf8.h"

#define WIDTH 78		/* where nobody says how wide it is */
#define GAP 2
#define NUMBER 10		/* cells for a number, as "37 of 116" */

struct grid {
	const struct block *b;
	const char *head[DOC_COLS];
	size_t head_n[DOC_COLS], width[DOC_COLS];
	bool words[DOC_COLS];
};

static void measure(struct grid *g, const struct block *b)
{
	const char *p = b->text;

	g->b = b;
	for (size_t i = 0; i < b->n_cols; i++) {
		size_t n = strcspn(p, "\t");

		g->words[i] = n && p[n - 1] == ' ';
		g->head[i] = p;
		g->head_n[i] = g->words[i] ? n - 1 : n;
		g->width[i] = utf8_width(p, g->head_n[i]);
		p += n + 1;
	}
	for (size_t i = 0; i < b->n_rows * b->n_cols; i++) {
		const char *s = b->cells[i] ? b->cells[i] : "";
		size_t w = utf8_width(s, strlen(s)), *have = &g->width[i % b->n_cols];

		*have = w > *have ? w : *have;
	}
}

/* Words give way until it fits; the widest first. */
static void squeeze(struct grid *g, size_t room)
{
	for (;;) {
		size_t sum = GAP, widest = DOC_COLS;

		for (size_t i = 0; i < g->b->n_cols; i++) {
			sum += g->width[i] + GAP;
			if (g->words[i] && g->width[i] > 8 && g->width[i] > g->head_n[i] &&
			    (widest == DOC_COLS || g->width[i] > g->width[widest]))
				widest = i;
		}
		if (sum <= room + GAP || widest == DOC_COLS)
			return;
		g->width[widest]--;
	}
}

/* Bytes of `s` that go into one line of `width`: whole words where it can be. */
static size_t line_of(const char *s, size_t width)
{
	size_t n = 0, good = 0;

	while (s[n]) {
		size_t k = utf8_length(s + n, strlen(s + n));

		k = k ? k : 1;
		if (utf8_width(s, n + k) > width)
			return good ? good : n ? n : k;
		n += k;
		if (!s[n] || s[n] == ' ')
			good = n;
	}
	return n;
}

static void put_cell(struct out *o, const struct grid *g, size_t i, const char *s, size_t n,
		     bool is_last, bool ascii)
{
	size_t w = utf8_width(s, n), pad = g->width[i] > w ? g->width[i] - w : 0;

	if (!g->words[i])
		out_pad(o, pad);
	w = utf8_put_safe(o, s, n, g->width[i], ascii);
	if (g->words[i] && !is_last)
		out_pad(o, g->width[i] > w ? g->width[i] - w : 0);
	if (!is_last)
		out_pad(o, GAP);
}

/* What does not fit goes on in the next line. */
static void put_row(struct out *o, const struct grid *g, const char *const *cells, bool ascii)
{
	const char *at[DOC_COLS];
	bool more = true;

	for (size_t i = 0; i < DOC_COLS; i++)
		at[i] = i < g->b->n_cols && cells[i] ? cells[i] : "";
	while (more) {
		size_t last = 0;

		for (size_t i = 0; i < g->b->n_cols; i++)
			last = *at[i] ? i : last;
		more = false;
		out_pad(o, GAP);
		for (size_t i = 0; i <= last; i++) {
			size_t n = line_of(at[i], g->width[i]);

			put_cell(o, g, i, at[i], n, i == last, ascii);
			at[i] += n;
			at[i] += strspn(at[i], " ");
			more |= *at[i] != '\0';
		}
		out_char(o, '\n');
	}
}

static void text_table(struct out *o, const struct block *b, const struct look *look, size_t width)
{
	struct grid g = { 0 };

	measure(&g, b);
	squeeze(&g, width);
	out_pad(o, GAP);
	for (size_t i = 0; i < b->n_cols; i++)
		put_cell(o, &g, i, g.head[i], g.head_n[i], i + 1 == b->n_cols, look->ascii);
	out_char(o, '\n');
	for (size_t r = 0; r < b->n_rows; r++)
		put_row(o, &g, b->cells + r * b->n_cols, look->ascii);
}

static void put_lines(struct out *o, const struct doc *d, size_t width, size_t indent,
		      const char *first, const char *s)
{
	size_t n = strlen(first);

	out_pad(o, n < indent ? indent - n : 0);
	out_str(o, first);
	text_wrap(o, s, strlen(s), width, indent, d->look->ascii);
	out_char(o, '\n');
}

static void put_bold(struct out *o, const struct doc *d, size_t width, const char *s)
{
	out_str(o, d->look->color ? "\033[1m" : "");
	text_wrap(o, s, strlen(s), width, 0, d->look->ascii);
	out_str(o, d->look->color ? "\033[0m\n" : "\n");
}

/* What its cells count, where no heading says so already. */
static void put_table(struct out *o, const struct doc *d, const struct block *b, const char *heading, size_t width)
{
	if (b->caption && (!heading || strcmp(heading, b->caption)))
		put_lines(o, d, width, 2, "", b->caption);
	text_table(o, b, d->look, width);
}

void doc_text(struct out *o, const struct doc *d)
{
	const char *heading = NULL;
	size_t width = d->look->width ? d->look->width : WIDTH;
	const char *mark = d->look->ascii ? "\"" : "\u201c", *end = d->look->ascii ? "\"" : "\u201d";

	for (const struct block *b = d->first; b; b = b->next) {
		switch (b->kind) {
		case BLOCK_TITLE:
			put_bold(o, d, width, b->text);
			break;
		case BLOCK_HEADING:
		case BLOCK_SUB:
			out_char(o, '\n');
			put_bold(o, d, width, heading = b->text);
			break;
		case BLOCK_PARA:
			put_lines(o, d, width, 0, "", b->text);
			break;
		case BLOCK_ITEM:
			put_lines(o, d, width, 4, "- ", b->text);
			break;
		case BLOCK_MORE:
			put_lines(o, d, width, 4, "", b->text);
			break;
		case BLOCK_QUOTE:
			put_lines(o, d, width, 6, "", arena_printf(d->a, "%s%s%s%s%s", mark, b->text, end,
								   b->by ? ", " : "", b->by ? b->by : ""));
			break;
		case BLOCK_NUMBER:
			put_lines(o, d, width, 12, arena_printf(d->a, "%*s  ", NUMBER, b->text), b->by ? b->by : "");
			break;
		case BLOCK_TABLE:
			put_table(o, d, b, heading, width);
			break;
		}
	}
}
