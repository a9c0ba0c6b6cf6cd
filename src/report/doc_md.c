/* A document as Markdown. */
#include <string.h>

#include "doc.h"

static void put_head(struct out *o, const struct doc *d, const struct block *b)
{
	const char *p = b->text;

	out_char(o, '\n');
	for (size_t i = 0; i < b->n_cols; i++) {
		size_t n = strcspn(p, "\t");

		out_str(o, "| ");
		md_escape(o, arena_dup(d->a, p, n && p[n - 1] == ' ' ? n - 1 : n));
		out_char(o, ' ');
		p += n + 1;
	}
	out_str(o, "|\n");
	p = b->text;
	for (size_t i = 0; i < b->n_cols; i++) {
		size_t n = strcspn(p, "\t");

		out_str(o, n && p[n - 1] == ' ' ? "|---" : "|--:");
		p += n + 1;
	}
	out_str(o, "|\n");
}

static void put_table(struct out *o, const struct doc *d, const struct block *b)
{
	put_head(o, d, b);
	for (size_t i = 0; i < b->n_rows * b->n_cols; i++) {
		out_str(o, "| ");
		md_escape(o, b->cells[i] ? b->cells[i] : "");
		out_str(o, (i + 1) % b->n_cols ? " " : " |\n");
	}
}

static void put(struct out *o, const char *before, const char *text)
{
	out_str(o, before);
	md_escape(o, text);
	out_char(o, '\n');
}

/* A list after it needs an empty line between, or is a part of it. */
static bool begins_list(enum block_kind before)
{
	return before == BLOCK_HEADING || before == BLOCK_SUB || before == BLOCK_PARA ||
	       before == BLOCK_TABLE || before == BLOCK_NUMBER;
}

void doc_md(struct out *o, const struct doc *d)
{
	const struct block *last = NULL;
	const char *heading = NULL;

	for (const struct block *b = d->first; b; last = b, b = b->next) {
		switch (b->kind) {
		case BLOCK_TITLE:
			put(o, "# ", b->text);
			break;
		case BLOCK_HEADING:
			put(o, "\n## ", heading = b->text);
			break;
		case BLOCK_SUB:
			put(o, "\n### ", heading = b->text);
			break;
		case BLOCK_PARA:
			put(o, "\n", b->text);
			break;
		case BLOCK_ITEM:
			out_str(o, last && begins_list(last->kind) ? "\n" : "");
			put(o, "- ", b->text);
			break;
		case BLOCK_MORE:
			put(o, "\n  ", b->text);
			break;
		case BLOCK_QUOTE:
			out_str(o, "\n  > ");
			md_escape(o, b->text);
			out_str(o, b->by ? " (" : "");
			md_escape(o, b->by ? b->by : "");
			out_str(o, b->by ? ")\n" : "\n");
			break;
		case BLOCK_NUMBER:
			out_str(o, last && last->kind == BLOCK_NUMBER ? "- " : "\n- ");
			md_escape(o, b->text);
			put(o, " ", b->by ? b->by : "");
			break;
		case BLOCK_TABLE:
			if (b->caption && (!heading || strcmp(heading, b->caption)))
				put(o, "\n", b->caption);
			put_table(o, d, b);
			break;
		}
	}
}
