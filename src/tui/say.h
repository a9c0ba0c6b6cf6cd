/* Values of a reply, and times, as the screens say them. In `a`. */
#ifndef TUI_SAY_H
#define TUI_SAY_H

#include "app.h"

/* A cell by its column's key; 0, or "", where it is null. */
int64_t row_int(const struct reply *r, size_t row, const char *key);
const char *row_text(const struct reply *r, size_t row, const char *key);
bool row_null(const struct reply *r, size_t row, const char *key);
/* "S-214", or a text as it is, or "" */
const char *row_ref(struct arena *a, const struct reply *r, size_t row, const char *key);

const char *tell_clock(const struct app *app, struct arena *a, int64_t at_s);	/* "10:00" */
const char *iso_day(struct arena *a, int64_t day);	/* "2026-11-24", to be typed */
const char *tell_day(const struct app *app, struct arena *a, int64_t day);	/* "Tue 24 Nov" */
/* "Tue 24 Nov 10:00" and "10:00–10:30" in the zone that is shown. */
const char *tell_at(const struct app *app, struct arena *a, int64_t at_s);
const char *tell_hours(const struct app *app, struct arena *a, int64_t begin_s, int64_t end_s);
/* "in 1 day", "4 days ago", "now" */
const char *tell_distance(const struct app *app, struct arena *a, int64_t at_s);
/* "09:00 in London", where another zone's clock shows another time then; else
 * NULL. */
const char *tell_other(const struct app *app, struct arena *a, int64_t at_s, const char *zone);
/* Of an answer of `visitors`, for a session "S-12": "11:00 in Berlin (Yusuf
 * Demir)" where the clocks of those who come show another time; else "". */
const char *tell_visitors(const struct app *app, struct arena *a, const struct reply *visitors,
			  const char *slot);
/* "London" of "Europe/London" */
const char *zone_city(struct arena *a, const char *zone);
/* "Clocks change: New York Sun 14 Mar, Berlin Sun 28 Mar": where those of these
 * zones, each once, or of the zone that is shown do so on these days; or "". */
const char *tell_changes(const struct app *app, struct arena *a, const char *const *names, size_t n,
			 int64_t from_day, int64_t to_day);
/* What is said of the shell, as it is said here: "See replife mine" becomes "See
 * :mine", which the palette takes. What says that it is in the shell stays. */
#define IN_THE_SHELL "In the shell: "
const char *tell_here(struct arena *a, const char *text);
/* How one gets to a screen: "2", its key; where a number chooses a row, "screen
 * Mine". */
const char *tell_screen(const struct app *app, struct arena *a, const struct view_type *screen);
const char *plural(struct arena *a, int64_t n, const char *one, const char *many); /* "3 days" */

#endif
