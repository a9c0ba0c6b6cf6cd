/* doctor: what could go wrong with this store on this computer. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "replife/care.h"
#include "doctor.h"
#include "notes.h"
#include "session_i.h"

#define ROOM_MB 100
#define MOVED_SHOWN 20

static const struct column doctor_columns[] = {
	{ "check", "What", V_TEXT, SHOW_ALL, 0, false },
	{ "state", "State", V_TEXT, SHOW_ALL, 0, false },
	{ "text", "Found", V_TEXT, SHOW_ALL, 0, true },
	{ "todo", "What to do", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

void doctor_put(struct call *c, const char *what, enum finding f, const char *found,
		const char *todo)
{
	static const char *const words[] = { [OK] = "ok", [WARN] = "warn", [BAD] = "bad" };
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "check", what);
	put_text(r, row, "state", words[f]);
	put_text(r, row, "text", found);
	put_text(r, row, "todo", f ? todo : NULL);
}

/* ---- the file and its folder ---- */

static const char *folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return !slash ? "." : slash == path ? "/" : arena_dup(a, path, (size_t)(slash - path));
}

/* Who has it open goes on with the file that it was, wherever that is now. */
static void check_store(struct call *c, const char *path)
{
	const char *what = "Store";

	if (store_moved(c->st))
		doctor_put(c, what, BAD, arena_printf(c->arena, "another file was put in the place of %s, or it was "
						      "taken away: every write is refused", path),
			   "put it back where it was; or, where the file that is there now is to be the store, "
			   "start the server again");
	else
		doctor_put(c, what, OK, arena_printf(c->arena, "%s, format %d", path, store_format()), NULL);
}

/* Only its owner may read it: what people said of each other is in there. */
static void check_file(struct call *c, const char *path)
{
	const char *what = "The file's rights", *found;
	struct stat sb;

	if (stat(path, &sb))
		return;
	found = arena_printf(c->arena, "mode %04o", (unsigned)sb.st_mode & 07777);
	if (sb.st_uid != geteuid())
		doctor_put(c, what, BAD, found, arena_printf(c->arena, "it belongs to another account: chown %u '%s'",
						      (unsigned)geteuid(), path));
	else if (sb.st_mode & 077)
		doctor_put(c, what, BAD, found, arena_printf(c->arena, "others may use it: chmod 600 '%s'", path));
	else if (access(path, R_OK | W_OK))
		doctor_put(c, what, BAD, found, arena_printf(c->arena, "it cannot be written: chmod 600 '%s'", path));
	else
		doctor_put(c, what, OK, found, NULL);
}

/* One that was named may be any folder, as long as nobody can put another
 * file in the store's place; the default one is ours. */
static void check_folder(struct call *c, const char *folder)
{
	const char *what = "The folder's rights", *found;
	struct stat sb;

	if (stat(folder, &sb))
		return;
	found = arena_printf(c->arena, "%s, mode %04o", folder, (unsigned)sb.st_mode & 07777);
	if (sb.st_mode & 022 && !(sb.st_mode & S_ISVTX))
		doctor_put(c, what, BAD, found, arena_printf(c->arena, "others may put a file of theirs in the "
						      "store's place: chmod go-w '%s'", folder));
	else if (access(folder, W_OK | X_OK))
		doctor_put(c, what, BAD, found, "no journal can be made beside the store, so writes are refused: "
		    "chmod u+wx it, or ask its owner");
	else if (!c->session->own_path && sb.st_mode & 077)
		doctor_put(c, what, WARN, found, arena_printf(c->arena, "others may look into it: chmod 700 '%s'",
						       folder));
	else
		doctor_put(c, what, OK, found, NULL);
}

static void check_room(struct call *c, const char *folder)
{
	struct statvfs v;
	unsigned long long mb;

	if (statvfs(folder, &v))
		return;
	mb = (unsigned long long)v.f_bavail * v.f_frsize / (1024 * 1024);
	doctor_put(c, "Room on the disk", mb >= ROOM_MB ? OK : mb ? WARN : BAD,
	    arena_printf(c->arena, "%llu MB", mb), "make room: a write that does not fit is refused");
}

