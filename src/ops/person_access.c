/* person access: what is noted of reading, beside the log of what was changed. */
#include "replife/log_store.h"
#include "rows.h"
#include "seats.h"

static const struct column columns[] = {
	{ "no", "No.", V_INT, SHOW_ALL, 0, false },
	{ "at", "When", V_INSTANT, SHOW_ALL, 0, false },
	{ "actor", "Who", V_TEXT, SHOW_ALL, 0, false },
	{ "op", "What", V_TEXT, SHOW_ALL, 0, true },
	{ "outcome", "Outcome", V_TEXT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static const struct param params[] = {
	{ .name = "since", .type = P_INSTANT, .help = "from this day or moment on" },
	{ .name = NULL } };

static enum rc run(struct call *c, struct err *err)
{
	struct reply *r = c->reply;
	int64_t before, last = 0;
	struct stmt *s;
	bool all;
	enum rc rc = page_after(c, 0, &before, err);

	if (!rc)
		rc = runs_all(c, &all, err);
	if (rc)
		return rc;
	r->empty = "Nobody read a team's report, and nothing was refused";
	s = log_accesses(c->st, all ? 0 : c->me.id, arg_int(c, "since", 0), before, page_rows(c));
	while (stmt_row(s)) {
		struct value *row;

		if (c->rq->limit && r->n_rows == (size_t)c->rq->limit) {
			r->next = arena_printf(c->arena, "%lld", (long long)last);
			break;
		}
		row = reply_row(r);
		last = col_int(s, 0);
		put_int(r, row, "no", last);
		put_instant(r, row, "at", col_int(s, 1));
		put_text(r, row, "actor", col_text(s, 2, c->arena));
		put_text(r, row, "op", col_text(s, 3, c->arena));
		put_text(r, row, "outcome", col_text(s, 4, c->arena));
	}
	return stmt_done(s, err);
}

const struct op op_person_access = {
	.name = "person access", .summary = "Who read a team's report, and what was refused, the newest first",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .params = params,
	.result = columns, .example = "person access --since yesterday", .run = run,
};
