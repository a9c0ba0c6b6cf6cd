/*
 * The command line: argv to an op, its reply to stdout. All of it follows
 * from the op table: what may be typed, --help, and "did you mean".
 */
#ifndef REPLIFE_CLI_H
#define REPLIFE_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"
#include "replife/front.h"
#include "replife/op.h"
#include "replife/out.h"

/* What runs where no op is named and somebody sits at a terminal. */
struct cli_apps {
	front_end *screen, *lines;	/* lines: for a screen reader */
};

/*
 * One command from start to end: reads, calls, prints. Returns the exit
 * status. Everything lies in `a`, whose recovery point is the caller's.
 */
int cli_run(struct arena *a, int argc, char *const *argv, const struct cli_apps *apps);
/* What to print where the arena's recovery point is reached; the exit status. */
int cli_out_of_memory(void);

/* ---- argv ---- */

/* Several op tables as one: each ends with NULL, and so does the list. */
struct op_set {
	const struct op *const *const *tables;
};
/* The nth op; NULL after the last. For loops. */
const struct op *op_set_at(const struct op_set *set, size_t n);
const struct op *op_set_find(const struct op_set *set, const char *name); /* or NULL */
bool op_set_has_noun(const struct op_set *set, const char *noun);	/* "slot" */

enum cli_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_EXCEL, FORMAT_PLAIN };

/* The options that every command knows. Texts are NULL where not given. */
struct globals {
	const char *db, *socket, *as, *zone, *program, *key, *after, *color;
	int64_t limit;			/* 0: all */
	enum cli_format format;
	bool no_input, dry_run, yes, quiet, verbose, accessible, help, version;
};

struct global_option {
	const char *name;
	char letter;			/* "-q"; 0: none */
	const char *meta;		/* NULL: it takes no value */
	const char *help;
	size_t at;			/* offset of a text in struct globals */
	void (*flag)(struct globals *);	/* where it takes no value */
};
extern const struct global_option global_options[];	/* ends with name NULL */

struct command {
	struct globals g;
	const struct op *op;		/* NULL: none was named */
	const char *noun;		/* a noun alone, with --help */
	struct arg *args;		/* in the order of the op's parameters */
	size_t n_args, cap_args;
};

/*
 * Take the words apart; `argv` goes without the program's own name and must
 * stay. RC_USAGE names the wrong word and what was likely meant; out->g and
 * out->op then hold what was understood before it. With --help or --version
 * nothing is required, and wrong words after the op are passed over.
 */
enum rc argv_parse(struct arena *a, const struct op_set *set, int argc,
		   const char *const *argv, struct command *out, struct err *err)
	__attribute__((warn_unused_result));
/* The first value of a parameter; "" for a flag; NULL: not given. */
const char *command_arg(const struct command *cmd, const char *name);
void command_add_arg(struct arena *a, struct command *cmd, const char *name,
		     const char *text);

/* "book SLOT [--for LOGIN] [--wait]", in `a`. */
const char *op_usage(struct arena *a, const struct op *op);

/* ---- help ---- */

/* NULL: the overview; else an op, a noun, or one of the topics. Lines have
 * at most 80 columns. RC_USAGE: there is no such topic. */
enum rc help_write(struct out *o, const struct op_set *set, const char *topic,
		   struct err *err)
	__attribute__((warn_unused_result));
/* The nth topic and what it is about; NULL after the last. */
const char *help_topic(size_t n, const char **title);
void help_write_op(struct out *o, const struct op *op);
void help_write_noun(struct out *o, const struct op_set *set, const char *noun);

/* ---- the config files ---- */

struct config_line {
	const char *key, *value;
	const char *file;
	unsigned line;
};

/* Lines in order of weight: the user's file first, then /etc's. */
struct config {
	const char *path;		/* the user's file, there or not */
	struct config_line *lines;
	size_t n, cap;
};

struct config_key {
	const char *name, *help;
	const char *words;		/* "yes no"; NULL: any text */
};
extern const struct config_key config_keys[];		/* ends with name NULL */

/* $REPLIFE_CONFIG, else replife/config in $XDG_CONFIG_HOME or ~/.config. NULL:
 * there is no home. In `a`. */
const char *config_path(struct arena *a);
/* Both files; one that is not there is empty. RC_BAD_DATA: FILE:LINE. */
enum rc config_load(struct arena *a, struct config *out, struct err *err)
	__attribute__((warn_unused_result));
/* Add the lines of one file's text. */
enum rc config_read(struct arena *a, struct config *cfg, const char *file,
		    const char *text, size_t n, struct err *err)
	__attribute__((warn_unused_result));
const char *config_get(const struct config *cfg, const char *key);	/* or NULL */
/* RC_USAGE: no such key; config_check(): or a value that it cannot have. */
enum rc config_known(const char *key, struct err *err)
	__attribute__((warn_unused_result));
enum rc config_check(const char *key, const char *value, struct err *err)
	__attribute__((warn_unused_result));
/*
 * The file's text with `key` set to `value`, the last line of it replaced or
 * one added; an empty value takes it out. All other lines stay as they are.
 */
const char *config_edited(struct arena *a, const char *text, size_t n,
			  const char *key, const char *value);
/* Write it to the user's file. RC_CANNOT_CREATE, RC_IO. */
enum rc config_set(struct arena *a, const char *key, const char *value,
		   struct err *err)
	__attribute__((warn_unused_result));

#endif
