/* mine, visitors: a marketer's own bookings, and who comes to a rep. */
#include "replife/note_store.h"
#include "rows.h"
#include "seats.h"

#define END { .name = NULL }

static enum rc put_bookings(struct call *c, struct booking_query *q, struct err *err)
{
	struct booking_view v = { 0 };
	struct stmt *s;
	int64_t last = 0;
	enum rc rc = page_after(c, 'B', &q->after_id, err);

	if (!rc && q->after_id) {
		rc = booking_view_get(c->st, c->arena, q->after_id, &v, err);
		q->after_s = v.booking.begin_s;
	}
	if (rc)
		return rc;
	q->limit = page_rows(c);
	s = bookings_query(c->st, q);
	while (bookings_next(s, c->arena, &v) && !page_full(c, 'B', last)) {
		put_booking(c, &v);
		last = v.booking.id;
	}
	return stmt_done(s, err);
}

/* ---- mine ---- */

static const struct param mine_params[] = {
	{ .name = "todo", .type = P_FLAG, .help = "sessions that wait for your write-up" },
	{ .name = "past", .type = P_FLAG, .help = "sessions that are over, the latest first" },
	{ .name = "called-off", .type = P_FLAG, .help = "sessions ahead that somebody else called off, and why" },
	END
};

static enum rc run_mine(struct call *c, struct err *err)
{
	struct booking_query q = {
		.list = BOOKINGS_AHEAD, .program_id = c->program.id,
		.person_id = c->me.id, .now_s = c->now_s,
	};

	if (arg_has(c, "todo") + arg_has(c, "past") + arg_has(c, "called-off") > 1) {
		err_set(err, RC_USAGE, "--todo, --past and --called-off are lists of their own");
		return err_todo(err, "Ask for one of them");
	}
	c->reply->empty = "You have booked nothing ahead. Find a session: replife find";
	if (arg_has(c, "todo")) {
		q.list = BOOKINGS_TODO;
		c->reply->empty = "Nothing waits for your write-up";
	} else if (arg_has(c, "past")) {
		q.list = BOOKINGS_PAST;
		c->reply->empty = "You have not sat in yet. Find a session: replife find";
	} else if (arg_has(c, "called-off")) {
		q.list = BOOKINGS_CALLED_OFF;
		c->reply->empty = "Nothing ahead was called off";
	}
	return put_bookings(c, &q, err);
}

const struct op op_mine = {
	.name = "mine", .summary = "List the sessions that you have booked",
	.details = "With --todo: those that you sat in on and have not written up, and until when. "
		   "Write one up with: replife note add BOOKING.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = mine_params,
	.result = mine_columns, .example = "mine --todo", .run = run_mine,
};

/* ---- visitors ---- */

static const struct param visitors_params[] = {
	{ .name = "rep", .type = P_PERSON, .help = "to this rep; to you if left out" },
	{ .name = "todo", .type = P_FLAG,
	  .help = "who was there, in the latest sessions that the rep has said nothing of" },
	END
};

#define LATEST 20		/* nobody remembers more */

/* What the rep's own short form waits for. */
static enum rc put_rep_todo(struct call *c, int64_t rep_id, struct err *err)
{
	struct stmt *s = rep_todo(c->st, rep_id, c->program.id, c->now_s, LATEST);
	struct booking_view v;
	int64_t ids[LATEST];
	size_t n = 0;
	enum rc rc;

	while (n < LATEST && stmt_row(s))
		ids[n++] = col_int(s, 0);
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = put_booking_now(c, ids[i], &v, err);
	c->reply->empty = "Nothing waits for a word of the rep";
	return rc;
}

static enum rc run_visitors(struct call *c, struct err *err)
{
	struct booking_query q = {
		.list = BOOKINGS_VISITS, .program_id = c->program.id,
		.person_id = arg_int(c, "rep", c->me.id), .now_s = c->now_s,
	};

	if (arg_has(c, "todo"))
		return put_rep_todo(c, q.person_id, err);
	c->reply->empty = q.person_id == c->me.id
		? "Nobody has booked a session of yours yet. See what you offer: replife slot list"
		: arena_printf(c->arena, "Nobody has booked a session of %s yet",
			       say_name(c, q.person_id));
	return put_bookings(c, &q, err);
}

const struct op op_visitors = {
	.name = "visitors", .summary = "See who comes to a rep's sessions",
	.effect = EFFECT_READ, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "the list of visitors" }),
	.params = visitors_params,
	.result = visitor_columns, .example = "visitors --rep priya", .run = run_visitors,
};
