/*
 * The rows of the store as C structs. Instants are UTC seconds, days count
 * from 1970-01-01, 0 in a key or an optional instant means none. Texts are
 * NULL where nothing was said.
 */
#ifndef REPLIFE_NOUNS_H
#define REPLIFE_NOUNS_H

#include "replife/core.h"
#include "replife/id.h"

struct person {
	int64_t id;
	struct uuid uuid;
	const char *login, *name, *email, *team, *segment;
	const char *zone;		/* NULL: the system's */
	enum person_status status;
	bool owner;			/* of a solo store: holds every role */
	int64_t uid;			/* the host's account, for team mode; 0: none */
};

/* A company, or somebody there: named in no report outside the team. Of no
 * program: a store knows them once. */
struct customer {
	int64_t id;
	struct uuid uuid;
	const char *name;
	bool person;
};

struct program {
	int64_t id;
	struct uuid uuid;
	const char *name;
	enum program_kind kind;
	const char *zone;
	int64_t length_min;		/* of a session */
	int64_t seats;
	int64_t notice_min;		/* no booking later than this before the start */
	int64_t cancel_min;		/* a later cancellation is marked late */
	int64_t active_limit;		/* live bookings a marketer; 0: no limit */
	int64_t goal;			/* sessions a marketer and period; 0: none */
	int64_t offer_min;		/* how long an offered seat is kept */
};

struct grant {
	int64_t id;
	struct uuid uuid;
	int64_t person_id;
	int64_t program_id;		/* 0: every program */
	enum role role;
};

struct membership {
	int64_t id;
	struct uuid uuid;
	int64_t person_id, program_id;
	enum member_state state;
	int64_t recruited_by;		/* a person, or 0 */
	int64_t weekly_cap;		/* sessions a week; 0: no cap */
	int64_t paused_until_day;	/* 0: until told */
};

struct period {
	int64_t id;
	struct uuid uuid;
	int64_t program_id;
	const char *name;		/* "2026-H2" */
	int64_t begin_s, end_s;		/* half-open, local midnights of the program */
	int64_t due_s;			/* write-ups later than this are late */
	int64_t closed_s;		/* 0: not closed */
	bool reopened;
	const char *reopen_reason;	/* of the last time */
	int64_t revision;		/* of the latest snapshot */
};

struct rule {
	int64_t id;
	struct uuid uuid;
	int64_t rep_id, program_id;
	const char *sentence;		/* canonical: recur_text() */
	const char *zone;
	const char *kind, *place, *message;
	enum rule_state state;
};

/* A day that differs: a holiday (of all, or of a zone), a rep's day off, a
 * rep's extra hours. */
struct dayoff {
	int64_t id;
	struct uuid uuid;
	enum dayoff_kind kind;
	int64_t rep_id;			/* 0: everybody */
	int64_t program_id;		/* 0: every program */
	int64_t day;
	const char *zone;		/* a holiday of this zone only */
	const char *name;
	const char *sentence;		/* extra hours, as typed */
};

struct slot {
	int64_t id;
	struct uuid uuid;
	int64_t program_id, rep_id;
	int64_t begin_s, end_s;
	const char *wall;		/* "2026-11-24T10:00" in `zone` */
	const char *zone;
	int64_t seats;
	int64_t taken, waiting;		/* derived: kept by triggers */
	const char *kind, *place, *message;
	enum slot_state state;
	const char *reason;		/* of a cancellation */
	int64_t rule_id;		/* 0: added by hand */
	const char *occurrence;		/* which one of the rule's */
	int64_t sequence;		/* iCalendar's: rises when time or place change */
	const char *ref;		/* its name in the file it came from */
};

struct booking {
	int64_t id;
	struct uuid uuid;
	int64_t slot_id, marketer_id;
	enum booking_state state;
	int64_t begin_s, end_s;		/* derived: the slot's */
	int64_t queued_s;		/* place in the queue */
	int64_t offer_until_s;
	const char *hope;		/* what the marketer wants to hear */
	const char *reason;		/* of a cancellation or an outcome */
	const char *excused;		/* why no write-up is needed */
	const char *ref;
};

struct note {
	int64_t id;
	struct uuid uuid;
	int64_t program_id;
	int64_t booking_id;		/* 0: it stands alone (imported) */
	int64_t author_id;		/* 0: unknown (imported) */
	enum note_side side;
	enum note_state state;
	enum happened happened;
	const char *kind;		/* of the call */
	int64_t worth;			/* 1-5; 0: unsaid */
	int64_t said_s;			/* when it was seen: the session's start */
	int64_t submitted_s;
	bool late;
	const char *ref;		/* note_ref of a file */
};

struct observation {
	int64_t id;
	struct uuid uuid;
	int64_t note_id;
	enum area area;
	const char *text;
	enum words_of words_of;
	bool may_quote;
	bool starred, held_back, cleared;	/* as a quote; held back and cleared: by the rep whose words they are */
	const char *set_aside;		/* why no theme needs it, or NULL */
	const char *ref;
};

struct lead {
	int64_t id;
	struct uuid uuid;
	int64_t note_id;
	const char *source;
	enum alerted alerted;
	enum followed followed;
	const char *outcome;
	int64_t said_s;			/* its note's, so that lists by time find it */
	const char *ref;
};

struct theme {
	int64_t id;
	struct uuid uuid;
	int64_t program_id;
	const char *name, *definition;
	enum area area;
	enum theme_state state;
	int64_t parent_id, merged_into;
	const char *terms;		/* `;`-separated */
	const char *reason;		/* "we won't, because" */
};

/*
 * A remark's place in a theme. Of one remark and theme at most one row stands:
 * the word of the last person who said anything, else the codebook's, else a
 * suggestion (active: it is there; removed: that person said no). What others
 * said is kept beside it (said_in, said_out), a row a person, and counts only
 * where people are compared.
 */
struct coding {
	int64_t id;
	struct uuid uuid;
	int64_t observation_id, theme_id;
	enum coding_by by;
	int64_t person_id;		/* 0: the codebook */
	enum coding_state state;
};

struct action {
	int64_t id;
	struct uuid uuid;
	int64_t program_id;
	const char *title;
	enum area area;
	int64_t owner_id;
	int64_t due_day;
	enum action_state state;
	const char *outcome, *reason;
	int64_t done_s;
};

struct action_theme {
	int64_t id;
	struct uuid uuid;
	int64_t action_id, theme_id;
};

/* A closed period's report, frozen. Never changes. */
struct snapshot {
	int64_t id;
	struct uuid uuid;
	int64_t period_id, revision, at_s, by_id;
	const char *reason;		/* of the re-opening before it */
	const char *hash;		/* SHA-256 of model */
	const char *model;		/* JSON */
	const char *audit_hash;		/* the chain's head when it was taken */
};

extern const struct entity ent_person, ent_customer, ent_program, ent_grant, ent_membership,
	ent_period, ent_rule, ent_dayoff, ent_slot, ent_booking, ent_note,
	ent_observation, ent_lead, ent_theme, ent_coding, ent_action,
	ent_action_theme, ent_snapshot;
/* In an order in which each refers only to those before it; ends with NULL. */
extern const struct entity *const entities[];

#endif
