/* Rows as files have them: by login and ref, not by key. */
#ifndef REPLIFE_TRANSFER_STORE_H
#define REPLIFE_TRANSFER_STORE_H

#include "replife/entity.h"

/* Statements to step; the columns are those of the contract's CSV tables, in
 * order; instants as seconds, texts as stored. */
struct stmt *transfer_people_rows(struct store *st, int64_t program_id);
struct stmt *transfer_roster_rows(struct store *st, int64_t program_id);
/* ref, rep, begin_s, end_s, zone, seats, kind, place, message, id */
struct stmt *transfer_slot_rows(struct store *st, int64_t program_id);
/* ref, slot's ref, rep, begin_s, marketer, state, id, slot's id */
struct stmt *transfer_booking_rows(struct store *st, int64_t program_id);
/* ref, text, area, author, session's ref, said_s, may_quote, note's ref,
 * id, note's id, slot's id */
struct stmt *transfer_note_rows(struct store *st, int64_t program_id);
/* ref, note's ref, source, alerted, followed, outcome, id, note's id */
struct stmt *transfer_lead_rows(struct store *st, int64_t program_id);
/* name, area, definition, terms */
struct stmt *transfer_theme_rows(struct store *st, int64_t program_id);
/* observation's ref or id, theme's name */
struct stmt *transfer_coding_rows(struct store *st, int64_t program_id);

/* By the name it had in its file; 0: none. */
enum rc slot_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
enum rc booking_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
enum rc note_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
enum rc observation_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
enum rc lead_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));

/* The rep's session that begins then and is not cancelled; 0: none. */
enum rc slot_begins(struct store *st, int64_t rep_id, int64_t begin_s, int64_t *id,
		    struct err *err) __attribute__((warn_unused_result));
/* The marketer's booking of the session; 0: none. */
enum rc booking_of(struct store *st, int64_t slot_id, int64_t marketer_id, int64_t *id,
		   struct err *err) __attribute__((warn_unused_result));
/* A visitor's write-up of the booking; 0: none. */
enum rc note_of_booking(struct store *st, int64_t booking_id, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
/* What a person said of this pair; 0: nothing. */

/* All rows of an entity, by key; ENT columns. For `export json all`. */
struct stmt *entity_rows(struct store *st, const struct entity *e);
/* Its row with this uuid, and whether the key is taken; 0: no. */
enum rc entity_by_uuid(struct store *st, const struct entity *e, const struct uuid *u,
		       int64_t *id, struct err *err) __attribute__((warn_unused_result));
enum rc entity_insert_whole(struct store *st, const struct entity *e, void *row, struct err *err)
	__attribute__((warn_unused_result));
/* A row's columns as a JSON object, and back. RC_BAD_DATA: an unknown column,
 * a value of the wrong kind. Texts point into the JSON. */
struct jw;
struct json;
void entity_write(struct jw *w, const struct entity *e, const void *row);
enum rc entity_scan(const struct entity *e, const struct json *cols, void *row, struct err *err)
	__attribute__((warn_unused_result));
bool entity_equal(const struct entity *e, const void *a, const void *b);	/* but derived ones */
/* Has nothing been written since the store was made? */
enum rc store_untouched(struct store *st, bool *yes, struct err *err)
	__attribute__((warn_unused_result));
/* Foreign keys are looked at when the transaction ends. */
enum rc keys_later(struct store *st, struct err *err) __attribute__((warn_unused_result));
/* A row whose key leads nowhere, in the open transaction; texts lie in the arena.
 * No table: there is none. */
struct lost_key {
	const char *table;
	int64_t id;
	const char *column;
};
enum rc keys_missing(struct store *st, struct arena *a, struct lost_key *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
