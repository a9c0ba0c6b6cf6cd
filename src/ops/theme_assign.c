/* theme assign, unassign, move, accept, set-aside: a person's word on where a
 * remark belongs. It stands over the codebook's. */
#include "notes.h"
#include "rows.h"

#define REMARK_PARAM                                                          \
	{ .name = "remark", .type = P_REF, .flags = REQUIRED | POSITIONAL,   \
	  .letter = 'O', .help = "the remark, as O-90" }
#define ALSO_PARAM                                                            \
	{ .name = "also", .type = P_REF, .flags = REPEATED, .letter = 'O', .meta = "OBS", \
	  .help = "another remark, to do the same with it; all of them or none" }
#define END { .name = NULL }

/* What a change of codings is about. */
struct pair {
	struct observation_view v;
	struct coding *had;	/* of the remark in the theme, what stands first */
	size_t n;
};

/* The nth that is named: OBS, then each --also; 0: there are no more. */
static int64_t remark_named(const struct call *c, size_t n)
{
	const struct bound *b = n ? arg_nth(c, "also", n - 1) : arg_get(c, "remark");

	return b ? b->i : 0;
}

/* One that is named twice is done once. */
static bool named_before(const struct call *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (remark_named(c, i) == remark_named(c, n))
			return true;
	return false;
}

/* A refusal names the remark. */
static enum rc named_to_change(struct call *c, int64_t id, struct observation_view *v, struct err *err)
{
	enum rc rc = observation_view_get(c->st, c->arena, id, v, err);

	if (rc)
		return rc;
	if (v->note.state != NOTE_SUBMITTED) {
		err_conflict(err, REASON_STATE, "the write-up of %s was withdrawn",
			     ref_of(c, 'O', v->o.id));
		return err_todo(err, "Choose another: replife note list");
	}
	rc = check_frozen(c, &v->note, err);
	return rc == RC_CONFLICT ? err_prefix(err, "%s: ", ref_of(c, 'O', id)) : rc;
}

static enum rc remark_to_change(struct call *c, struct observation_view *v, struct err *err)
{
	return named_to_change(c, arg_int(c, "remark", 0), v, err);
}

static enum rc look_at(struct call *c, struct pair *p, int64_t theme_id, struct err *err)
{
	return codings_of_pair(c->st, c->arena, p->v.o.id, theme_id, &p->had, &p->n, err);
}

/* Whether a person, the codebook, or at `least` a suggestion has it there. */
static bool is_in(const struct pair *p, enum coding_by least)
{
	return p->n && p->had[0].state == CODING_ACTIVE && p->had[0].by <= least;
}

static enum rc say_so(struct call *c, struct pair *p, int64_t theme_id,
		      enum coding_state state, struct err *err)
{
	struct coding k = { .observation_id = p->v.o.id, .theme_id = theme_id, .state = state };

	return say_coding(c, p->had, p->n, &k, err);
}

static enum rc put_in(struct call *c, struct pair *p, const struct theme *t, struct err *err)
{
	enum rc rc = check_theme_takes(c, t, err);

	if (!rc)
		rc = look_at(c, p, t->id, err);
	if (!rc)
		rc = say_so(c, p, t->id, CODING_ACTIVE, err);
	if (rc || !p->v.o.set_aside)
		return rc;
	p->v.o.set_aside = NULL;
	return ent_update(c->st, &ent_observation, &p->v.o, err);
}

static enum rc take_out(struct call *c, struct pair *p, const struct theme *t, struct err *err)
{
	struct remark_themes in;
	enum rc rc = look_at(c, p, t->id, err);

	if (rc)
		return rc;
	if (is_in(p, BY_SUGGESTED))
		return say_so(c, p, t->id, CODING_REMOVED, err);
	rc = remark_themes(c, p->v.o.id, &in, err);
	if (rc)
		return rc;
	err_conflict(err, REASON_STATE, "%s is not in %s (%s)", ref_of(c, 'O', p->v.o.id),
		     ref_of(c, 'T', t->id), t->name);
	if (in.n)
		return err_todo(err, "It is in: %s. To put it here, too: replife theme assign %s %s", in.names,
				ref_of(c, 'O', p->v.o.id), ref_of(c, 'T', t->id));
	return err_todo(err, "It is in no theme: replife theme assign %s THEME",
			ref_of(c, 'O', p->v.o.id));
}

/* "O-132", or "3 remarks", with its verb: one "is", several "are". */
static const char *say_remarks(struct call *c, int64_t id, size_t n)
{
	return n == 1 ? arena_printf(c->arena, "%s is", ref_of(c, 'O', id))
		      : arena_printf(c->arena, "%zu remarks are", n);
}

static enum rc say_done(struct call *c, const struct pair *p, const char *done,
			const struct theme *t, struct err *err)
{
	c->reply->record = true;
	reply_message(c->reply, "%s %s %s: %s", ref_of(c, 'O', p->v.o.id), done,
		      ref_of(c, 'T', t->id), t->name);
	return put_observation(c, &p->v.o, err);
}

