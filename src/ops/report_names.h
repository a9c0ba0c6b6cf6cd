/* Names as they are looked for in a text: report_names.c has them, report_strike.c
 * finds them. All here is of text as it looks (utf8_look()). */
#ifndef OPS_REPORT_NAMES_H
#define OPS_REPORT_NAMES_H

#include "report.h"

/* `what` is FOUND_NAME or FOUND_CUSTOMER: of whom. */

/* Whether a word, by utf8_alike(), is one of a name. */
bool names_have(const struct names *s, enum found what, const char *alike, size_t n);
/* Bytes of a name that is written without blanks and begins at `p`; else 0. */
size_t names_unspaced_at(const struct names *s, enum found what, const char *p);
/* Bytes of a name of several words that begins at `p`, whatever stands between
 * them; else 0. */
size_t names_phrase_at(const struct names *s, enum found what, struct arena *a, const char *p);

/* ---- words (report_words.c) ---- */

/* Bytes of the word at `p`, 0 for none; of what is written without blanks, a character. */
size_t name_word_length(const char *p);
/* A letter, a digit, any character beyond ASCII. */
bool name_in_word(const char *p);
/* Bytes of a mark beyond ASCII, which ends a word as a comma does: "Ana" in
 * typographic quotes; else 0. */
size_t name_mark_length(const char *p);
/* Kana, Han, Hangul and what lies beyond; Thai, Lao, Myanmar, Khmer. */
bool name_is_unspaced(const char *p);

/* Names that are plain words as well: "will" is none where somebody is called
 * Will, but "Will" is. */
bool word_is_plain(const char *alike);
bool word_is_legal_form(const char *alike);
/* What many companies begin with: "General", "Deutsche". */
bool word_is_common_first(const char *alike);

/* ---- addresses and numbers (report_contact.c) ---- */

/* Bytes of what begins at `p`, or 0. */
size_t mail_length(const char *p);	/* "x@mail.com", "x [at] mail [dot] com" */
size_t handle_length(const char *p);	/* "@peterh", "linkedin.com/in/peter-hansen" */
size_t date_length(const char *p);	/* "2026-11-24", "24.11.2026" */
/* Seven digits and more, if they are no amount and of no order, by what stands
 * before, from `begin` on, and behind. */
size_t phone_length(const char *begin, const char *p);

#endif
