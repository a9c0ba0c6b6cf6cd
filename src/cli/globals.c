/* The options that every command knows: one table for parsing and for help. */
#include "replife/cli.h"

#include <stddef.h>

static void set_json(struct globals *g) { g->format = FORMAT_JSON; }
static void set_csv(struct globals *g) { g->format = FORMAT_CSV; }
static void set_excel(struct globals *g) { g->format = FORMAT_EXCEL; }
static void set_plain(struct globals *g) { g->format = FORMAT_PLAIN; }
static void set_no_input(struct globals *g) { g->no_input = true; }
static void set_dry_run(struct globals *g) { g->dry_run = true; }
static void set_yes(struct globals *g) { g->yes = true; }
static void set_quiet(struct globals *g) { g->quiet = true; }
static void set_verbose(struct globals *g) { g->verbose = true; }
static void set_accessible(struct globals *g) { g->accessible = true; }
static void set_help(struct globals *g) { g->help = true; }
static void set_version(struct globals *g) { g->version = true; }

#define TEXT(field) offsetof(struct globals, field), NULL

const struct global_option global_options[] = {
	{ "help", 'h', NULL, "what a command does and takes", 0, set_help },
	{ "dry-run", 0, NULL, "say what would happen, change nothing", 0, set_dry_run },
	{ "yes", 0, NULL, "do it without asking", 0, set_yes },
	{ "as", 0, "LOGIN", "act for somebody, with their rights", TEXT(as) },
	{ "program", 0, "NAME", "the program; else the one in config, else Rep Life",
	  TEXT(program) },
	{ "tz", 0, "ZONE", "read and show times in this zone (Europe/Berlin)", TEXT(zone) },
	{ "limit", 0, "N", "at most N lines of a list", TEXT(limit) },
	{ "after", 0, "REF", "go on behind this one in a list", TEXT(after) },
	{ "json", 0, NULL, "answer as JSON, errors too", 0, set_json },
	{ "csv", 0, NULL, "answer as CSV", 0, set_csv },
	{ "excel", 0, NULL, "answer as CSV that Excel opens", 0, set_excel },
	{ "plain", 0, NULL, "answer as lines with tabs, for scripts", 0, set_plain },
	{ "color", 0, "WHEN", "auto, always or never", TEXT(color) },
	{ "accessible", 0, NULL, "plain lines for a screen reader", 0, set_accessible },
	{ "no-input", 0, NULL, "never ask, never wait for a person", 0, set_no_input },
	{ "quiet", 'q', NULL, "no messages", 0, set_quiet },
	{ "verbose", 'v', NULL, "also say which store and zone", 0, set_verbose },
	{ "key", 0, "UUID", "do this write once, however often it is sent", TEXT(key) },
	{ "db", 0, "PATH", "the store's file", TEXT(db) },
	{ "socket", 0, "PATH", "the server's socket", TEXT(socket) },
	{ "version", 0, NULL, "the program's version", 0, set_version },
	{ NULL, 0, NULL, NULL, 0, NULL },
};
