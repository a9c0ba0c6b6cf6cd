/*
 * Renderers know replies, not features. Each escapes for itself: nothing that
 * came from a field drives a terminal, a spreadsheet, a browser or a shell.
 */
#ifndef REPLIFE_FORMATS_H
#define REPLIFE_FORMATS_H

#include "replife/out.h"
#include "replife/reply.h"

/* How things look to the one who reads. */
struct look {
	size_t width;		/* cells; 0: as wide as it takes */
	bool one_by_one;	/* no columns: a line a field, for screen readers */
	bool color;
	bool ascii;		/* no character beyond ASCII of our own */
	/* "Tue 24 Nov 10:00-10:30" in the reader's zone; end_s 0: no end. */
	const char *(*when)(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s);
	const char *(*day)(void *ctx, struct arena *a, int64_t day);
	void *ctx;
};

/* For people: a table, or one record; nothing where a list is empty (what to do
 * then is a message). */
void render_text(struct out *o, const struct reply *r, const struct look *look);
/* RFC 4180 with a header; `bom` for spreadsheets that need one. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. */
void render_csv(struct out *o, const struct reply *r, bool bom);
/* Tab-separated, no header; tab, newline and backslash as \t \n \\. */
void render_plain(struct out *o, const struct reply *r);
/* One object on one line, as the contract has it. */
void render_json(struct out *o, const char *op, const struct reply *r);
void render_json_error(struct out *o, const char *op, const struct err *err);

/* One CSV cell, quoted and guarded where it must be. `p` ends with a NUL. */
void csv_cell(struct out *o, const char *p, size_t n);
/* One line of Markdown that stays text: no HTML, link, image, heading, list or
 * bare URL comes of it. Newlines become blanks. (GitHub's dialect still links a
 * plain e-mail address, to itself.) */
void md_escape(struct out *o, const char *s);

/* Text between tags or between double quotes: no tag, attribute or entity comes
 * of it. It is for texts alone: no field goes into an address, a style or a
 * name of anything. Newlines become blanks. */
void html_escape(struct out *o, const char *s);

/* Long text at a width, each line after `indent` blanks; the first continues
 * where the cursor is. Control characters are made visible. */
void text_wrap(struct out *o, const char *s, size_t n, size_t width, size_t indent, bool ascii);

#endif
