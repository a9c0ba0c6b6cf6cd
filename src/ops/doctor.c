/* doctor: what could go wrong with this store on this computer. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "replife/care.h"
#include "seats.h"

#define ROOM_MB 100

static const struct column doctor_columns[] = {
	{ "check", "What", V_TEXT, SHOW_ALL, 0, false },
	{ "state", "State", V_TEXT, SHOW_ALL, 0, false },
	{ "text", "Found", V_TEXT, SHOW_ALL, 0, true },
	{ "todo", "What to do", V_TEXT, SHOW_ALL, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

/* `todo` NULL: it is well. */
static void put(struct call *c, const char *what, const char *found, const char *todo)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "check", what);
	put_text(r, row, "state", todo ? "look" : "ok");
	put_text(r, row, "text", found);
	put_text(r, row, "todo", todo);
}

static const char *folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return !slash ? "." : slash == path ? "/" : arena_dup(a, path, (size_t)(slash - path));
}

/* Only its owner may read it: what people said of each other is in there. */
static void check_rights(struct call *c, const char *path, const char *what, mode_t wanted)
{
	struct stat sb;
	const char *todo = NULL, *found;

	if (stat(path, &sb))
		return;
	found = arena_printf(c->arena, "%s, mode %04o", path, (unsigned)sb.st_mode & 07777);
	if (sb.st_mode & 077 & ~wanted)
		todo = arena_printf(c->arena, "others may read it: chmod %o '%s'", (unsigned)wanted, path);
	else if (sb.st_uid != geteuid())
		todo = "it belongs to another account: ask its owner";
	put(c, what, found, todo);
}

static void check_room(struct call *c, const char *folder)
{
	struct statvfs v;
	unsigned long long mb;

	if (statvfs(folder, &v))
		return;
	mb = (unsigned long long)v.f_bavail * v.f_frsize / (1024 * 1024);
	put(c, "Room on the disk", arena_printf(c->arena, "%llu MB", mb),
	    mb < ROOM_MB ? "make room: a write that does not fit is refused" : NULL);
}

static void check_texts(struct call *c)
{
	const char *names[] = { "LC_ALL", "LC_CTYPE", "LANG" }, *locale = NULL;

	for (size_t i = 0; i < 3 && (!locale || !*locale); i++)
		locale = getenv(names[i]);
	if (!locale || !*locale)
		locale = "C";
	put(c, "Characters", locale, strcasestr(locale, "utf-8") || strcasestr(locale, "utf8")
	    ? NULL : "not UTF-8, so some letters show as '?': export LC_ALL=C.UTF-8");
}

static enum rc check_clock(struct call *c, struct err *err)
{
	int64_t last = 0;
	enum rc rc = care_last_entry(c->st, &last, err);

	if (!rc)
		put(c, "Clock", say_when(c, c->now_s, 0), last > c->now_s + 300
		    ? arena_printf(c->arena, "the log goes on until %s: set the computer's clock",
				   say_when(c, last, 0))
		    : NULL);
	return rc;
}

/* Zone data changes: a session stays at the wall time that was published, and
 * somebody must say which is meant where the two disagree now. */
static enum rc check_zones(struct call *c, struct err *err)
{
	struct arena *rows = arena_child(c->arena);
	struct arena_mark m = arena_mark(rows);
	struct stmt *s = care_slots_ahead(c->st, c->now_s);
	struct err ignored = { 0 };
	int64_t moved = 0, first = 0, n = 0;
	enum rc rc;

	for (; stmt_row(s); n++, arena_release(rows, m)) {
		const struct zone *z;

		if (zone_load(col_text(s, 3, rows), &z, &ignored) ||
		    strcmp(wall_text(c, z, col_int(s, 1)), col_text(s, 2, rows))) {
			first = moved++ ? first : col_int(s, 0);
		}
	}
	rc = stmt_done(s, err);
	if (!rc)
		put(c, "Time zones", arena_printf(c->arena, "%lld sessions ahead, %lld of them at "
						  "another time than was published", (long long)n,
						  (long long)moved),
		    moved ? arena_printf(c->arena, "the zone data has changed: replife slot move %s "
					 "--start TIME, or tell its visitors", ref_of(c, 'S', first))
			  : NULL);
	return rc;
}

static enum rc run_doctor(struct call *c, struct err *err)
{
	const char *path = store_path(c->st), *folder = folder_of(c->arena, path);
	enum rc rc;

	put(c, "Program", arena_printf(c->arena, "replife %s, %s", REPLIFE_VERSION, store_engine()),
	    NULL);
	put(c, "Store", arena_printf(c->arena, "%s, format %d", path, store_format()), NULL);
	check_rights(c, path, "The file's rights", 0600);
	check_rights(c, folder, "The folder's rights", 0700);
	check_room(c, folder);
	check_texts(c);
	rc = check_clock(c, err);
	if (!rc)
		rc = check_zones(c, err);
	for (size_t i = 0; i < c->reply->n_rows; i++)
		if (reply_cell(c->reply, i, "todo")->type != V_NULL)
			return rc;
	reply_message(c->reply, "All is well. The content is looked at by: replife db check");
	return rc;
}

const struct op op_doctor = {
	.name = "doctor", .summary = "See what could go wrong on this computer, and how to mend it",
	.effect = EFFECT_READ, .who = WHO_OWNER, .result = doctor_columns, .example = "doctor",
	.run = run_doctor,
};
