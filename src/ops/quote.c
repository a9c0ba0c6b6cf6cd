/* quote star, unstar, hold-back, clear: which remarks are shown word by word. */
#include "notes.h"
#include "rows.h"
#include "seats.h"

static const struct param quote_params[] = {
	{ .name = "remark", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'O',
	  .help = "the remark, as O-90" },
	{ .name = NULL } };

static enum rc quote_wanted(struct call *c, struct observation_view *v, struct err *err)
{
	enum rc rc = observation_view_get(c->st, c->arena, arg_int(c, "remark", 0), v, err);

	if (rc || v->note.state == NOTE_SUBMITTED)
		return rc;
	err_conflict(err, REASON_STATE, "the write-up of %s was withdrawn", ref_of(c, 'O', v->o.id));
	return err_todo(err, "Choose another: replife note list");
}

static enum rc write_quote(struct call *c, const struct observation *o, const char *done,
			   struct err *err)
{
	enum rc rc = ent_update(c->st, &ent_observation, o, err);

	if (!rc)
		rc = put_observation(c, o, err);
	c->reply->record = true;
	if (!rc)
		reply_message(c->reply, "%s %s", ref_of(c, 'O', o->id), done);
	return rc;
}

static enum rc run_star(struct call *c, struct err *err)
{
	struct observation_view v;
	enum rc rc = quote_wanted(c, &v, err);

	if (rc)
		return rc;
	if (!v.o.may_quote || v.o.held_back) {
		err_conflict(err, REASON_STATE, "%s %s", ref_of(c, 'O', v.o.id),
			     v.o.may_quote ? "is held back" : "may not be quoted");
		if (v.o.may_quote)
			return err_todo(err, "Ask whoever held it back, or choose another");
		return err_todo(err, "Its author can allow it: replife note edit N-%lld --may-quote",
				(long long)v.note.id);
	}
	v.o.starred = true;
	if (v.o.words_of == WORDS_REP && !v.o.cleared)
		reply_warn(c->reply, "it is shown once %s has cleared it (replife quote clear O-%lld)",
			   v.rep_id ? say_name(c, v.rep_id) : "the rep", (long long)v.o.id);
	return write_quote(c, &v.o, "is starred: it comes first where its theme is quoted", err);
}

const struct op op_quote_star = {
	.name = "quote star", .summary = "Show this remark first where its theme is quoted",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = quote_params,
	.result = observation_columns, .example = "quote star O-90", .run = run_star,
};

static enum rc run_unstar(struct call *c, struct err *err)
{
	struct observation_view v;
	enum rc rc = quote_wanted(c, &v, err);

	if (rc)
		return rc;
	v.o.starred = false;
	return write_quote(c, &v.o, arena_printf(c->arena, "has no star: %s", say_quotable(&v.o)), err);
}

const struct op op_quote_unstar = {
	.name = "quote unstar", .summary = "Take the star from a remark",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = quote_params,
	.result = observation_columns, .example = "quote unstar O-90", .run = run_unstar,
};

/* Held back by the rep whose words they are, they stay cleared: the rep alone
 * said so, and may say otherwise. What others hold back, the rep does not take. */
static enum rc run_hold_back(struct call *c, struct err *err)
{
	struct observation_view v;
	enum rc rc = quote_wanted(c, &v, err);
	bool own = !rc && v.o.words_of == WORDS_REP && v.rep_id == c->me.id;

	if (rc)
		return rc;
	v.o.cleared = own && (!v.o.held_back || v.o.cleared);
	v.o.held_back = true;
	v.o.starred = false;
	return write_quote(c, &v.o, "is held back: from now on it is not quoted, but a report that is closed stays as it is", err);
}

const struct op op_quote_hold_back = {
	.name = "quote hold-back", .summary = "Never show a remark word by word",
	.details = "Its author, the rep whose words it is, and lifecycle may. It still counts in "
		   "its themes.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	ACTS({ .param = "remark", .on = ON_REMARK, .by = REL_AUTHOR | REL_REP,
	       .says = "a remark is held back by its author, the rep whose words it is, or lifecycle",
	       .todo = "Ask somebody of lifecycle: replife person list --role lifecycle" }),
	.params = quote_params,
	.result = observation_columns, .example = "quote hold-back O-90", .run = run_hold_back,
};

static enum rc run_clear(struct call *c, struct err *err)
{
	struct observation_view v;
	const char *ref = ref_of(c, 'O', arg_int(c, "remark", 0));
	enum rc rc = quote_wanted(c, &v, err);

	if (rc)
		return rc;
	if (v.o.words_of != WORDS_REP || !v.rep_id) {
		err_conflict(err, REASON_STATE, "%s is not in a rep's words", ref);
		return err_todo(err, "Nothing has to be cleared");
	}
	if (v.o.held_back && !v.o.cleared) {
		err_conflict(err, REASON_STATE, "%s is held back, and not by you", ref);
		return err_todo(err, "Ask its author, or somebody of lifecycle, who can undo that");
	}
	v.o.cleared = true;
	v.o.held_back = false;
	return write_quote(c, &v.o, arena_printf(c->arena, "is cleared: %s", say_quotable(&v.o)), err);
}

const struct op op_quote_clear = {
	.name = "quote clear", .summary = "Allow your own words to be shown",
	.details = "Only the rep whose words they are, and not where others hold them back. What waits: "
		   "replife note list --to-clear.",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "remark", .on = ON_REMARK, .by = REL_REP, .flags = ACTS_ALONE,
	       .says = "only the rep whose words they are clears them" }),
	.params = quote_params,
	.result = observation_columns, .example = "--as dana quote clear O-152", .run = run_clear,
};
