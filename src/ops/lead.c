/* lead list: what was seen of leads that Marketing brought. */
#include "notes.h"
#include "rows.h"
#include "seats.h"

static const struct param list_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "seen in this period" },
	{ .name = NULL } };

static enum rc run_list(struct call *c, struct err *err)
{
	struct lead_query q = {
		.program_id = c->program.id, .author_id = is_lifecycle(c) ? 0 : c->me.id,
		.limit = page_rows(c),
	};
	struct lead_view v;
	struct period period;
	struct stmt *s;
	int64_t last = 0;
	enum rc rc = said_in(c, false, &period, err);

	if (!rc)
		rc = page_after(c, 'L', &q.after_id, err);
	if (!rc && q.after_id)
		rc = lead_said(c->st, q.after_id, &q.after_s, err);
	if (rc)
		return rc;
	q.from_s = period.begin_s;
	q.to_s = period.end_s;
	c->reply->empty = q.after_id ? "No more leads" : "No leads were written down. Add one with a write-up: replife note add "
			  "BOOKING --lead \"source=webinar alerted=late followed=same-day\"";
	s = leads_query(c->st, &q);
	while (leads_next(s, c->arena, &v) && !page_full(c, 'L', last)) {
		put_lead(c, &v);
		last = v.lead.id;
	}
	return stmt_done(s, err);
}

const struct op op_lead_list = {
	.name = "lead list", .summary = "List the leads from Marketing that were seen in sessions",
	.details = "Your own write-ups'; everybody's for lifecycle.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = lead_columns, .example = "lead list --period last", .run = run_list,
};
