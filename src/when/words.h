/* Words of a typed text, one after the other. Private to src/when. */
#ifndef WHEN_WORDS_H
#define WHEN_WORDS_H

#include "replife/typed.h"

#define WORDS_MAX 32

struct words {
	char buf[256];			/* lower case, cut at blanks and commas */
	const char *w[WORDS_MAX + 1];	/* the last is "" */
	size_t n, at;
};

/* RC_USAGE: empty, or too long. */
enum rc words_split(const char *text, struct words *out, struct err *err)
	__attribute__((warn_unused_result));
const char *words_peek(const struct words *w, size_t ahead);	/* "" past the end */
bool words_take(struct words *w, const char *word);
enum rc words_refuse(const struct words *w, const char *examples, struct err *err);

/* "mon" .. "sunday": 0-6; plural too; -1. */
int weekday_of(const char *word);
int month_of(const char *word);		/* 1-12, or 0 */
/* "+3d", "-2w" as days; "+90min", "+2h" as seconds. False: not of the form. */
bool relative_of(const char *word, int64_t *days, int64_t *secs);

/*
 * The day that begins at the next word, if one does: *found says so, and the
 * words are taken. RC_AMBIGUOUS: "next tue", "3/4".
 */
enum rc day_words(struct words *w, const struct zone *z, int64_t now_s,
		  int64_t *day, bool *found, struct err *err)
	__attribute__((warn_unused_result));
/* The clock time that begins at the next word. `bare`: "10" alone counts. */
bool clock_words(struct words *w, bool bare, int *min);
/* The instant of a day and minute; RC_CONFLICT (gap). */
enum rc at_wall(const struct zone *z, int64_t day, int min, int64_t *utc_s, struct err *err)
	__attribute__((warn_unused_result));

#endif
