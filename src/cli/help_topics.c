/* help dates, roles, exit, environment, privacy, settings. */
#include <string.h>

#include "cli_i.h"
#include "help_i.h"

static void write_dates(struct out *o, const struct op_set *set)
{
	static const struct { const char *typed, *meaning; } rows[] = {
		{ "tue", "the next Tuesday ahead; on a Tuesday, in seven days" },
		{ "tomorrow 10am", "also today, yesterday, 10:00, 10" },
		{ "24 nov 10:00", "the 24 November nearest to today; or say the year" },
		{ "2026-11-24", "a day" },
		{ "2026-11-24T10:00", "a moment on it" },
		{ "+3d", "in three days; also +2h, +1w" },
		{ "30min, 1h30", "how long" },
		{ "this week, nov", "a span, for find and log" },
	};

	(void)set;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		put_labelled(o, rows[i].typed, 22, rows[i].meaning);
	out_char(o, '\n');
	put_lines(o, 0,
		  "Times are read and shown in one zone: the one of --tz, else REPLIFE_TZ, else "
		  "tz in the config file, else yours (person edit --zone), else the computer's.\n\n"
		  "A day given with --to is in it. 'next tue' is refused, since people mean two "
		  "days by it; the answer names both. A time that does not exist because the clock "
		  "jumps over it is refused, too; one that comes twice means the first.");
}

/* The commands of those of whom who_says() says `who`. */
static void put_commands(struct out *o, const struct op_set *set, const char *who)
{
	const char *last = NULL;
	const struct op *op;
	size_t col = 0;

	out_printf(o, "\nFor %s:\n", who);
	for (size_t i = 0; (op = op_set_at(set, i)); i++) {
		if (op->flags & OP_HIDDEN || strcmp(who_says(op), who))
			continue;
		if (last)
			put_wrapped(o, &col, 2, arena_printf(o->arena, "%s,", last));
		last = op->name;
	}
	put_wrapped(o, &col, 2, last ? last : "");
	out_char(o, '\n');
}

static void write_roles(struct out *o, const struct op_set *set)
{
	const char *who[8];
	const struct op *op;
	size_t n = 0;

	put_lines(o, 0,
		  "marketer: sits in and writes down what was heard.\n"
		  "rep: hosts, publishes hours, sees what Marketing changed.\n"
		  "lifecycle: runs the program and may do everything in it.\n"
		  "A person can have several roles, in each program others: replife person grant. "
		  "The owner of a store on one computer may do everything, and acts for somebody "
		  "else with --as LOGIN: the rights are then LOGIN's, and the log names both. "
		  "Who may do what to whose: replife help matrix.");
	for (size_t i = 0; (op = op_set_at(set, i)); i++) {
		size_t k = 0;

		while (k < n && strcmp(who[k], who_says(op)))
			k++;
		if (k == n && n < sizeof who / sizeof *who)
			who[n++] = who_says(op);
	}
	for (size_t k = 0; k < n; k++)
		put_commands(o, set, who[k]);
}

static void write_exit(struct out *o, const struct op_set *set)
{
	static const struct { const char *status, *meaning; } rows[] = {
		{ "0", "done; an empty list too" },
		{ "1", "failed" },
		{ "2", "not understood, or it could mean two things" },
		{ "3", "there is no such thing" },
		{ "4", "a rule refused it: seat taken, overlap, period closed, limit" },
		{ "5", "not allowed" },
		{ "6", "needs a yes: --yes" },
		{ "7", "store busy, or server not reachable; nothing changed" },
		{ "8", "done, but somebody could not be notified" },
		{ "9", "unknown whether it was done: repeat it with the --key that is shown" },
		{ "65", "the file's data is bad; the message names FILE:LINE" },
		{ "73", "the output file cannot be made" },
		{ "74", "disk full or broken; nothing changed" },
		{ "130", "interrupted" },
	};

	(void)set;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		put_labelled(o, rows[i].status, 8, rows[i].meaning);
	out_char(o, '\n');
	put_lines(o, 0,
		  "Data goes to stdout, messages and errors to stderr. With --json an error is "
		  "JSON on stdout: its code, the exit status, and for 4 the reason.");
}

static void write_environment(struct out *o, const struct op_set *set)
{
	static const struct { const char *name, *meaning; } rows[] = {
		{ "REPLIFE_DB", "the store's file, as --db" },
		{ "REPLIFE_SOCKET", "the server's socket, as --socket" },
		{ "REPLIFE_TZ", "the time zone, as --tz" },
		{ "REPLIFE_VECTORS", "the file of word vectors, or none" },
		{ "REPLIFE_CONFIG", "the config file; see replife help settings" },
		{ "REPLIFE_NOW", "the time that it is to be, as 2026-11-24T09:00:00Z" },
		{ "NO_COLOR", "no colours, whatever its value" },
		{ "VISUAL, EDITOR", "for note add --edit and config edit" },
		{ "XDG_DATA_HOME", "the store lies there, in replife/ (else ~/.local/share)" },
		{ "XDG_CONFIG_HOME", "the config file's place (else ~/.config)" },
	};

	(void)set;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		put_labelled(o, rows[i].name, 20, rows[i].meaning);
	out_str(o, "\nAn option beats the environment, and that beats the config files.\n\n");
	put_lines(o, 0,
		  "Word vectors let theme discover and suggest see that remarks say the same in other words. They "
		  "are used where there are some: the file that REPLIFE_VECTORS or the setting vectors names, else "
		  "$XDG_DATA_HOME/replife/vectors, else share/replife/vectors beside the bin/ that the program "
		  "lies in. make vectors makes the file.");
}

static void write_privacy(struct out *o, const struct op_set *set)
{
	(void)set;
	put_lines(o, 0,
		  "A note is yours and lifecycle's. Reports show remarks by theme, not by who "
		  "wrote them.\n"
		  "A quote is used only where --may-quote was given, and the rep's own words only "
		  "once the rep has cleared them: replife quote clear.\n"
		  "Reports for leadership and Sales leave out names of people in replife and of the "
		  "customers on its list, which each report counts, and every quote that has one; other names are "
		  "not known. See the list: replife customer list; add to it: replife customer add NAME.\n"
		  "What is changed is in the log with who did it; what was refused is noted too.\n"
		  "The store on one computer is a file that only its owner can read: "
		  "replife db path.");
}

static void write_settings(struct out *o, const struct op_set *set)
{
	(void)set;
	put_lines(o, 0,
		  "Lines of KEY = VALUE; what follows a # at a line's begin is passed over. "
		  "Yours is $REPLIFE_CONFIG, else ~/.config/replife/config; after it counts "
		  "/etc/replife/config.");
	out_char(o, '\n');
	for (const struct config_key *k = config_keys; k->name; k++)
		put_labelled(o, k->name, 16, k->help);
	out_str(o, "\nreplife config list, get KEY, set KEY VALUE, edit\n");
}

const struct topic topics[] = {
	{ "dates", "Dates as people type them", write_dates },
	{ "roles", "Who may do what", write_roles },
	{ "matrix", "Who may do what to whose", write_matrix },
	{ "exit", "What the exit status says, for scripts", write_exit },
	{ "environment", "The environment", write_environment },
	{ "privacy", "Who reads what you write", write_privacy },
	{ "settings", "The config files", write_settings },
	{ NULL, NULL, NULL },
};
