/*
 * Who may do what to which object.
 *
 * Each op's row says which roles may call it (`who`) and, where it acts on
 * something of somebody's, what that is and who besides lifecycle may (`acts`).
 * Who sees an object at all goes by its kind. access_verdict() decides, from
 * nothing but these: the ops ask it with what the store says (may(), in the ops
 * layer), the printed matrix with every case there is.
 */
#ifndef REPLIFE_ACCESS_H
#define REPLIFE_ACCESS_H

#include <stdbool.h>

struct op;

enum object_kind {
	ON_NOTHING,
	ON_SESSION, ON_BOOKING, ON_NOTE, ON_REMARK, ON_LEAD, ON_THEME, ON_ACTION, ON_PERIOD,
	ON_HOURS, ON_DAY, ON_PERSON, ON_PROGRAM,
	ON_ENTRY,	/* of the log */
	ON_ALL,		/* everything at once, over all programs */
	N_OBJECT_KINDS
};

/* How somebody stands to an object; or-ed. */
enum relation {
	REL_SELF = 1,		/* it is they */
	REL_REP = 2,		/* their session, or hours, or words */
	REL_MARKETER = 4,	/* they booked it */
	REL_AUTHOR = 8,		/* they wrote it, or did it */
	REL_OWNER = 16,		/* they are to see to it */
	REL_ANYBODY = 32,
};
#define N_RELATIONS 5		/* those that somebody stands in, REL_ANYBODY not */

enum acts_flag {
	ACTS_ALONE = 1,		/* nobody else may, lifecycle and the owner neither */
	ACTS_BARS = 2,		/* `by` says who may not, lifecycle neither; the owner may */
};

/* What an op acts on, and who may. Tables of these end with param NULL. */
struct acts {
	/*
	 * The parameter that names the object. A person who is not named is the
	 * caller. ON_PROGRAM, ON_ALL: giving it is what is decided on.
	 */
	const char *param;
	enum object_kind on;
	unsigned by;		/* enum relation: who may, besides lifecycle */
	unsigned flags;		/* enum acts_flag */
	const char *only;	/* P_WORD: only where this was said */
	unsigned holds;		/* ON_PERSON: the role (ROLE_BIT) that the person must have */
	const char *what;	/* how a refusal calls it; NULL: its ref */
	const char *says, *todo;	/* a refusal in words of its own; NULL: "B-12 is Zoe Park's" */
};

enum verdict {
	MAY_YES,
	MAY_DENIED,		/* they see it, and may not: exit 5 */
	MAY_NOT_SEE,	/* they may not see it: exit 3 */
};

/* What is known of who asks, and of the object. */
struct standing {
	bool owner;		/* of the store */
	unsigned roles;		/* ROLE_BITs, in the call's program */
	unsigned is;		/* enum relation, to the object */
	bool runs;		/* lifecycle where the object belongs, or the owner */
	bool open;		/* this one is there for everybody */
	unsigned has;		/* ON_PERSON: that person's ROLE_BITs */
};

/* `on` ON_NOTHING: may they call it at all? `a` NULL: who sees it may. */
enum verdict access_verdict(const struct op *op, enum object_kind on, const struct acts *a,
			  const struct standing *s);

/* What people call an object, and who stands how to it. */
struct object_words {
	const char *noun;	/* "booking" */
	char letter;		/* of its refs; 0: none */
	unsigned seen_by;	/* enum relation, besides lifecycle */
	const char *stands[N_RELATIONS];	/* "its rep"; NULL: nobody can */
	const char *hidden;	/* one that not everybody sees, where others are open: "a draft" */
};
extern const struct object_words object_words[N_OBJECT_KINDS];
enum object_kind object_of_letter(char letter);	/* ON_NOTHING: of none */

#endif
