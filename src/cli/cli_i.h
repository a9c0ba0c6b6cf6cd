/* The command line's parts. Private to the cli layer. */
#ifndef CLI_I_H
#define CLI_I_H

#include "replife/cli.h"
#include "replife/formats.h"
#include "replife/out_file.h"

/* One run of the program. */
struct cli {
	struct arena *arena;
	const struct op_set *set;
	struct command cmd;
	struct config cfg;
	struct session *session;
	struct request rq;
	const char *vectors;		/* environment, config; NULL: neither names any */
	bool tty_in, tty_out, tty_err;
	bool ascii;			/* no UTF-8 where it is shown */
	bool color;
	int64_t now_s;			/* REPLIFE_NOW; 0: the clock's */
	const struct zone *zone;	/* look.c's; NULL: not loaded yet */
	const char *out_path;		/* -o FILE; NULL: stdout */
	bool asked;			/* the arguments hold answers that were typed */
	const char *kiosk;		/* whose key somebody came with; NULL: no kiosk */
	const char *kept;		/* a draft on disk that a success removes */
};

/* "did you mean": the closest of some words, within reason */
struct guess {
	const char *typed, *best;
	unsigned distance;
};
void guess_begin(struct guess *g, const char *typed);
void guess_try(struct guess *g, const char *word);
/* "Did you mean 'X'? " or "", in `a`. */
const char *guess_say(struct arena *a, const struct guess *g, const char *before);

/* parse.c's halves */
enum rc place_words(struct arena *a, struct command *cmd, const char *const *words,
		    size_t n, struct err *err) __attribute__((warn_unused_result));
enum rc wrong_word(struct arena *a, const struct op_set *set, const char *noun,
		   const char *word, struct err *err);
enum rc wrong_option(struct arena *a, const struct op *op, const char *typed,
		     struct err *err);
enum rc bare_noun(struct arena *a, const struct op_set *set, const char *noun,
		  struct err *err);

/* usage.c */
const char *param_label(struct arena *a, const struct param *p);	/* "--for LOGIN" */
void put_wrapped(struct out *o, size_t *col, size_t indent, const char *text);
void put_lines(struct out *o, size_t indent, const char *text);

/* local_ops.c: what runs on the caller's side */
extern const struct op *const local_op_table[];
bool op_is_local(const struct op *op);
enum rc local_run(struct cli *c, struct reply *reply, struct err *err)
	__attribute__((warn_unused_result));

/* files.c */
enum rc file_read(struct arena *a, const char *path, size_t max, const char **text,
		  size_t *n, struct err *err) __attribute__((warn_unused_result));
int file_open(const char *path, struct err *err);	/* to read; -1: err says why */
const char *file_absolute(struct arena *a, const char *path);

/* where.c: the store or the server that this call is for, into c->cmd.g */
enum rc find_store(struct cli *c, struct err *err) __attribute__((warn_unused_result));
const char *env_text(const char *name);		/* NULL: not set, or empty */
/* run.c: REPLIFE_NOW; 0: the clock's */
enum rc find_now(int64_t *now_s, struct err *err) __attribute__((warn_unused_result));

/* kiosk.c: what they asked for takes the command's place */
extern const struct op op_kiosk;
enum rc kiosk_enter(struct cli *c, struct err *err) __attribute__((warn_unused_result));

/* serve.c */
extern const struct op op_serve;
enum rc run_serve(struct cli *c, struct reply *reply, struct err *err)
	__attribute__((warn_unused_result));

/* terminal.c */
void terminal_init(struct cli *c);		/* fds, SIGPIPE, tty, locale */
void terminal_color(struct cli *c);		/* after the config */
unsigned terminal_width(const struct cli *c);	/* 0: not a terminal */
/* One line from stdin without its newline; NULL at its end. In `a`. */
const char *ask_line(struct arena *a);
/* A question on stderr. */
void say_prompt(struct cli *c, const char *text);
void say(struct cli *c, const char *text);	/* "replife: text\n" on stderr */
void say_err(struct cli *c, const struct err *err);
const char *full_stop(const char *s);		/* ".", or "" where there is one */

/* look.c */
void look_init(struct cli *c, struct look *look);

/* args.c: tables and paths among the arguments */
enum rc load_args(struct cli *c, struct err *err) __attribute__((warn_unused_result));
/* A CSV file of data/ as rows (request.shipped). */
enum rc shipped_table(struct arena *a, const char *name, const struct table **out,
		      struct err *err) __attribute__((warn_unused_result));

/* note_form.c, note_source.c, ask_note.c: a note's answers from a file, the
 * editor, or asked */
enum rc form_read(struct arena *a, struct command *cmd, const char *file,
		  const char *text, size_t n, struct err *err)
	__attribute__((warn_unused_result));
const char *form_template(struct arena *a, const struct command *cmd);
bool form_has_answers(const struct command *cmd);
bool form_param(const struct op *op, const struct param *p);
enum rc gather_answers(struct cli *c, struct err *err) __attribute__((warn_unused_result));
/* note_answers.c: for `note edit`, the answers that it has; and, afterwards, an
 * empty answer for each of `before` that is gone. */
enum rc answers_before(struct cli *c, struct err *err) __attribute__((warn_unused_result));
void answers_taken_out(struct cli *c, const struct command *before);
enum rc ask_note(struct cli *c, struct err *err) __attribute__((warn_unused_result));
/* What was typed stays in a file where the op failed. */
void draft_done(struct cli *c, bool ok);

/* call.c */
void request_fill(struct cli *c);		/* c->rq from the command line */
/* The op, with the questions that come before or after it. */
enum rc call_op(struct cli *c, struct reply *reply, struct err *err)
	__attribute__((warn_unused_result));
bool may_ask(const struct cli *c);		/* somebody is there to answer */
/* Take an argument away that is the front end's alone: "-o FILE". NULL: it
 * was not given, or `p` is NULL; "" for a flag. */
const char *take_arg(struct cli *c, const struct param *p);

/* show.c */
int show_error(struct cli *c, const struct err *err);	/* the exit status */
int show_reply(struct cli *c, const struct reply *reply);

#endif