/* ---- assign, unassign ---- */

static const struct param pair_params[] = {
	REMARK_PARAM,
	{ .name = "theme", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme, by name or as T-4" },
	END };

static const struct param assign_params[] = {
	REMARK_PARAM,
	{ .name = "theme", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme, by name or as T-4" },
	ALSO_PARAM,
	END };

static enum rc run_assign(struct call *c, struct err *err)
{
	struct pair p = { 0 };
	struct theme t;
	size_t done = 0;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);

	for (size_t i = 0; !rc && remark_named(c, i); i++) {
		if (named_before(c, i))
			continue;
		rc = named_to_change(c, remark_named(c, i), &p.v, err);
		if (!rc)
			rc = put_in(c, &p, &t, err);
		if (!rc)
			rc = put_observation(c, &p.v.o, err);
		done++;
	}
	if (rc)
		return rc;
	c->reply->record = done == 1;
	reply_message(c->reply, "%s in %s: %s", say_remarks(c, p.v.o.id, done), ref_of(c, 'T', t.id),
		      t.name);
	return RC_OK;
}

const struct op op_theme_assign = {
	.name = "theme assign", .summary = "Put a remark into a theme by hand",
	.details = "Several at once with --also: all of them or none, and undo takes all back.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = assign_params,
	.result = observation_columns, .example = "theme assign O-132 T-4", .run = run_assign,
};

static enum rc run_unassign(struct call *c, struct err *err)
{
	struct pair p;
	struct theme t;
	enum rc rc = remark_to_change(c, &p.v, err);

	if (!rc)
		rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);
	if (!rc)
		rc = take_out(c, &p, &t, err);
	return rc ? rc : say_done(c, &p, "is no longer in", &t, err);
}

const struct op op_theme_unassign = {
	.name = "theme unassign", .summary = "Take a remark out of a theme",
	.details = "It stays out, whatever the theme's words say. A suggestion is turned down so.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = pair_params,
	.result = observation_columns, .example = "theme unassign O-152 T-10",
	.run = run_unassign,
};

/* ---- move ---- */

static const struct param move_params[] = {
	REMARK_PARAM,
	{ .name = "from", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme that it is in", .meta = "FROM" },
	{ .name = "into", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme that it belongs to", .meta = "INTO" },
	END };

static enum rc run_move(struct call *c, struct err *err)
{
	struct pair p;
	struct theme from = { 0 }, into = { 0 };
	enum rc rc = remark_to_change(c, &p.v, err);

	if (!rc)
		rc = ent_get(c->st, &ent_theme, arg_int(c, "from", 0), c->arena, &from, err);
	if (!rc)
		rc = ent_get(c->st, &ent_theme, arg_int(c, "into", 0), c->arena, &into, err);
	if (!rc && from.id == into.id) {
		err_set(err, RC_USAGE, "FROM and INTO are the same theme");
		rc = err_todo(err, "Name two: replife theme list");
	}
	if (!rc)
		rc = take_out(c, &p, &from, err);
	if (!rc)
		rc = put_in(c, &p, &into, err);
	return rc ? rc : say_done(c, &p, "moved to", &into, err);
}

const struct op op_theme_move = {
	.name = "theme move", .summary = "Move a remark from one theme to another",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = move_params,
	.result = observation_columns, .example = "theme move O-152 T-10 T-5", .run = run_move,
};

/* ---- split ---- */

static const struct param split_params[] = {
	{ .name = "theme", .type = P_THEME, .flags = REQUIRED | POSITIONAL, .help = "the theme that is too wide" },
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL, .help = "what is heard in those, in a few words" },
	{ .name = "remark", .type = P_REF, .flags = REQUIRED, .letter = 'O', .meta = "OBS",
	  .help = "a remark that goes into the new one" },
	ALSO_PARAM,
	{ .name = "term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS", .help = "words that put later remarks there, too" },
	{ .name = "part", .type = P_FLAG, .help = "the new theme is a part of this one" },
	END };

/* Each that is named leaves the one for the other: a person said so of both. */
static enum rc move_named(struct call *c, const struct theme *from, const struct theme *into, size_t *done,
			  struct err *err)
{
	struct pair p = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && remark_named(c, i); i++) {
		if (named_before(c, i))
			continue;
		rc = named_to_change(c, remark_named(c, i), &p.v, err);
		if (!rc)
			rc = take_out(c, &p, from, err);
		if (!rc)
			rc = put_in(c, &p, into, err);
		++*done;
	}
	return rc;
}