static void check_lock(struct call *c, const char *path)
{
	const char *what = "The writers' queue";

	switch (care_lock(c->arena, path)) {
	case CARE_LOCK_NONE:
	case CARE_LOCK_FREE:
		doctor_put(c, what, OK, "nobody writes", NULL);
		break;
	case CARE_LOCK_SERVER:
		doctor_put(c, what, OK, "a server has the store, and writes for all", NULL);
		break;
	case CARE_LOCK_HELD:
		doctor_put(c, what, WARN, "somebody writes right now",
		    arena_printf(c->arena, "if it stays so, see who: fuser '%s-lock'", path));
		break;
	case CARE_LOCK_SHUT:
		doctor_put(c, what, BAD, "its file cannot be opened, so writes are refused",
		    arena_printf(c->arena, "while no replife runs: rm '%s-lock'", path));
		break;
	}
}

/* They hold what the store holds, so they are not left for others to find. */
static void check_left(struct call *c, const char *path)
{
	const char **names;
	size_t n = care_left_behind(c->arena, path, &names);

	for (size_t i = 0; i < n; i++)
		doctor_put(c, "Left behind", WARN, "a command that was killed left a file",
		    arena_printf(c->arena, "rm '%s'", names[i]));
}

/* ---- the computer ---- */

static void check_texts(struct call *c)
{
	const char *names[] = { "LC_ALL", "LC_CTYPE", "LANG" }, *locale = NULL;

	for (size_t i = 0; i < 3 && (!locale || !*locale); i++)
		locale = getenv(names[i]);
	if (!locale || !*locale)
		locale = "C";
	doctor_put(c, "Characters", strcasestr(locale, "utf-8") || strcasestr(locale, "utf8") ? OK : WARN,
	    locale, "not UTF-8, so some letters show as '?': export LC_ALL=C.UTF-8");
}

/* They are never needed, but what is there should be whole. */
static void check_vectors(struct call *c)
{
	const char *what = "Word vectors", *where;
	const struct vectors *v;
	struct vectors room;
	struct err err = { 0 };

	if (vectors_here(c, &room, &v, &where, &err))
		doctor_put(c, what, WARN, arena_strdup(c->arena, err.what), arena_strdup(c->arena, err.todo));
	else if (v)
		doctor_put(c, what, OK, arena_printf(c->arena, "%zu words in %s", v->n_words, where), NULL);
	else
		doctor_put(c, what, OK, "none: groups are found by words alone", NULL);
}

static enum rc check_clock(struct call *c, struct err *err)
{
	int64_t last = 0;
	enum rc rc = care_last_entry(c->st, &last, err);

	if (!rc)
		doctor_put(c, "Clock", last > c->now_s + 300 ? WARN : OK, say_when(c, c->now_s, 0),
		    arena_printf(c->arena, "the log goes on until %s: set the computer's clock",
				 say_when(c, last, 0)));
	return rc;
}

/* Its first line is "# version 2024a". */
static const char *zone_data(struct call *c)
{
	char line[64] = "";
	int fd = open("/usr/share/zoneinfo/tzdata.zi", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, line, sizeof line - 1);

	if (fd >= 0)
		close(fd);
	line[n > 0 ? n : 0] = '\0';
	line[strcspn(line, "\n")] = '\0';
	return strncmp(line, "# version ", 10) ? "of no known version"
					       : arena_printf(c->arena, "version %s", line + 10);
}

static void put_shifted(struct call *c, int64_t id, const char *wall, const char *zone,
		      const char *now)
{
	const char *ref = ref_of(c, 'S', id);

	doctor_put(c, "Session moved", WARN,
	    arena_printf(c->arena, "%s was published for %s in %s, and would begin there at %s", ref,
			 wall, zone, now),
	    arena_printf(c->arena, "replife --tz %s slot move %s --start %s, or to %s to leave it "
			 "where it is", zone, ref, wall, now));
}

