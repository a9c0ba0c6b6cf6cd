/* Write-ups in the store: notes, their remarks (observations) and leads. */
#ifndef REPLIFE_NOTE_STORE_H
#define REPLIFE_NOTE_STORE_H

#include "replife/entity.h"

/* A note with what people want to read beside it. */
struct note_view {
	struct note note;
	int64_t slot_id, rep_id;		/* 0: it stands alone */
	const char *slot_kind;
	const char *author, *author_name;	/* login and name; NULL: unknown */
	const char *rep, *rep_name;
	const char *period;			/* that holds said_s; NULL: none */
};

/* RC_NOT_FOUND as ent_get() says it. */
enum rc note_view_get(struct store *st, struct arena *a, int64_t id,
		      struct note_view *out, struct err *err)
	__attribute__((warn_unused_result));
/* What this side wrote of the booking, not withdrawn; out->id 0: nothing. */
enum rc note_same(struct store *st, struct arena *a, int64_t booking_id,
		  enum note_side side, struct note *out, struct err *err)
	__attribute__((warn_unused_result));
/* The closed period whose report holds what was said and handed in at these
 * times: its name, or NULL where nothing is frozen. */
enum rc note_frozen_in(struct store *st, struct arena *a, const struct note *n,
		       const char **period, struct err *err)
	__attribute__((warn_unused_result));

struct note_query {
	int64_t program_id;
	int64_t author_id;		/* 0: everybody's */
	int64_t to_clear_by;		/* those with words of this rep to clear; 0: any */
	int64_t from_s, to_s;		/* said_s in [from_s, to_s) */
	bool uncoded;			/* with a remark that is in no theme */
	int64_t after_s, after_id;	/* start behind this row; 0: from the start */
	int64_t limit;			/* 0: all */
};

/* The latest first; withdrawn ones are left out. Step with notes_next(), end
 * with stmt_done(). */
struct stmt *notes_query(struct store *st, const struct note_query *q);
bool notes_next(struct stmt *s, struct arena *a, struct note_view *out);

/* A remark with its note's facts, which decide who may see and touch it. */
struct observation_view {
	struct observation o;
	struct note note;
	int64_t rep_id;			/* of the session; 0: none */
};

enum rc observation_view_get(struct store *st, struct arena *a, int64_t id,
			     struct observation_view *out, struct err *err)
	__attribute__((warn_unused_result));
/* In the order in which they were said. */
enum rc observations_of(struct store *st, struct arena *a, int64_t note_id,
			struct observation **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));
enum rc leads_of(struct store *st, struct arena *a, int64_t note_id,
		 struct lead **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));

/* Is it in a theme, and in which: a statement of theme id, name. */
struct stmt *observation_themes(struct store *st, int64_t observation_id);

/* Sessions that the person hosted, over, without the rep's own note: the
 * latest first; a statement of booking ids. */
struct stmt *rep_todo(struct store *st, int64_t rep_id, int64_t program_id,
		      int64_t now_s, int64_t limit);

struct lead_view {
	struct lead lead;
	int64_t said_s;
	const char *author_name, *rep_name;
};

struct lead_query {
	int64_t program_id;
	int64_t author_id;		/* 0: everybody's */
	int64_t from_s, to_s;
	int64_t after_s, after_id;
	int64_t limit;			/* 0: all */
};

/* The latest first. Step with leads_next(), end with stmt_done(). */
struct stmt *leads_query(struct store *st, const struct lead_query *q);
bool leads_next(struct stmt *s, struct arena *a, struct lead_view *out);
/* When the lead's note was said; 0: no such lead. */
enum rc lead_said(struct store *st, int64_t lead_id, int64_t *said_s, struct err *err)
	__attribute__((warn_unused_result));

#endif