static enum rc run_split(struct call *c, struct err *err)
{
	struct theme from = { 0 }, into = { .program_id = c->program.id, .name = arg_text(c, "name"),
					    .state = THEME_ACTIVE };
	size_t done = 0;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &from, err);

	if (!rc)
		rc = check_theme_takes(c, &from, err);
	if (!rc)
		rc = check_theme_name(c, into.name, 0, err);
	if (!rc)
		rc = terms_with(c, NULL, &into.terms, err);
	into.area = from.area;
	into.parent_id = arg_has(c, "part") ? from.id : from.parent_id;
	if (!rc)
		rc = ent_insert(c->st, &ent_theme, &into, err);
	if (!rc)
		rc = move_named(c, &from, &into, &done, err);
	if (rc)
		return rc;
	reply_message(c->reply, "%s: %s has %zu remark%s of %s: %s", ref_of(c, 'T', into.id), into.name, done,
		      PLURAL(done), ref_of(c, 'T', from.id), from.name);
	return put_theme_now(c, &into, err);
}

const struct op op_theme_split = {
	.name = "theme split", .summary = "Make two themes of one: these remarks go into a new one",
	.details = "The new theme has the area of the old one. Its words stay with the old theme.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = split_params,
	.result = theme_columns, .example = "theme split T-10 'Alerts on paper' --remark O-152",
	.run = run_split,
};

/* ---- accept ---- */

static enum rc run_accept(struct call *c, struct err *err)
{
	struct pair p;
	struct theme t = { 0 };
	enum rc rc = remark_to_change(c, &p.v, err);

	if (!rc)
		rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);
	if (!rc)
		rc = look_at(c, &p, t.id, err);
	if (rc)
		return rc;
	if (!p.n || p.had[0].by != BY_SUGGESTED || p.had[0].state != CODING_ACTIVE) {
		err_conflict(err, REASON_STATE, "%s is not suggested for %s (%s)",
			     ref_of(c, 'O', p.v.o.id), ref_of(c, 'T', t.id), t.name);
		return err_todo(err, is_in(&p, BY_CODEBOOK) ? "It is in there already: replife theme show T-%lld"
					       : "Put it there yourself: replife theme assign O-%lld THEME",
				(long long)(is_in(&p, BY_CODEBOOK) ? t.id : p.v.o.id));
	}
	rc = put_in(c, &p, &t, err);
	return rc ? rc : say_done(c, &p, "is in", &t, err);
}

const struct op op_theme_accept = {
	.name = "theme accept", .summary = "Accept that a suggested remark belongs to a theme",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = pair_params,
	.result = observation_columns, .example = "theme accept O-132 T-4", .run = run_accept,
};

/* ---- set-aside ---- */

static const struct param aside_params[] = {
	REMARK_PARAM,
	ALSO_PARAM,
	{ .name = "reason", .type = P_LINE, .help = "why no theme needs it" },
	{ .name = "back", .type = P_FLAG, .help = "take it up again" },
	END };

static enum rc set_one_aside(struct call *c, int64_t id, struct err *err)
{
	struct observation_view v;
	struct remark_themes in;
	const char *reason = arg_text(c, "reason");
	enum rc rc = named_to_change(c, id, &v, err);

	if (!rc)
		rc = remark_themes(c, id, &in, err);
	if (rc)
		return rc;
	if (in.n && !arg_has(c, "back")) {
		err_conflict(err, REASON_STATE, "%s is in a theme: %s", ref_of(c, 'O', id), in.names);
		return err_todo(err, "Take it out first: replife theme unassign %s %s",
				ref_of(c, 'O', id), in.refs[0]);
	}
	if (arg_has(c, "back") && !v.o.set_aside) {
		err_conflict(err, REASON_STATE, "%s is not set aside", ref_of(c, 'O', id));
		return err_todo(err, "See the remarks: replife note remarks");
	}
	v.o.set_aside = arg_has(c, "back") ? NULL : reason && *reason ? reason : "set aside";
	rc = ent_update(c->st, &ent_observation, &v.o, err);
	return rc ? rc : put_observation(c, &v.o, err);
}

static enum rc run_set_aside(struct call *c, struct err *err)
{
	int64_t id = arg_int(c, "remark", 0);
	size_t done = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && remark_named(c, i); i++) {
		if (named_before(c, i))
			continue;
		rc = set_one_aside(c, remark_named(c, i), err);
		done++;
	}
	if (rc)
		return rc;
	c->reply->record = done == 1;
	if (!arg_has(c, "back"))
		reply_message(c->reply, "%s set aside: no theme needs %s", say_remarks(c, id, done),
			      done == 1 ? "it" : "them");
	else if (done == 1)
		reply_message(c->reply, "%s waits for a theme again", ref_of(c, 'O', id));
	else
		reply_message(c->reply, "%zu remarks wait for a theme again", done);
	return RC_OK;
}

const struct op op_theme_set_aside = {
	.name = "theme set-aside", .summary = "Say that a remark needs no theme",
	.details = "Several at once with --also: all of them or none, and undo takes all back.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = aside_params,
	.result = observation_columns, .run = run_set_aside,
	.example = "theme set-aside O-132 --reason 'about the coffee'",
};
