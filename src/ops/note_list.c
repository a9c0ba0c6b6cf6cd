/* note list, show. */
#include "notes.h"
#include "replife/close_store.h"
#include "rows.h"
#include "seats.h"

/* ---- list ---- */

static const struct param list_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "of this period" },
	{ .name = "uncoded", .type = P_FLAG, .help = "only those with a remark in no theme" },
	{ .name = "author", .type = P_PERSON, .help = "by this person (lifecycle; else your own)" },
	{ .name = "to-clear", .type = P_FLAG,
	  .help = "only those with words of yours that wait to be cleared (reps)" },
	{ .name = NULL } };

static enum rc list_query(struct call *c, struct note_query *q, struct err *err)
{
	struct note_view v;
	struct period period;
	enum rc rc;

	q->program_id = c->program.id;
	q->uncoded = arg_has(c, "uncoded");
	q->limit = page_rows(c);
	q->author_id = arg_int(c, "author", is_lifecycle(c) ? 0 : c->me.id);
	if (arg_has(c, "to-clear"))
		q->to_clear_by = c->me.id;
	rc = said_in(c, false, &period, err);
	if (!rc)
		rc = page_after(c, 'N', &q->after_id, err);
	if (!rc && q->after_id) {
		rc = note_view_get(c->st, c->arena, q->after_id, &v, err);
		q->after_s = v.note.said_s;
	}
	if (rc)
		return rc;
	q->from_s = period.begin_s;
	q->to_s = period.end_s;
	return RC_OK;
}

static enum rc run_list(struct call *c, struct err *err)
{
	struct note_query q = { 0 };
	struct note_view v;
	int64_t last = 0;
	struct stmt *s;
	enum rc rc = list_query(c, &q, err), ended;

	if (rc)
		return rc;
	c->reply->empty = q.to_clear_by ? "No words of yours wait to be cleared"
		: q.uncoded ? "Every remark is in a theme or set aside"
		: "Nothing is written up there. What waits: replife mine --todo";
	s = notes_query(c->st, &q);
	while (!rc && notes_next(s, c->arena, &v) && !page_full(c, 'N', last)) {
		rc = put_note(c, &v, err);
		last = v.note.id;
	}
	ended = stmt_done(s, err);
	return rc ? rc : ended;
}

const struct op op_note_list = {
	.name = "note list", .summary = "List write-ups: your own, or everybody's for lifecycle",
	.effect = EFFECT_READ, .who = WHO_ANYBODY,
	ACTS({ .param = "author", .on = ON_PERSON, .by = REL_SELF, .what = "the list of write-ups" }),
	.params = list_params,
	.result = note_columns, .example = "note list --uncoded", .run = run_list,
};

/* ---- show ---- */

static const struct param show_params[] = {
	{ .name = "note", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'N',
	  .help = "the write-up, as N-31" },
	{ .name = NULL } };

static enum rc run_show(struct call *c, struct err *err)
{
	struct note_view v;
	enum rc rc = note_view_get(c->st, c->arena, arg_int(c, "note", 0), &v, err);

	c->reply->record = true;
	return rc ? rc : put_note_whole(c, &v, err);
}

const struct op op_note_show = {
	.name = "note show", .summary = "Show a write-up with all that was said",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = show_params,
	.result = note_show_columns, .example = "note show N-31", .run = run_show,
};

/* ---- remarks ---- */

static const struct param remark_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "of this period; else of all" },
	{ .name = "uncoded", .type = P_FLAG, .help = "only those that are in no theme" },
	{ .name = "open", .type = P_FLAG, .help = "only those that no closed report holds" },
	{ .name = "second", .type = P_FLAG,
	  .help = "only those that others have coded and you have not, without where they put them" },
	{ .name = NULL } };

static enum rc remarks_wanted(struct call *c, struct span when, int64_t **ids, size_t *n, struct err *err)
{
	if (arg_has(c, "second"))
		return remarks_to_judge(c->st, c->arena, c->program.id, when, c->me.id, ids, n, err);
	return remarks_to_code(c->st, c->arena, c->program.id, when, !arg_has(c, "uncoded"),
			       !arg_has(c, "open"), ids, n, err);
}

static const char *none_wanted(const struct call *c)
{
	if (arg_has(c, "second"))
		return "Nothing waits to be coded a second time by you";
	return arg_has(c, "uncoded") ? "Every remark is in a theme or set aside"
				     : "Nothing was written up then";
}

static enum rc run_remarks(struct call *c, struct err *err)
{
	struct observation_view v;
	struct period period;
	int64_t *ids = NULL, after = 0;
	size_t n = 0;
	enum rc rc = said_in(c, false, &period, err);

	if (!rc)
		rc = page_after(c, 'O', &after, err);
	if (!rc)
		rc = remarks_wanted(c, (struct span){ period.begin_s, period.end_s }, &ids, &n, err);
	c->reply->empty = none_wanted(c);
	/* The latest first: what was said of late is what one looks for. */
	for (int64_t last = 0; !rc && n-- > 0;) {
		if (after && ids[n] >= after)
			continue;
		if (page_full(c, 'O', last))
			break;
		rc = observation_view_get(c->st, c->arena, ids[n], &v, err);
		if (!rc)
			rc = put_heard(c, &v.o, err);
		/* Whoever codes a second time does not see what the first said. */
		if (!rc && arg_has(c, "second"))
			put_list(c->reply, &c->reply->cells[(c->reply->n_rows - 1) * c->reply->n_cols], "themes", NULL, 0);
		last = ids[n];
	}
	c->named = true;
	return rc;
}

const struct op op_note_remarks = {
	.name = "note remarks", .summary = "List what was remarked, the latest first",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .params = remark_params,
	.result = remark_columns, .example = "note remarks --uncoded", .run = run_remarks,
};

/* ---- what is missing ---- */

static const struct param missing_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "of this period; the running one if left out" },
	{ .name = "outcome", .type = P_FLAG, .help = "those whose outcome nobody has said" },
	{ .name = NULL } };

static enum rc run_missing(struct call *c, struct err *err)
{
	struct booking_view v;
	struct period period;
	int64_t *ids, most = c->rq->limit ? c->rq->limit : 1000;
	struct stmt *s;
	size_t n = 0;
	enum rc rc = said_in(c, true, &period, err);

	if (rc)
		return rc;
	c->named = true;
	c->reply->empty = arena_printf(c->arena, arg_has(c, "outcome") ? "Of %s every session's outcome is known"
				       : "Of %s no write-up is missing", period.name ? period.name : "all");
	ids = arena_array(c->arena, int64_t, (size_t)most + 1);
	s = close_bookings(c->st, c->program.id, &period, c->now_s, arg_has(c, "outcome"), most);
	while (stmt_row(s))
		ids[n++] = col_int(s, 0);
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = put_booking_now(c, ids[i], &v, err);
	return rc;
}

const struct op op_note_missing = {
	.name = "note missing", .summary = "List the sessions that nobody has written up",
	.details = "Ask for them, or: replife note excuse BOOKING --reason WHY.",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .params = missing_params,
	.result = booking_columns, .example = "note missing", .run = run_missing,
};
