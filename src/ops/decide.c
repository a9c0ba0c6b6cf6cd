/* Who may do what: the decision, from nothing but the tables. */
#include "replife/access.h"

#include "replife/core.h"
#include "replife/op.h"

#define EVERYBODY .seen_by = REL_ANYBODY
/* Indexed by the bit of the relation. */
#define SELF 0
#define REP 1
#define MARKETER 2
#define AUTHOR 3
#define OWNER 4

const struct object_words object_words[N_OBJECT_KINDS] = {
	[ON_SESSION] = { .noun = "session", .letter = 'S', .seen_by = REL_REP,
			 .stands = { [REP] = "its rep" }, .hidden = "a draft" },
	[ON_BOOKING] = { .noun = "booking", .letter = 'B', .seen_by = REL_REP | REL_MARKETER,
			 .stands = { [REP] = "its rep", [MARKETER] = "who booked it" } },
	[ON_NOTE] = { .noun = "write-up", .letter = 'N', .seen_by = REL_REP | REL_AUTHOR,
		      .stands = { [REP] = "the session's rep", [AUTHOR] = "its author" } },
	[ON_REMARK] = { .noun = "remark", .letter = 'O', .seen_by = REL_REP | REL_AUTHOR,
			.stands = { [REP] = "whose words it is", [AUTHOR] = "its author" },
			.hidden = "not to be quoted" },
	[ON_LEAD] = { .noun = "lead", .letter = 'L', .seen_by = REL_AUTHOR,
		      .stands = { [AUTHOR] = "its author" } },
	[ON_THEME] = { .noun = "theme", .letter = 'T', EVERYBODY },
	[ON_ACTION] = { .noun = "action", .letter = 'A', EVERYBODY, .stands = { [OWNER] = "its owner" } },
	[ON_PERIOD] = { .noun = "period", .letter = 'P', EVERYBODY },
	[ON_HOURS] = { .noun = "weekly hours", .letter = 'R', EVERYBODY, .stands = { [REP] = "their rep" } },
	[ON_DAY] = { .noun = "day off", .letter = 'H', EVERYBODY, .stands = { [REP] = "their rep" } },
	[ON_PERSON] = { .noun = "person", EVERYBODY, .stands = { [SELF] = "oneself" } },
	[ON_PROGRAM] = { .noun = "program", EVERYBODY },
	[ON_ENTRY] = { .noun = "log entry", .seen_by = REL_AUTHOR, .stands = { [AUTHOR] = "who did it" } },
	[ON_ALL] = { .noun = "everything", EVERYBODY },
};

enum object_kind object_of_letter(char letter)
{
	enum object_kind on = N_OBJECT_KINDS;

	while (letter && --on > ON_NOTHING)
		if (object_words[on].letter == letter)
			return on;
	return ON_NOTHING;
}

/* Lifecycle and the store's owner may call what others may; some is the owner's. */
static bool may_call(const struct op *op, const struct standing *s)
{
	unsigned lifecycle = ROLE_BIT(ROLE_LIFECYCLE);

	if (s->owner || (op->who & WHO_ANYBODY) == WHO_ANYBODY)
		return true;
	if (s->roles & lifecycle)
		return op->who != WHO_OWNER;
	return (op->who & WHO_REP && s->roles & ROLE_BIT(ROLE_REP)) ||
	       (op->who & WHO_MARKETER && s->roles & ROLE_BIT(ROLE_MARKETER));
}

enum verdict access_verdict(const struct op *op, enum object_kind on, const struct acts *a,
			  const struct standing *s)
{
	unsigned is = s->is | REL_ANYBODY;

	if (!may_call(op, s))
		return MAY_DENIED;
	if (on == ON_NOTHING)
		return MAY_YES;
	if (!s->runs && !s->open && !(is & object_words[on].seen_by))
		return MAY_NOT_SEE;
	if (!a)
		return MAY_YES;
	if (a->holds && !(s->has & a->holds))
		return MAY_DENIED;
	if (a->flags & ACTS_BARS)
		return is & a->by && !s->owner ? MAY_DENIED : MAY_YES;
	if (is & a->by || (s->runs && !(a->flags & ACTS_ALONE)))
		return MAY_YES;
	return MAY_DENIED;
}
