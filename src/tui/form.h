/*
 * A form: fields that one goes through with Tab, and their answers. A field
 * that has several answers to choose from takes them with the left and right
 * arrow, and where they stand in rows with those up and down, which go on to the
 * next field from its ends; a text is typed.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "choice.h"
#include "edit.h"
#include "terminal.h"

enum field_kind {
	FIELD_LINE,		/* one line of text */
	FIELD_TEXT,		/* several */
	FIELD_CHOICE,		/* one of `choices` */
	FIELD_CHECK,		/* yes or no */
	FIELD_HEAD,		/* words between; takes no keys */
};

struct choice {
	const char *value, *label;	/* value: what an op is given; label NULL ends */
};

struct field {
	const char *name;		/* the op's parameter; NULL: none */
	const char *label;
	enum field_kind kind;
	const char *hint;		/* the line above the keys while it has them */
	const char *empty;		/* in the field while nothing is typed */
	const struct choice *choices;
	bool always;			/* one of them is chosen from the start on */
	bool must;			/* it is not done without */
	int rows;			/* FIELD_TEXT: at most so many; 0: 3 */
	size_t max;			/* bytes; 0: 2,000 a line, 64 KiB a text */
	/* What was answered. */
	struct edit edit;
	int chosen;			/* index in choices; -1: none yet */
	bool on;
	bool hidden;			/* not asked, not answered */
};

struct form {
	struct arena *a;
	struct field *fields;
	int n, at, top;
	int cols, label_cells;		/* as it was drawn last; 0: not yet */
	bool changed;			/* since it was made, or last kept */
	bool enter_ends;		/* Enter is the view's in texts, too */
	const char *draft;		/* its name (draft.h); NULL: none is kept */
	const char *name;		/* the same, and where another app has it now; NULL: it has none */
	const char *proposed;		/* the answers that it began with */
	const char *wiped;		/* those that F6 took, until something is typed; or NULL */
	int64_t saved_s;		/* the draft; 0: there is none */
	uint64_t stored;		/* hash_of() the draft as the store has it */
	bool aside;			/* it lies beside the store (aside.h): that is not known */
	/* There may be an earlier one that could not be read, and is not written over:
	 * nothing is kept. Its name, until it can be read. */
	bool unkept;
	const char *unread;
	bool warned;			/* that what was typed up to now cannot be kept */
	struct choosing choosing;	/* in the field at hand, if it has answers to choose from */
	bool editing;			/* an editor has one of its texts (form_editor.h) */
};

/* The keys of every form: the next field, the editor, start over. */
extern const struct key form_keys[];

/* Texts lie in `a`. The first field has the keys. */
void form_init(struct form *f, struct arena *a, struct field *fields, int n);
/* In a draft. */
static inline const char *field_name(const struct field *f)
{
	return f->name ? f->name : f->label;
}
struct field *form_at(struct form *f);
struct field *form_field(struct form *f, const char *name);	/* must be there */
/* The answer as an op takes it: NULL where there is none, "" for a check that
 * is on. */
const char *field_value(const struct field *f);
void field_set(struct field *f, const char *value);
/* Tab, arrows, letters. False: not a form's key (Enter in one line, Esc, F2). */
bool form_input(struct form *f, const struct event *e);
void form_choose(struct form *f, int item);	/* a click */
/* An answer is another one now, kept nowhere yet; leaving without it is asked about. */
void form_touch(struct form *f);
/* To the field of this name; where there is none, or it is NULL, it stays. */
void form_go(struct form *f, const char *name);
/* Of the field at hand: what is asked, and of a choice how it is made. */
const char *form_hint(struct form *f);
void form_first(struct form *f);	/* to its begin */
/* To the first that must, or else may, be answered and is not. */
void form_go_empty(struct form *f);
/* Label above its field where the box is narrow. Returns the rows used. */
int form_draw(struct form *f, struct canvas *c, struct box a, int label_cells);
/* Rows that it takes, all fields in full. */
int form_rows(const struct form *f, int cols, int label_cells);

#endif
