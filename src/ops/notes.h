/*
 * What the ops of write-ups and themes share: who may read, what is frozen, the answers of the form, and the codebook.
 * Private to the ops layer.
 */
#ifndef OPS_NOTES_H
#define OPS_NOTES_H

#include "call.h"
#include "replife/agreement.h"
#include "replife/booking_store.h"
#include "replife/codebook.h"
#include "replife/note_store.h"
#include "replife/theme_store.h"
#include "replife/vectors.h"

/* ---- looking up ---- */

/* As what the caller acts on. */
void object_of_remark(const struct observation_view *v, struct object *o);
/* May the caller read it: lifecycle, its author, the rep whose words it is;
 * everybody where it may be quoted. */
bool observation_seen(struct call *c, const struct observation_view *v);
/* RC_CONFLICT (period_closed): a closed period's report holds the note. */
enum rc check_frozen(struct call *c, const struct note *n, struct err *err)
	__attribute__((warn_unused_result));
/* When it is handed in: now. Late ones count; where the period is closed (its
 * name comes back), in the next one's report. */
enum rc note_time(struct call *c, struct note *n, const char **closed, struct err *err)
	__attribute__((warn_unused_result));
/* --period; without it, `latest`, the period that holds now or the latest before
 * it, else (id 0, no name) from INT64_MIN to INT64_MAX: everything. */
enum rc said_in(struct call *c, bool latest, struct period *out, struct err *err)
	__attribute__((warn_unused_result));

/* ---- the form's answers (note_form.c) ---- */

extern const struct param note_add_params[], note_edit_params[];
bool form_answered(const struct call *c);
/* The note's own fields: happened, kind, worth. */
void form_note(const struct call *c, struct note *n);
/* Write a lead, new (id 0) or changed, with its note's time. */
enum rc lead_put(struct call *c, struct lead *l, struct err *err)
	__attribute__((warn_unused_result));
/* Make the note's remarks and leads what the answers say: an area that was
 * answered is replaced, a remark with the same text stays the same row. */
enum rc form_write(struct call *c, const struct note *n, struct err *err)
	__attribute__((warn_unused_result));

/* ---- a person's word (word.c) ---- */

/* The caller says where `word` (remark, theme, state) says: that stands from now
 * on, what others said is kept beside it. `had`: all codings of the pair. */
enum rc say_coding(struct call *c, const struct coding *had, size_t n, struct coding *word,
		   struct err *err)
	__attribute__((warn_unused_result));

/* ---- two who coded the same remarks (theme_agreement.c) ---- */

/* Of remarks said then: the pair with the most in common (remarks 0: nobody), and
 * how many pairs there are. */
enum rc best_pair(struct call *c, struct span when, struct agreement *out, size_t *pairs, struct err *err)
	__attribute__((warn_unused_result));

/* ---- themes (theme_code.c) ---- */

struct code_run {
	int64_t from_s, to_s;	/* of remarks said then */
	bool again;		/* those that are in a theme too; and what no longer
				   matches is taken out */
	bool frozen_too;	/* what a closed report holds, too */
	size_t looked, coded;	/* remarks: looked at, now in a theme */
	size_t places, dropped;	/* codings: added, taken out */
	size_t none;		/* remarks that no theme's words fit */
};
/* Apply the codebook to the program's remarks that are in no theme. */
enum rc code_observations(struct call *c, struct code_run *run, struct err *err)
	__attribute__((warn_unused_result));
/* The codebook of these themes; it goes with the call's arena. */
struct codebook *codebook_of(struct call *c, const struct theme *themes, size_t n);

/* ---- one theme (theme_edit.c) ---- */

/* RC_CONFLICT (duplicate): another theme is called that, whatever the case. */
enum rc check_theme_name(struct call *c, const char *name, int64_t except_id, struct err *err)
	__attribute__((warn_unused_result));
/* `had` and what --term adds, each once, `;`-separated; NULL: none. */
enum rc terms_with(struct call *c, const char *had, const char **out, struct err *err)
	__attribute__((warn_unused_result));
/* Its row, counted in the period of now or the last one. */
enum rc put_theme_now(struct call *c, const struct theme *t, struct err *err)
	__attribute__((warn_unused_result));
/* RC_CONFLICT (state): merged, retired: nothing can be put there. */
enum rc check_theme_takes(struct call *c, const struct theme *t, struct err *err)
	__attribute__((warn_unused_result));
/* Hints where the codebook has changed: replife theme code. */
#define CODE_HINT "; apply it: replife theme code"

/* ---- word vectors (theme_vectors.c) ---- */

/* *out: `room`, filled, or NULL where there are none; *where: their file, or NULL.
 * RC_NOT_FOUND, RC_BAD_DATA: the file that was named, or lies at a usual place, is
 * not there, or no such file. They lie in the call's arena. */
enum rc vectors_here(struct call *c, struct vectors *room, const struct vectors **out, const char **where,
		     struct err *err) __attribute__((warn_unused_result));

#define PLURAL(n) ((n) == 1 ? "" : "s")	/* "1 remark", "2 remarks" */

#endif
