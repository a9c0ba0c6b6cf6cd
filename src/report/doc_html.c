/* A document as one HTML file: it opens from a mail or a share, and prints. */
#include <sha2.h>
#include <string.h>

#include "doc.h"
#include "replife/embed.h"

#define FEW_ROWS 12	/* a table of so many stays on one page */

/* What is open, and must be closed before something else begins. */
struct page {
	struct out *o;
	const struct doc *d;
	bool section, sub, list, item, numbers;
	const char *heading;		/* the last */
	unsigned charts;
};

static const char *base64(struct arena *a, const unsigned char *p, size_t n)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *s = arena_alloc(a, (n + 2) / 3 * 4 + 1), *w = s;

	for (size_t i = 0; i < n; i += 3) {
		unsigned v = (unsigned)p[i] << 16 | (i + 1 < n ? (unsigned)p[i + 1] << 8 : 0) |
			     (i + 2 < n ? p[i + 2] : 0u);

		*w++ = digit[v >> 18];
		*w++ = digit[v >> 12 & 63];
		*w++ = i + 1 < n ? digit[v >> 6 & 63] : '=';
		*w++ = i + 2 < n ? digit[v & 63] : '=';
	}
	*w = '\0';
	return s;
}

/* The style is ours to the byte: its sum is all that the page lets in, so that
 * a style, script, picture or address that came in some other way does nothing. */
