/* Names as they are looked for in a text: report_names.c has them, report_strike.c
 * finds them. All here is of text as it looks (utf8_look()). */
#ifndef OPS_REPORT_NAMES_H
#define OPS_REPORT_NAMES_H

#include "report.h"

/* Whether a word, by utf8_alike(), is one of a name. */
bool names_have(const struct names *s, const char *alike, size_t n);
/* Bytes of a name that is written without blanks and begins at `p`; else 0. */
size_t names_unspaced_at(const struct names *s, const char *p);

/* Bytes of the word at `p`, 0 for none; of what is written without blanks, a character. */
size_t name_word_length(const char *p);
/* A letter, a digit, any character beyond ASCII. */
bool name_in_word(const char *p);
/* Bytes of a mark beyond ASCII, which ends a word as a comma does: "Ana" in
 * typographic quotes, the apostrophe of "Ana's"; else 0. */
size_t name_mark_length(const char *p);
/* Kana, Han, Hangul and what lies beyond; Thai, Lao, Myanmar, Khmer. */
bool name_is_unspaced(const char *p);

#endif
