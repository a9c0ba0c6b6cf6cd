/*
 * Text in and text out (utf8proc). Text is checked at the door: UTF-8, NFC,
 * no control characters, something to see. On the way out to a terminal
 * nothing that came from a field may drive it.
 */
#ifndef REPLIFE_UTF8_H
#define REPLIFE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"
#include "replife/out.h"

enum text_kind {
	TEXT_NAME,	/* one line, at most 200 bytes, not blank */
	TEXT_LINE,	/* one line, at most 2,000 bytes */
	TEXT_LONG,	/* newlines and tabs allowed, at most 64 KiB */
	TEXT_LARGE,	/* the same, at most 1 MiB */
};

/*
 * Check and normalise one text: NFC, outer blanks trimmed, CR LF to LF.
 * RC_USAGE: bad bytes (with their offset), control characters, over the
 * limit (named), or a TEXT_NAME with nothing visible. `what` names the field
 * in the message. The result lies in `a`.
 */
enum rc text_clean(struct arena *a, enum text_kind kind, const char *what,
		   const char *p, size_t n, const char **out, struct err *err)
	__attribute__((warn_unused_result));

/* Bytes of the well-formed character at `p`; 0 where there is none. */
size_t utf8_length(const char *p, size_t n);
/* The character at `p`, which has `n` bytes and one at least; -1 for a bad
 * byte. *len: the bytes that it takes. */
int32_t utf8_decode(const char *p, size_t n, size_t *len);
bool utf8_valid(const char *p, size_t n, size_t *bad_at);	/* bad_at may be NULL */

/* Terminal cells that `p` takes once written with utf8_put_safe(). */
size_t utf8_width(const char *p, size_t n);

/*
 * Write text so that it cannot drive a terminal: control, bidi and
 * zero-width characters become a visible U+FFFD ('?' when `ascii`), a newline
 * becomes a blank. At most `max_cells` cells (SIZE_MAX: all); returns the
 * cells written. What does not fit ends with "…" ('~' when `ascii`).
 */
size_t utf8_put_safe(struct out *o, const char *p, size_t n, size_t max_cells,
		     bool ascii);

/* The same, but newlines and tabs stay. For long texts. */
void utf8_put_safe_lines(struct out *o, const char *p, size_t n, bool ascii);

/* True of characters that must not reach a terminal from a field: C0, DEL,
 * C1, bidi controls, zero-width and other format characters. */
bool utf8_is_hostile(int32_t cp);
/* No text holds it: text_clean() refuses it, but for newline and tab in a long one. */
bool utf8_is_control(int32_t cp);

/* Case-folded with accents stripped, for matching; in `a`. */
char *utf8_fold(struct arena *a, const char *p, size_t n, size_t *out_n);

/*
 * Text as it looks to a reader, to find in it what should not be there: what is
 * not seen is gone, any blank is a blank, any dash a '-', any apostrophe a "'", any digit a digit,
 * letters in other clothes (full width, circled, mathematical) are letters. In
 * `a`, or `text` itself where all of it is ASCII. (*from)[i] says where in `text`
 * its byte i is, up to its end; *from is NULL where each is at its place.
 */
const char *utf8_look(struct arena *a, const char *text, size_t n, const uint32_t **from);

/* utf8_fold(), and letters that are taken for each other are one: those of other
 * scripts that look like Latin ones, and those that are typed without their
 * stroke. Only to be compared with its like. In `a`. */
char *utf8_alike(struct arena *a, const char *p, size_t n, size_t *out_n);

/* Edit distance of two short ASCII words, at most `max` + 1 ("did you mean").
 * Optimal string alignment. */
unsigned word_distance(const char *a, const char *b, unsigned max);

/* The ASCII letter that one of Latin's is written as where there is no other:
 * 'e' for e acute, 'L' for L with a stroke; '?' for what has none. */
char utf8_plain_letter(uint32_t cp);

#endif