static void put_head(struct page *p, const char *title)
{
	const struct embedded *css = embedded_find("report.css");
	size_t n = css ? (size_t)(css->end - css->text) : 0;
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA2_CTX c;

	SHA256Init(&c);
	SHA256Update(&c, (const uint8_t *)(css ? css->text : ""), n);
	SHA256Final(sum, &c);
	out_str(p->o, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
	out_str(p->o, base64(p->d->a, sum, sizeof sum));
	out_str(p->o, "'; base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	html_escape(p->o, title);
	out_str(p->o, "</title>\n<style>");
	out_bytes(p->o, css ? css->text : "", n);
	out_str(p->o, "</style>\n</head>\n<body>\n");
	out_str(p->o, p->d->one_page ? "<main class=\"one\">\n" : "<main>\n");
}

/* ---- what is open ---- */

static void shut(struct page *p, bool *open, const char *tag)
{
	if (*open)
		out_printf(p->o, "</%s>\n", tag);
	*open = false;
}

static void end_list(struct page *p)
{
	shut(p, &p->item, "li");
	shut(p, &p->list, "ul");
	shut(p, &p->numbers, "dl");
}

static void end_sub(struct page *p)
{
	end_list(p);
	shut(p, &p->sub, "article");
}

static void end_section(struct page *p)
{
	end_sub(p);
	shut(p, &p->section, "section");
}

static void begin(struct page *p, bool *open, const char *tag)
{
	if (!*open)
		out_printf(p->o, "<%s>\n", tag);
	*open = true;
}

/* ---- blocks ---- */

static void put(struct page *p, const char *tag, const char *text)
{
	out_printf(p->o, "<%s>", tag);
	html_escape(p->o, text);
	out_printf(p->o, "</%s>\n", tag);
}

static void put_item(struct page *p, const char *text)
{
	shut(p, &p->item, "li");
	shut(p, &p->numbers, "dl");
	begin(p, &p->list, "ul");
	out_str(p->o, "<li>");
	html_escape(p->o, text);
	p->item = true;
}

/* The words' own direction, whatever the page's. */
static void put_quote(struct page *p, const struct block *b)
{
	out_str(p->o, "<blockquote dir=\"auto\"><p>\u201c");
	html_escape(p->o, b->text);
	out_str(p->o, "\u201d");
	if (b->by) {
		out_str(p->o, " <cite>");
		html_escape(p->o, b->by);
		out_str(p->o, "</cite>");
	}
	out_str(p->o, "</p></blockquote>\n");
}

static void put_number(struct page *p, const struct block *b)
{
	shut(p, &p->item, "li");
	shut(p, &p->list, "ul");
	begin(p, &p->numbers, "dl");
	out_str(p->o, "<div><dt>");
	html_escape(p->o, b->by ? b->by : "");
	out_printf(p->o, "</dt><dd>%lld", (long long)b->n);
	if (b->of >= 0)
		out_printf(p->o, " <small>of %lld</small>", (long long)b->of);
	out_str(p->o, "</dd></div>\n");
}

static const char *part(struct page *p, const char *s, size_t n)
{
	return arena_dup(p->d->a, s, n && s[n - 1] == ' ' ? n - 1 : n);
}

/* Words are set to the left; the first column of words names its row. */
static void put_table(struct page *p, const struct block *b)
{
	size_t name = DOC_COLS, i = 0;
	bool words[DOC_COLS] = { false };

	/* A heading that says the same is seen already, and a screen reader wants both. */
	out_printf(p->o, "<div class=\"scroll%s\" tabindex=\"0\"><table>\n<caption", b->n_rows <= FEW_ROWS ? " few" : "");
	out_str(p->o, p->heading && !strcmp(p->heading, b->caption) ? " class=\"heard\"><span>" : "><span>");
	html_escape(p->o, b->caption);
	out_str(p->o, "</span></caption>\n<thead><tr>");
	for (const char *s = b->text; i < b->n_cols; i++) {
		size_t n = strcspn(s, "\t");

		words[i] = n && s[n - 1] == ' ';
		if (words[i] && name == DOC_COLS)
			name = i;
		out_str(p->o, words[i] ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
		html_escape(p->o, part(p, s, n));
		out_str(p->o, "</th>");
		s += n + 1;
	}
	out_str(p->o, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < b->n_rows * b->n_cols; i++) {
		size_t k = i % b->n_cols;

		out_str(p->o, k ? "" : "<tr>");
		out_str(p->o, k == name ? "<th scope=\"row\">" : words[k] ? "<td>" : "<td class=\"n\">");
		html_escape(p->o, b->cells[i] ? b->cells[i] : "");
		out_str(p->o, k == name ? "</th>" : "</td>");
		out_str(p->o, k + 1 == b->n_cols ? "</tr>\n" : "");
	}
	out_str(p->o, "</tbody></table></div>\n");
}

static void put_chart(struct page *p, const struct block *b)
{
	if (!b->n_rows || (!b->bars && !b->shades))
		return;
	out_str(p->o, "<figure>\n");
	if (b->shades)
		put(p, "figcaption", b->caption);
	out_str(p->o, b->shades ? "<div class=\"scroll heat\" tabindex=\"0\">\n" : "");
	svg_chart(p->o, p->d->a, b, ++p->charts);
	out_str(p->o, b->shades ? "</div></figure>\n" : "</figure>\n");
}

static void put_block(struct page *p, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_TITLE:
		put(p, "h1", b->text);
		break;
	case BLOCK_HEADING:
		end_section(p);
		begin(p, &p->section, "section");
		put(p, "h2", p->heading = b->text);
		break;
	case BLOCK_SUB:
		end_sub(p);
		begin(p, &p->sub, "article");
		put(p, "h3", p->heading = b->text);
		break;
	case BLOCK_PARA:
		end_list(p);
		put(p, "p", b->text);
		break;
	case BLOCK_ITEM:
		put_item(p, b->text);
		break;
	case BLOCK_MORE:
		put(p, "p", b->text);
		break;
	case BLOCK_QUOTE:
		put_quote(p, b);
		break;
	case BLOCK_NUMBER:
		put_number(p, b);
		break;
	case BLOCK_TABLE:
		end_list(p);
		put_chart(p, b);
		/* A map says each of its numbers: its table is for who cannot see it. */
		out_str(p->o, b->shades ? "<details><summary>The same as a table</summary>\n" : "");
		put_table(p, b);
		out_str(p->o, b->shades ? "</details>\n" : "");
		break;
	}
}

void doc_html(struct out *o, const struct doc *d)
{
	struct page p = { .o = o, .d = d };

	put_head(&p, d->first ? d->first->text : "");
	for (const struct block *b = d->first; b; b = b->next)
		put_block(&p, b);
	end_section(&p);
	out_str(o, "</main>\n</body>\n</html>\n");
}