/* Zone data changes: a session stays at the instant that was published, and
 * somebody must say which is meant where the two disagree now. */
static enum rc check_zones(struct call *c, struct err *err)
{
	struct arena *rows = arena_child(c->arena);
	struct arena_mark m = arena_mark(rows);
	struct stmt *s = care_slots_ahead(c->st, c->now_s);
	const struct zone *z = NULL;
	const char *found;
	int64_t moved = 0, n = 0;
	enum rc rc;

	for (; stmt_row(s); n++, arena_release(rows, m)) {
		const char *wall = col_text(s, 2, rows), *zone = col_text(s, 3, rows);
		char now[64] = "no time that is known";
		struct err ignored = { 0 };
		struct wall w;

		if ((!z || strcmp(zone_name(z), zone)) && zone_load(zone, &z, &ignored))
			z = NULL;
		if (z) {
			zone_to_wall(z, col_int(s, 1), &w);
			snprintf(now, sizeof now, "%04d-%02d-%02dT%02d:%02d", w.year, w.month, w.day,
				 w.hour, w.min);
		}
		if (strcmp(now, wall) && moved++ < MOVED_SHOWN)
			put_shifted(c, col_int(s, 0), arena_strdup(c->arena, wall),
				  arena_strdup(c->arena, zone), arena_strdup(c->arena, now));
	}
	rc = stmt_done(s, err);
	found = arena_printf(c->arena, "zone data %s; %lld of %lld sessions ahead are at another time "
			     "than was published", zone_data(c), (long long)moved, (long long)n);
	if (!rc)
		doctor_put(c, "Time zones", moved ? WARN : OK, found,
		    "the zone data has changed: move these sessions, or tell their visitors");
	return rc;
}

/* ---- the content ---- */

/* Nothing can be written up, and nothing counted, before somebody says. */
static enum rc check_outcomes(struct call *c, struct err *err)
{
	int64_t n, first;
	enum rc rc = care_no_outcome(c->st, c->now_s - 7 * 86400, &n, &first, err);

	if (!rc)
		doctor_put(c, "Outcomes", n ? WARN : OK,
		    n ? arena_printf(c->arena, "nobody has said how %lld booking%s of more than a week "
				     "ago went", (long long)n, n == 1 ? "" : "s")
		      : "said for every session of more than a week ago",
		    arena_printf(c->arena, "replife session held %s, or no-show, …", ref_of(c, 'B', first)));
	return rc;
}

static enum rc run_doctor(struct call *c, struct err *err)
{
	const char *path = store_path(c->st), *folder = folder_of(c->arena, path);
	size_t n = 0;
	enum rc rc;

	doctor_put(c, "Program", OK, arena_printf(c->arena, "replife %s, %s", REPLIFE_VERSION, store_engine()),
	    NULL);
	check_store(c, path);
	check_file(c, path);
	check_folder(c, folder);
	check_lock(c, path);
	check_left(c, path);
	check_room(c, folder);
	check_texts(c);
	check_vectors(c);
	doctor_server(c);
	rc = c->rq->serving ? doctor_accounts(c, err) : RC_OK;
	if (!rc)
		rc = check_clock(c, err);
	if (!rc)
		rc = check_zones(c, err);
	if (!rc)
		rc = check_outcomes(c, err);
	for (size_t i = 0; i < c->reply->n_rows; i++)
		n += reply_cell(c->reply, i, "todo")->type != V_NULL;
	if (n)
		reply_message(c->reply, "%zu thing%s to look at", n, n == 1 ? "" : "s");
	else
		reply_message(c->reply, "All is well. The content is looked at by: replife db check");
	return rc;
}

const struct op op_doctor = {
	.name = "doctor", .summary = "See what could go wrong on this computer, and how to mend it",
	.details = "ok, warn, or bad: writes are refused, or others can get at the store. The exit status "
		   "is 0 either way.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_OWNER, .result = doctor_columns, .example = "doctor",
	.run = run_doctor,
};
