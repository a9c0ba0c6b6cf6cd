/*
 * Text a character at a time, as people see and as terminals draw it.
 * A grapheme (UAX 29) is what one Backspace takes away; a glyph is what one
 * cell, or two, of a terminal shows. Most graphemes are one glyph.
 */
#ifndef REPLIFE_GRAPHEME_H
#define REPLIFE_GRAPHEME_H

#include <stddef.h>
#include <stdint.h>

#define GLYPH_MARKS 3

/* A base character with the marks that stand on it. */
struct glyph {
	uint32_t base, marks[GLYPH_MARKS];	/* marks end with 0 */
	int cells;				/* 1 or 2 */
};

/*
 * The glyph at `p`, and the bytes that it takes; 0 at the end. What could
 * drive a terminal is U+FFFD, a newline or tab a blank (utf8.h). A mark without
 * a base stands on a blank, and marks beyond the third are not shown.
 */
size_t glyph_at(const char *p, size_t n, struct glyph *out);

/* A code point as UTF-8, at most 4 bytes; their number. */
size_t utf8_encode(uint32_t cp, char out[4]);

/* Bytes of the grapheme that begins at `p`, or that ends at p + at; 0 at the
 * text's end, or beginning. */
size_t grapheme_next(const char *p, size_t n);
size_t grapheme_before(const char *p, size_t at);

#endif
