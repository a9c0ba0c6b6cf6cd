/* The store's inside. Private to src/store; with sqlite3.h only here. */
#ifndef STORE_I_H
#define STORE_I_H

#include <sha2.h>
#include <sqlite3.h>
#include <string.h>

#include "replife/db.h"
#include "replife/entity.h"
#include "replife/out.h"

#define WAIT_MS 10000		/* for a lock, unless somebody has less patience */
#define STMT_SLOTS 256		/* to begin with; a power of two */
#define ENT_COUNT 24

struct stmt {
	struct store *st;
	sqlite3_stmt *h;
	int rc;			/* of the last step; SQLITE_OK after a reset */
	const char *sql;
	struct stmt_param { const char *name; int at; } *params;	/* as they were asked for */
	unsigned n_params, cap_params;
	bool stepped, listed;	/* since its reset; among the store's `stepped` */
	struct stmt *next_stepped;
};

/* The SQL of one entity, written once from its description. */
struct ent_sql {
	const char *get, *insert, *remove, *by_id, *by_uuid, *all, *id_of_uuid;
	struct ent_update_sql {
		uint32_t mask;
		const char *sql;
		struct ent_update_sql *next;
	} *updates;
};

/* The change records of the open transaction. */
struct pending {
	bool any;
	int64_t seq, n;
	const struct entity *e;		/* of the chunk being filled */
	int64_t first_id, rows;
	struct out payload;
	SHA2_CTX chain;
};

struct store {
	unsigned data_version;		/* as store_changed() saw it last; 0: never */
	sqlite3 *db;
	const char *path;
	struct arena arena;	/* statements' texts, as long as the store */
	struct arena scratch;	/* one write's old row and payload */
	struct arena *owner;
	int lock_fd;		/* -1 until the first write */
	bool in_read, in_write, is_new, prepared_write, looked_closely, abandoned;
	bool own, beside, scratch_copy;	/* STORE_OWN, STORE_BESIDE, STORE_SCRATCH */
	bool group, lost;		/* several writes, one commit; SQLite took it all back */
	bool bare;			/* the group's first: taken back, it is all of it */
	unsigned kept;			/* writes of the group so far */
	bool rescued;			/* it was moved, and the log is in it */
	bool in_parts;			/* a write is between its parts, or was cut off there */
	struct taken_back {		/* of one that was cut off, since it was opened */
		int64_t actor_id, parts, stayed;
		bool whole;		/* all of it */
	} back;
	struct arena settling;		/* while one is taken back */
	int wal_pages;			/* written since they went into the file */
	uint32_t rules, rules_kept;	/* made: a bit for each entity; and committed */
	uint32_t rules_before;		/* the group */
	int migrated_from;	/* 0: it was up to date */
	int wait_ms;			/* for a lock, before RC_BUSY */
	int64_t busy_until_ms;
	struct stmt **stmts;		/* open hashing; NULL: free */
	size_t n_stmts, cap_stmts;
	struct stmt *stepped;		/* in this transaction, or some of them */
	struct ent_sql ent_sql[ENT_COUNT];
	struct pending pending;
};

/* SQLite's error as ours; SQLITE_NOMEM leaves through the arena. */
enum rc store_error(struct store *st, int code, struct err *err);
enum rc store_exec(struct store *st, const char *sql, struct err *err)
	__attribute__((warn_unused_result));
