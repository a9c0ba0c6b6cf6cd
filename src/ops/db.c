/* The store itself: where it is, whether it is whole, copies of it. */
#include <string.h>
#include <sys/stat.h>

#include "replife/care.h"
#include "session_i.h"

static const struct column path_columns[] = {
	{ "path", "Store", V_TEXT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static enum rc run_path(struct call *c, struct err *err)
{
	const char *path = c->session->base.path;

	(void)err;
	put_text(c->reply, reply_row(c->reply), "path", path);
	c->reply->body = arena_printf(c->arena, "%s\n", path);
	c->reply->body_len = strlen(c->reply->body);
	return RC_OK;
}

const struct op op_db_path = {
	.name = "db path", .summary = "Where the store is",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = OP_NO_STORE, .result = path_columns,
	.example = "db path", .run = run_path,
};

/* ---- check ---- */

static const struct param check_params[] = {
	{ .name = "audit", .type = P_FLAG,
	  .help = "also go through the whole log, and see that it leads to today's state" },
	{ .name = NULL } };

static const struct column check_columns[] = {
	{ "check", "What", V_TEXT, SHOW_ALL, 0, true },
	{ "state", "State", V_TEXT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void put_ok(struct call *c, const char *what)
{
	struct value *row = reply_row(c->reply);

	put_text(c->reply, row, "check", what);
	put_text(c->reply, row, "state", "ok");
}

static enum rc not_so(struct call *c, const struct care_check *k, struct err *err)
{
	if (k->why)
		err_set(err, RC_BAD_DATA, "this is not so: %s. %s", k->what, k->why);
	else
		err_set(err, RC_BAD_DATA, "this is not so: %s (%lld)", k->what, (long long)k->wrong);
	return err_todo(err, "Keep %s, and put a backup in its place: replife db restore FILE",
			store_path(c->st));
}

static enum rc check_audit(struct call *c, struct err *err)
{
	int64_t n = 0;
	enum rc rc = store_check_log(c->st, c->arena, &n, err);

	if (rc)
		return rc;
	put_ok(c, arena_printf(c->arena, "The log's %lld entries fit together", (long long)n));
	put_ok(c, "The log leads to what is stored now");
	return RC_OK;
}

static enum rc run_check(struct call *c, struct err *err)
{
	struct care_check *k;
	size_t n;
	enum rc rc = store_examine(c->st, c->arena, &k, &n, err);

	if (rc)
		return rc;
	/* These two were seen to at opening, and just now. */
	put_ok(c, arena_printf(c->arena, "It is a store, of format %d, all of it there", store_format()));
	put_ok(c, "Tables and triggers are as they were made");
	for (size_t i = 0; !rc && i < n; i++) {
		if (k[i].wrong)
			return not_so(c, &k[i], err);
		put_ok(c, k[i].what);
	}
	if (!rc && arg_has(c, "audit"))
		rc = check_audit(c, err);
	if (!rc)
		reply_message(c->reply, "%s is fine", store_path(c->st));
	return rc;
}

const struct op op_db_check = {
	.name = "db check", .summary = "See that the store is whole and its rules hold",
	.details = "65 if not, with what is wrong. In a very large store, whoever writes waits some "
		   "seconds while the pages are read.",
	.effect = EFFECT_READ, .who = WHO_OWNER, .flags = OP_OWN_TXN | OP_LONG, .params = check_params,
	.result = check_columns, .example = "db check --audit", .run = run_check,
};

/* ---- backup ---- */

static const struct param backup_params[] = {
	{ .name = "file", .type = P_FILE, .flags = REQUIRED | POSITIONAL | MADE,
	  .help = "the new file; it must not exist yet" },
	{ .name = NULL } };

static const struct column backup_columns[] = {
	{ "file", "File", V_TEXT, SHOW_DATA, 0, false },
	{ "bytes", "Bytes", V_INT, SHOW_DATA, 0, false },
	{ "entries", "Entries", V_INT, SHOW_DATA, 0, false },
	{ "hash", "Log's head", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static enum rc run_backup(struct call *c, struct err *err)
{
	const char *file = arg_text(c, "file"), *made = arg_made(c, "file");
	struct log_end end;
	struct value *row;
	struct stat sb;
	enum rc rc = store_backup(c->st, c->arena, made, &end, err);

	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_text(c->reply, row, "file", file);
	put_int(c->reply, row, "bytes", stat(made, &sb) ? 0 : sb.st_size);
	put_int(c->reply, row, "entries", end.entries);
	put_text(c->reply, row, "hash", end.hash);
	reply_message(c->reply, "Copied to %s; the log's head is %.16s", file, end.hash);
	return RC_OK;
}

const struct op op_db_backup = {
	.name = "db backup", .summary = "Copy the store to a new file, also while it is in use",
	.effect = EFFECT_READ, .who = WHO_OWNER, .flags = OP_OWN_TXN | OP_LONG, .params = backup_params,
	.result = backup_columns, .example = "db backup replife-monday.db", .run = run_backup,
};

/* ---- restore ---- */

static const struct param restore_params[] = {
	{ .name = "file", .type = P_FILE, .flags = REQUIRED | POSITIONAL,
	  .help = "what `replife db backup` wrote" },
	{ .name = NULL } };

static const struct column restore_columns[] = {
	{ "path", "Store", V_TEXT, SHOW_DATA, 0, false },
	{ "kept", "Kept", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static enum rc run_restore(struct call *c, struct err *err)
{
	const char *path = c->session->base.path, *file = arg_text(c, "file"), *kept;
	struct value *row;
	struct stat sb;
	enum rc rc;

	if (c->rq->as) {
		err_set(err, RC_DENIED, "%s may not restore a store", c->rq->as);
		return err_todo(err, "Leave --as out");
	}
	if (care_lock(c->arena, path) == CARE_LOCK_SERVER) {
		err_set(err, RC_BUSY, "a server has the store %s", path);
		return err_todo(err, "Nothing was changed; stop it first");
	}
	if (!stat(path, &sb) && !c->rq->yes) {
		err_set(err, RC_CONFIRM, "%s would take the place of %s, which is kept beside it", file, path);
		return err_todo(err, "Add --yes");
	}
	if (c->rq->dry_run)
		return err_set(err, RC_USAGE, "db restore cannot be tried with --dry-run");
	rc = store_restore(c->arena, file, path, &kept, err);
	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_text(c->reply, row, "path", path);
	put_text(c->reply, row, "kept", kept);
	reply_message(c->reply, "%s is in place at %s%s%s", file, path,
		      kept ? "; what was there is " : "", kept ? kept : "");
	return RC_OK;
}

const struct op op_db_restore = {
	.name = "db restore", .summary = "Put a backup in the store's place; the old one is kept",
	.details = "The file is looked through first; one that is damaged or not ours is refused.",
	.effect = EFFECT_WRITE, .who = WHO_OWNER,
	.flags = OP_NO_STORE | OP_FRESH_STORE | OP_NO_UNDO, .params = restore_params,
	.result = restore_columns, .example = "db restore replife-monday.db --yes", .run = run_restore,
};

/* ---- migrate ---- */

static const struct column migrate_columns[] = {
	{ "format", "Format", V_INT, SHOW_DATA, 0, false },
	{ "was", "Before", V_INT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static enum rc run_migrate(struct call *c, struct err *err)
{
	int was = store_migrated_from(c->st);
	struct value *row = reply_row(c->reply);

	(void)err;
	put_int(c->reply, row, "format", store_format());
	if (was)
		put_int(c->reply, row, "was", was);
	if (was)
		reply_message(c->reply, "Brought from format %d to %d; the old file is %s.v%d", was,
			      store_format(), store_path(c->st), was);
	else
		reply_message(c->reply, "%s is of the newest format, %d: nothing to do",
			      store_path(c->st), store_format());
	return RC_OK;
}

const struct op op_db_migrate = {
	.name = "db migrate", .summary = "Bring an older store to this program's format",
	.details = "Any command does that when it opens one; the old file is kept beside it.",
	.effect = EFFECT_READ, .who = WHO_OWNER, .result = migrate_columns, .example = "db migrate",
	.run = run_migrate,
};
