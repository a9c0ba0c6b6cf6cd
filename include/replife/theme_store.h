/* Themes in the store: their counts, their remarks, and who put what where. */
#ifndef REPLIFE_THEME_STORE_H
#define REPLIFE_THEME_STORE_H

#include "replife/entity.h"
#include "replife/note_store.h"

/* A remark counts in a theme while its coding is active and not merely
 * suggested, its note handed in, and itself not set aside. */
struct theme_counts {
	int64_t observations, sessions, reps, marketers;
};

/* Every theme of the program, by key. */
enum rc themes_of(struct store *st, struct arena *a, int64_t program_id,
		  struct theme **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));

/* Counts of remarks said in the period (0: ever): of one theme, or of all that
 * have any, stepped with theme_counts_next(). A period's are kept by triggers,
 * and cost the same however much was said. */
enum rc theme_count(struct store *st, const struct theme *t, int64_t period_id,
		    struct theme_counts *out, struct err *err)
	__attribute__((warn_unused_result));
/* Of one theme in a period, of what was handed in until then. */
enum rc theme_count_until(struct store *st, int64_t theme_id, int64_t period_id, int64_t until_s,
			  struct theme_counts *out, struct err *err) __attribute__((warn_unused_result));
struct stmt *theme_counts(struct store *st, int64_t program_id, int64_t period_id);
bool theme_counts_next(struct stmt *s, int64_t *theme_id, struct theme_counts *out);

/* The theme's remarks, the latest first, suggested ones too: step with
 * theme_remarks_next(). The view's texts lie in `a`, and so does the login of who
 * put it there (NULL: no person did). */
struct stmt *theme_remarks(struct store *st, const struct theme *t, int64_t period_id,
			   int64_t limit);
bool theme_remarks_next(struct stmt *s, struct arena *a, struct observation_view *out,
			enum coding_by *by, const char **coder);

/* Whether it decides where the remark is, or was outdone by a later word. */
static inline bool coding_stands(const struct coding *k)
{
	return k->state == CODING_ACTIVE || k->state == CODING_REMOVED;
}
/* What that person said, once a later word stands. */
static inline enum coding_state coding_outdone(const struct coding *k)
{
	return k->state == CODING_ACTIVE || k->state == CODING_SAID_IN ? CODING_SAID_IN : CODING_SAID_OUT;
}

/* All codings of a remark, of a theme, or of a remark in a theme (what stands
 * first). */
enum rc codings_of_observation(struct store *st, struct arena *a, int64_t observation_id,
			       struct coding **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
enum rc codings_of_pair(struct store *st, struct arena *a, int64_t observation_id,
			int64_t theme_id, struct coding **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
enum rc coding_ids(struct store *st, struct arena *a, int64_t theme_id,
		   int64_t **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));

/* Keys of the program's remarks said in the span and not set aside: those in
 * no theme, or, `all`, every one. Those that a closed report holds come only
 * with `frozen`. */
enum rc remarks_to_code(struct store *st, struct arena *a, int64_t program_id,
			struct span when, bool all, bool frozen,
			int64_t **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* The program's remarks said in the span that no theme holds and that are not set
 * aside, a closed report's too, as they were said. All of it lies in `a`. */
struct remark {
	int64_t id;
	const char *ref;	/* as imported; NULL */
	enum area area;
	const char *text;
};
enum rc remarks_unheard(struct store *st, struct arena *a, int64_t program_id, struct span when,
			struct remark **out, size_t *n, struct err *err) __attribute__((warn_unused_result));
/* What people put into themes that still take remarks, theme by theme: step with
 * remarks_coded_next(). */
struct stmt *remarks_coded(struct store *st, int64_t program_id);
bool remarks_coded_next(struct stmt *s, struct arena *a, int64_t *theme_id, const char **text);
/* What each person said of remarks in the span of which another said something,
 * too, whether it stands or not: step with remarks_judged_next(). */
struct word_said {
	int64_t observation_id, theme_id, person_id;
	bool in;
};
struct stmt *remarks_judged(struct store *st, int64_t program_id, struct span when);
bool remarks_judged_next(struct stmt *s, struct word_said *out);
/* How many of a theme's remarks of a period, of those handed in until then, a
 * person took out of another theme; theme by theme, of most remarks first. */
struct moved_fact {
	int64_t theme_id, from_id, remarks;
};
enum rc remarks_moved(struct store *st, struct arena *a, int64_t program_id, int64_t period_id,
		      int64_t until_s, struct moved_fact **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* Keys of remarks that others put somewhere and this person did not, and that no
 * closed report holds. */
enum rc remarks_to_judge(struct store *st, struct arena *a, int64_t program_id, struct span when,
			 int64_t person_id, int64_t **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* One remark's text, in `a`. */
enum rc remark_text(struct store *st, struct arena *a, int64_t observation_id,
		    const char **out, struct err *err) __attribute__((warn_unused_result));

/* The links of a theme to the actions that answer it. */
enum rc action_links(struct store *st, struct arena *a, int64_t theme_id,
		     struct action_theme **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));

#endif
