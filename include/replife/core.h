/*
 * The nouns' vocabulary: ids with types, states and what may follow what,
 * and the pure rules. No I/O.
 */
#ifndef REPLIFE_CORE_H
#define REPLIFE_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A half-open span of instants, UTC seconds. */
struct span {
	int64_t begin_s, end_s;
};
bool span_overlaps(struct span a, struct span b);	/* touching is not overlapping */

#define SLOT_MAX_S (24 * 3600)	/* a session lasts at most a day */

enum role { ROLE_MARKETER, ROLE_REP, ROLE_LIFECYCLE };
#define ROLE_BIT(r) (1u << (r))
enum person_status { PERSON_ACTIVE, PERSON_LEFT };
enum program_kind { PROGRAM_SHADOW, PROGRAM_SHIFT, PROGRAM_ASSIGNMENT };
enum member_state { MEMBER_INVITED, MEMBER_ACTIVE, MEMBER_PAUSED, MEMBER_LEFT,
		    MEMBER_DECLINED };
enum rule_state { RULE_ACTIVE, RULE_REMOVED };
enum dayoff_kind { DAYOFF_HOLIDAY, DAYOFF_SKIP, DAYOFF_EXTRA };
enum slot_state { SLOT_DRAFT, SLOT_OPEN, SLOT_CANCELLED };
enum booking_state { BOOKING_WAITING, BOOKING_OFFERED, BOOKING_CONFIRMED,
		     BOOKING_ATTENDED, BOOKING_CUSTOMER_ABSENT, BOOKING_NO_SHOW,
		     BOOKING_HOST_ABSENT, BOOKING_STEPPED_OUT, BOOKING_CANCELLED };
enum note_side { SIDE_MARKETER, SIDE_REP, SIDE_IMPORT };
enum note_state { NOTE_DRAFT, NOTE_SUBMITTED, NOTE_WITHDRAWN };
enum happened { HAPPENED_YES, HAPPENED_CUSTOMER_ABSENT, HAPPENED_REP_COULD_NOT,
		HAPPENED_I_COULD_NOT, HAPPENED_STEPPED_OUT, HAPPENED_UNSAID };
enum area { AREA_INFORMATION, AREA_ALERTS, AREA_CAMPAIGNS, AREA_OTHER };
enum words_of { WORDS_OWN, WORDS_CUSTOMER, WORDS_REP };
enum alerted { ALERTED_YES, ALERTED_LATE, ALERTED_NO, ALERTED_UNSEEN };
enum followed { FOLLOWED_SAME_HOUR, FOLLOWED_SAME_DAY, FOLLOWED_LATER,
		FOLLOWED_UNSEEN };
enum theme_state { THEME_PROPOSED, THEME_ACTIVE, THEME_RETIRED, THEME_MERGED,
		   THEME_DECLINED };
enum coding_by { BY_PERSON, BY_CODEBOOK, BY_SUGGESTED };
enum coding_state { CODING_ACTIVE, CODING_REMOVED, CODING_SAID_IN, CODING_SAID_OUT };
enum action_state { ACTION_PROPOSED, ACTION_AGREED, ACTION_DOING, ACTION_DONE,
		    ACTION_VERIFIED, ACTION_INEFFECTIVE, ACTION_DECLINED };
enum period_state { PERIOD_PLANNED, PERIOD_OPEN, PERIOD_COLLECTING,
		    PERIOD_CLOSED, PERIOD_REOPENED };

/*
 * One table of words. `code` is what the store, JSON and the command line
 * use; `plain` is what people read. Ends with code NULL; the index is the
 * enum's value.
 */
struct word {
	const char *code, *plain;
};
extern const struct word role_words[], person_status_words[],
	program_kind_words[], member_state_words[], rule_state_words[],
	dayoff_kind_words[], slot_state_words[], booking_state_words[],
	note_side_words[], note_state_words[], happened_words[], area_words[],
	words_of_words[], alerted_words[], followed_words[],
	theme_state_words[], coding_by_words[], coding_state_words[],
	action_state_words[], period_state_words[];

/* The index of `code` ('-' and '_' are alike), or -1. */
int word_find(const struct word *words, const char *code);

/* What may follow what. */
bool member_may(enum member_state from, enum member_state to);
bool slot_may(enum slot_state from, enum slot_state to);
bool booking_may(enum booking_state from, enum booking_state to);
bool note_may(enum note_state from, enum note_state to);
bool theme_may(enum theme_state from, enum theme_state to);
bool action_may(enum action_state from, enum action_state to);

bool booking_holds_seat(enum booking_state s);	/* neither waiting nor cancelled */
bool booking_is_live(enum booking_state s);	/* waiting, offered, confirmed */
bool booking_was_held(enum booking_state s);	/* the two met: attended,
						   customer_absent, stepped_out */
bool action_is_open(enum action_state s);
enum booking_state booking_outcome(enum happened h);	/* what the form's answer says */

/* A period's state follows from its dates; only closing is stored. */
enum period_state period_state_at(int64_t begin_s, int64_t end_s,
				  int64_t closed_s, bool reopened, int64_t now_s);

/* May a seat still be taken at `now_s`? REASON_NONE, _PAST or _NOTICE. */
#include "replife/err.h"
enum reason booking_time(struct span s, int64_t notice_s, int64_t now_s);

/* Typable everywhere: up to 64 small letters, digits, '.', '-', '_'; a letter
 * or digit first. */
bool login_is_valid(const char *s);

/* Refs that people type: "S-214", also "s214" and "214". The letter must be
 * `letter`, or none. 0: not such a ref. */
int64_t ref_parse(char letter, const char *s);
#define REF_SIZE 24
const char *ref_text(char letter, int64_t id, char buf[REF_SIZE]);

#endif