/* alloc.c: before SQLite's first use */
void alloc_use(bool with_threads);
/* db.c */
void sync_folder(const char *path);	/* of a new name, so that it stays */
int open_private(const char *path, int flags);	/* mode 0600, made if need be; -1 */
enum rc check_moved(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc commit_all(struct store *st, struct err *err) __attribute__((warn_unused_result));
extern const char sql_immediate[];
/* stmt.c: what was stepped is reset */
void let_go(struct store *st);
/* lock.c */
enum rc lock_take(struct store *st, struct err *err) __attribute__((warn_unused_result));
void lock_drop(struct store *st);
/* For a server, until the store is closed. RC_BUSY: somebody has it. */
enum rc lock_own(struct store *st, struct err *err) __attribute__((warn_unused_result));
bool lock_is_owned(int fd);		/* a server has it; of the queue's file */
/* own.c: a store of several connections of one process, a server's */
enum rc own_settle(struct store *st, bool *cut_off, struct err *err) __attribute__((warn_unused_result));
enum rc own_leave(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc own_begin(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc own_beside(struct store *st, struct err *err) __attribute__((warn_unused_result));
void own_end(struct store *st);
enum rc group_savepoint(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc group_release(struct store *st, struct err *err) __attribute__((warn_unused_result));
void group_take_back(struct store *st);
int64_t wait_now_ms(void);
/* log_file.c: the name of what opens a server's files, for sqlite3_open_v2(); NULL: it
 * cannot be had. Before there are threads. */
const char *log_file_use(void);
/* backup.c: one picture of the store in `to`, which is made, mode 0600 */
enum rc copy_to(struct store *st, const char *to, struct err *err)
	__attribute__((warn_unused_result));
/* check.c: is this file a store of ours, whole and unchanged? `version` is
 * its user_version. */
uint32_t check_cookie(void);	/* SQLite's count of the schema as we make it */
enum rc check_header(struct store *st, int *version, uint32_t *cookie, struct err *err)
	__attribute__((warn_unused_result));
enum rc check_schema(struct store *st, int version, uint32_t cookie, bool closely,
		     struct err *err)
	__attribute__((warn_unused_result));
/* migrate.c */
enum rc migrate_create(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc migrate_up(struct store *st, int from, struct err *err)
	__attribute__((warn_unused_result));
int migrate_latest(void);
/* audit.c */
enum rc pending_start(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc pending_row(struct store *st, const struct entity *e, int64_t id, struct err *err)
	__attribute__((warn_unused_result));
void pending_clear(struct store *st);
/* entity.c */
size_t ent_index(const struct entity *e);
const struct entity *ent_by_table(const char *table);	/* or NULL */
enum rc ent_insert_as(struct store *st, const struct entity *e, void *row,
		      struct err *err) __attribute__((warn_unused_result));
/*
 * rules.c: what a writer of the table is held to by SQLite itself, whatever the
 * program does: temporary triggers (data/rules/TABLE.sql), made as the first row
 * is written. Kept in the file, each start would read them, and most only look.
 */
enum rc rules_make(struct store *st, const struct entity *e, struct err *err)
	__attribute__((warn_unused_result));
/* The transaction that made some has ended. */
void rules_settle(struct store *st, bool committed);
/* derive.c, seats.c: what follows from a row. old NULL: it comes; row NULL: it goes. */
struct counted {
	int64_t theme_id, period_id, said_s;
	bool yes;
};
struct ent_change {
	const void *old, *row;
	struct counted was;	/* a coding's, before the change */
};
struct ent_hooks {
	/* May refuse. */
	enum rc (*before)(struct store *st, struct ent_change *ch, struct err *err);
	enum rc (*after)(struct store *st, struct ent_change *ch, struct err *err);
};
extern const struct ent_hooks hooks_note, hooks_observation, hooks_lead, hooks_booking, hooks_slot,
	hooks_coding, hooks_period, hooks_theme;
/* A row of `s`: a closed report holds it, and what would change it is refused. */
enum rc refuse_closed(struct stmt *s, const char *what, struct err *err)
	__attribute__((warn_unused_result));
static inline bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}
/* payload.c: a row's columns as JSON, and back */
struct jw;
struct json;
void ent_write_json(struct jw *w, const struct entity *e, const void *row, uint32_t mask);
enum rc ent_from_json(const struct entity *e, const struct json *cols, void *row,
		      uint32_t *mask, struct err *err)
	__attribute__((warn_unused_result));
bool ent_col_equal(const struct entity *e, size_t i, const void *a, const void *b);

#endif
