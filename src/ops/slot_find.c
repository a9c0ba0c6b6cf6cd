/* find: what a marketer can sit in on. */
#include <string.h>

#include "replife/person_store.h"
#include "replife/utf8.h"
#include "rows.h"
#include "seats.h"

#define WEEK_S (7 * 24 * 3600)

static const struct param find_params[] = {
	{ .name = "when", .type = P_SPAN, .flags = REST,
	  .help = "a day, a week, a month; the next seven days if left out" },
	{ .name = "rep", .type = P_PERSON, .help = "with this rep" },
	{ .name = "team", .type = P_NAME, .help = "with reps of this team" },
	{ .name = "segment", .type = P_NAME, .help = "with reps of this segment" },
	{ .name = "free", .type = P_FLAG, .help = "only with a free seat" },
	{ .name = "from", .type = P_INSTANT, .help = "not before" },
	{ .name = "to", .type = P_INSTANT, .flags = UNTIL, .help = "not after" },
	{ .name = NULL }
};

/* The span that was asked for, from now on. */
static enum rc find_span(struct call *c, struct slot_query *q, struct err *err)
{
	const struct bound *when = arg_get(c, "when");

	q->from_s = c->now_s + 1;
	q->to_s = c->now_s + WEEK_S;
	if (when) {
		q->from_s = when->i;
		q->to_s = when->end;
	} else if (arg_has(c, "from")) {
		q->from_s = arg_int(c, "from", 0);
		q->to_s = q->from_s + WEEK_S;
	}
	if (arg_has(c, "to")) {
		q->to_s = arg_int(c, "to", 0);
		if (arg_has(c, "from") && q->to_s <= q->from_s) {
			err_set(err, RC_USAGE, "--to lies before --from");
			return err_todo(err, "Swap them");
		}
	}
	if (q->from_s <= c->now_s)
		q->from_s = c->now_s + 1;
	return RC_OK;
}

/* Nobody hosts there: a slip of the fingers? */
static enum rc check_group(struct call *c, struct stmt *names, const char *what, const char *typed,
			   struct err *err)
{
	const char *near = NULL, *all = NULL;
	bool known = false;
	unsigned best = 3;
	size_t n;

	while (stmt_row(names)) {
		const char *name = col_text(names, 0, c->arena);
		const char *folded = utf8_fold(c->arena, name, strlen(name), &n);
		unsigned d = word_distance(utf8_fold(c->arena, typed, strlen(typed), &n), folded, best);

		known |= !d;
		if (d < best) {
			best = d;
			near = name;
		}
		all = all ? arena_printf(c->arena, "%s, %s", all, name) : name;
	}
	if (!known && all)
		c->reply->empty = near
			? arena_printf(c->arena, "No rep is in a %s '%s'. Did you mean '%s'?", what, typed, near)
			: arena_printf(c->arena, "No rep is in a %s '%s'. There is: %s", what, typed, all);
	return stmt_done(names, err);
}

static void say_nothing(struct call *c, const struct slot_query *q)
{
	int64_t id, next_s, after_s = q->to_s > c->now_s ? q->to_s - 1 : c->now_s;
	int64_t from_s = c->now_s + c->program.notice_min * 60;
	bool filtered = q->team || q->segment;
	const char *next = say_next_free(c, q->rep_id, c->me.id,
					 after_s > from_s ? after_s : from_s, &id, &next_s);

	if (q->to_s <= c->now_s)
		c->reply->empty = "That time is over. See what is ahead: replife find";
	else if (next)
		c->reply->empty = arena_printf(c->arena,
			"Nothing to sit in on%s then. The next free session is %s: "
			"replife book S-%lld, or replife find --from %s",
			filtered ? " with those reps" : "", next, (long long)id,
			say_iso_day(c, next_s));
	else if (q->rep_id)
		c->reply->empty = arena_printf(c->arena,
			"%s has no free session ahead. See what others offer: replife find",
			say_name(c, q->rep_id));
	else
		c->reply->empty = "No session is free ahead. Reps publish theirs with: "
				  "replife hours add, then replife hours publish";
}

/* The program's periods are few, and a list's rows come in order of time. */
static enum rc fill_period(struct call *c, struct period *p, struct slot_view *v, struct err *err)
{
	enum rc rc = RC_OK;

	v->program = c->program.name;
	if (v->slot.begin_s < p->begin_s || v->slot.begin_s >= p->end_s)
		rc = period_at(c, c->program.id, v->slot.begin_s, p, err);
	v->period_id = p->id;
	v->period = p->id ? p->name : NULL;
	return rc;
}

enum rc put_slots(struct call *c, struct slot_query *q, struct err *err)
{
	struct slot_view v = { 0 };
	struct period period = { 0 };
	struct stmt *s;
	int64_t last = 0;
	enum rc rc = page_after(c, 'S', &q->after_id, err);

	if (!rc && q->after_id) {
		rc = slot_view_get(c->st, c->arena, q->after_id, &v, err);
		q->after_s = v.slot.begin_s;
	}
	if (rc)
		return rc;
	q->limit = page_rows(c);
	s = slots_query(c->st, q);
	while (!rc && slots_next(s, c->arena, &v) && !page_full(c, 'S', last)) {
		rc = fill_period(c, &period, &v, err);
		put_slot(c, &v);
		last = v.slot.id;
	}
	return rc ? rc : stmt_done(s, err);
}

static enum rc run_find(struct call *c, struct err *err)
{
	struct slot_query q = {
		.program_id = c->program.id, .rep_id = arg_int(c, "rep", 0),
		.team = arg_text(c, "team"), .segment = arg_text(c, "segment"),
		.open_only = true, .free_only = arg_has(c, "free"),
	};
	enum rc rc = find_span(c, &q, err);

	if (!rc)
		rc = put_slots(c, &q, err);
	if (!rc && !c->reply->n_rows && !q.after_id) {
		say_nothing(c, &q);
		if (q.team)
			rc = check_group(c, host_teams(c->st, c->program.id), "team", q.team, err);
		if (!rc && q.segment)
			rc = check_group(c, host_segments(c->st, c->program.id), "segment", q.segment, err);
	}
	if (!rc && !c->reply->empty)
		c->reply->empty = "No more sessions in that time";
	return rc;
}

/* op_find is the table's own look-up. */
const struct op op_find_sessions = {
	.name = "find", .summary = "Find a session to sit in on",
	.details = "Open sessions in time order; without a time, those of the next seven days. "
		   "A full one can be queued for: replife book SESSION --wait.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = find_params,
	.result = find_columns, .example = "find next week", .run = run_find,
};
