/* Every entity, described once: the table, its columns, and the struct. */
#include <stddef.h>

#include "store_i.h"

#define COL(s, f, t, m) { #f, t, offsetof(struct s, f), NULL, false, m, NULL }
#define INT(s, f) COL(s, f, T_INT, MEANS_ANY)
#define OPT(s, f) COL(s, f, T_OPT, MEANS_ANY)
#define AT(s, f) COL(s, f, T_INT, MEANS_INSTANT)
#define OPT_AT(s, f) COL(s, f, T_OPT, MEANS_INSTANT)
#define DAY(s, f) COL(s, f, T_INT, MEANS_DAY)
#define OPT_DAY(s, f) COL(s, f, T_OPT, MEANS_DAY)
#define BOOL(s, f) COL(s, f, T_BOOL, MEANS_ANY)
#define TEXT(s, f) COL(s, f, T_TEXT, MEANS_ANY)
#define SPECIAL(s, f, m) COL(s, f, T_TEXT, m)
#define WORD(s, f, w) { #f, T_WORD, offsetof(struct s, f), w, false, MEANS_ANY, NULL }
#define DERIVED(s, f) { #f, T_INT, offsetof(struct s, f), NULL, true, MEANS_ANY, NULL }
/* Its session's, which is a booking's first column. */
#define OF_SLOT(f)                                                         \
	{ #f, T_INT, offsetof(struct booking, f), NULL, true, MEANS_ANY,   \
	  "ifnull((SELECT " #f " FROM slot WHERE id = ?3), 0)" }
#define ENTITY(...) HOOKED(NULL, __VA_ARGS__)
#define HOOKED(h, var, s, tbl, said, ref, c)                               \
	const struct entity var = {                                        \
		.table = tbl, .noun = said, .letter = ref,                 \
		.size = sizeof(struct s), .n_cols = sizeof c / sizeof *c,  \
		.cols = c, .hooks = h,                                     \
	}

static const struct ent_col person_cols[] = {
	SPECIAL(person, login, MEANS_LOGIN), TEXT(person, name), TEXT(person, email),
	TEXT(person, team), TEXT(person, segment), SPECIAL(person, zone, MEANS_ZONE),
	WORD(person, status, person_status_words), BOOL(person, owner),
	OPT(person, uid),
};
ENTITY(ent_person, person, "person", "person", 0, person_cols);

static const struct ent_col customer_cols[] = { TEXT(customer, name), BOOL(customer, person) };
ENTITY(ent_customer, customer, "customer", "customer", 0, customer_cols);

static const struct ent_col program_cols[] = {
	TEXT(program, name), WORD(program, kind, program_kind_words),
	SPECIAL(program, zone, MEANS_ZONE), INT(program, length_min), INT(program, seats),
	INT(program, notice_min), INT(program, cancel_min),
	INT(program, active_limit), INT(program, goal), INT(program, offer_min),
};
ENTITY(ent_program, program, "program", "program", 0, program_cols);

static const struct ent_col grant_cols[] = {
	INT(grant, person_id), OPT(grant, program_id), WORD(grant, role, role_words),
};
ENTITY(ent_grant, grant, "role_grant", "role", 0, grant_cols);

static const struct ent_col membership_cols[] = {
	INT(membership, person_id), INT(membership, program_id),
	WORD(membership, state, member_state_words),
	OPT(membership, recruited_by), INT(membership, weekly_cap),
	OPT_DAY(membership, paused_until_day),
};
ENTITY(ent_membership, membership, "membership", "place on the roster", 0, membership_cols);

static const struct ent_col period_cols[] = {
	INT(period, program_id), TEXT(period, name), AT(period, begin_s),
	AT(period, end_s), AT(period, due_s), OPT_AT(period, closed_s),
	BOOL(period, reopened), TEXT(period, reopen_reason),
	INT(period, revision),
};
HOOKED(&hooks_period, ent_period, period, "period", "period", 'P', period_cols);

static const struct ent_col rule_cols[] = {
	INT(rule, rep_id), INT(rule, program_id), SPECIAL(rule, sentence, MEANS_HOURS),
	SPECIAL(rule, zone, MEANS_ZONE), TEXT(rule, kind), TEXT(rule, place),
	TEXT(rule, message), WORD(rule, state, rule_state_words),
};
ENTITY(ent_rule, rule, "rule", "weekly hours", 'R', rule_cols);

static const struct ent_col dayoff_cols[] = {
	WORD(dayoff, kind, dayoff_kind_words), OPT(dayoff, rep_id),
	OPT(dayoff, program_id), DAY(dayoff, day), SPECIAL(dayoff, zone, MEANS_ZONE),
	TEXT(dayoff, name), SPECIAL(dayoff, sentence, MEANS_HOURS),
};
ENTITY(ent_dayoff, dayoff, "dayoff", "day off", 'H', dayoff_cols);

static const struct ent_col slot_cols[] = {
	INT(slot, program_id), INT(slot, rep_id), AT(slot, begin_s),
	AT(slot, end_s), TEXT(slot, wall), SPECIAL(slot, zone, MEANS_ZONE),
	INT(slot, seats), DERIVED(slot, taken), DERIVED(slot, waiting),
	TEXT(slot, kind), TEXT(slot, place), TEXT(slot, message),
	WORD(slot, state, slot_state_words), TEXT(slot, reason),
	OPT(slot, rule_id), TEXT(slot, occurrence), INT(slot, sequence),
	TEXT(slot, ref),
};
HOOKED(&hooks_slot, ent_slot, slot, "slot", "session", 'S', slot_cols);

static const struct ent_col booking_cols[] = {
	INT(booking, slot_id), INT(booking, marketer_id),
	WORD(booking, state, booking_state_words), OF_SLOT(begin_s), OF_SLOT(end_s),
	AT(booking, queued_s),
	OPT_AT(booking, offer_until_s), TEXT(booking, hope),
	TEXT(booking, reason), TEXT(booking, excused), TEXT(booking, ref),
};
HOOKED(&hooks_booking, ent_booking, booking, "booking", "booking", 'B', booking_cols);

static const struct ent_col note_cols[] = {
	INT(note, program_id), OPT(note, booking_id), OPT(note, author_id),
	WORD(note, side, note_side_words), WORD(note, state, note_state_words),
	WORD(note, happened, happened_words), TEXT(note, kind),
	OPT(note, worth), AT(note, said_s), OPT_AT(note, submitted_s),
	BOOL(note, late), TEXT(note, ref),
};
HOOKED(&hooks_note, ent_note, note, "note", "write-up", 'N', note_cols);

static const struct ent_col observation_cols[] = {
	INT(observation, note_id), WORD(observation, area, area_words),
	TEXT(observation, text), WORD(observation, words_of, words_of_words),
	BOOL(observation, may_quote), BOOL(observation, starred),
	BOOL(observation, held_back), BOOL(observation, cleared),
	TEXT(observation, set_aside), TEXT(observation, ref),
};
HOOKED(&hooks_observation, ent_observation, observation, "observation", "remark", 'O', observation_cols);

static const struct ent_col lead_cols[] = {
	INT(lead, note_id), TEXT(lead, source),
	WORD(lead, alerted, alerted_words), WORD(lead, followed, followed_words),
	TEXT(lead, outcome), AT(lead, said_s), TEXT(lead, ref),
};
HOOKED(&hooks_lead, ent_lead, lead, "lead", "lead", 'L', lead_cols);

static const struct ent_col theme_cols[] = {
	INT(theme, program_id), TEXT(theme, name), TEXT(theme, definition),
	WORD(theme, area, area_words), WORD(theme, state, theme_state_words),
	OPT(theme, parent_id), OPT(theme, merged_into), SPECIAL(theme, terms, MEANS_TERMS),
	TEXT(theme, reason),
};
HOOKED(&hooks_theme, ent_theme, theme, "theme", "theme", 'T', theme_cols);

static const struct ent_col coding_cols[] = {
	INT(coding, observation_id), INT(coding, theme_id),
	{ "by_whom", T_WORD, offsetof(struct coding, by), coding_by_words, false,
	  MEANS_ANY, NULL },
	OPT(coding, person_id), WORD(coding, state, coding_state_words),
};
HOOKED(&hooks_coding, ent_coding, coding, "coding", "place in a theme", 0, coding_cols);

static const struct ent_col action_cols[] = {
	INT(action, program_id), TEXT(action, title),
	WORD(action, area, area_words), OPT(action, owner_id),
	OPT_DAY(action, due_day), WORD(action, state, action_state_words),
	TEXT(action, outcome), TEXT(action, reason), OPT_AT(action, done_s),
};
ENTITY(ent_action, action, "action", "action", 'A', action_cols);

static const struct ent_col action_theme_cols[] = {
	INT(action_theme, action_id), INT(action_theme, theme_id),
};
ENTITY(ent_action_theme, action_theme, "action_theme", "action's theme", 0, action_theme_cols);

static const struct ent_col snapshot_cols[] = {
	INT(snapshot, period_id), INT(snapshot, revision), AT(snapshot, at_s),
	INT(snapshot, by_id), TEXT(snapshot, reason), TEXT(snapshot, hash),
	SPECIAL(snapshot, model, MEANS_MODEL), TEXT(snapshot, audit_hash),
};
ENTITY(ent_snapshot, snapshot, "snapshot", "closed report", 0, snapshot_cols);

const struct entity *const entities[] = {
	&ent_person, &ent_program, &ent_grant, &ent_membership, &ent_period,
	&ent_rule, &ent_dayoff, &ent_slot, &ent_booking, &ent_note,
	&ent_observation, &ent_lead, &ent_theme, &ent_coding, &ent_action,
	&ent_action_theme, &ent_snapshot, &ent_customer, NULL,
};
