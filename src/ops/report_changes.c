/* report changes: what a period's report says that an earlier one of it did not. */
#include <string.h>

#include "notes.h"
#include "report.h"
#include "rows.h"

static const struct param changes_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "which; the running one if left out" },
	{ .name = "from", .type = P_INT, .min = 1, .max = 1000000, .meta = "REVISION",
	  .help = "the earlier report; the one before the latest if left out" },
	{ .name = "to", .type = P_INT, .min = 1, .max = 1000000, .meta = "REVISION",
	  .help = "the later report; as it stands now if left out" },
	{ .name = NULL } };
static const struct column changes_columns[] = {
	{ "part", "Of", V_TEXT, SHOW_ALL, 0, false },
	{ "id", "No.", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "name", "What", V_TEXT, SHOW_ALL, 0, true },
	{ "was", "Was", V_TEXT, SHOW_ALL, 0, true },
	{ "is", "Is", V_TEXT, SHOW_ALL, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void put_change(struct call *c, const char *part, const char *id, const char *name, const char *was,
		       const char *is)
{
	struct value *row;

	if (was && is && !strcmp(was, is))
		return;
	row = reply_row(c->reply);
	put_text(c->reply, row, "part", part);
	put_text(c->reply, row, "id", id);
	put_text(c->reply, row, "name", name);
	put_text(c->reply, row, "was", was);
	put_text(c->reply, row, "is", is);
}

/* ---- what each part says ---- */

static const char *some(struct arena *a, int64_t n, const char *what)
{
	return arena_printf(a, "%lld %s%s", (long long)n, what, PLURAL(n));
}

static const char *plain(const struct word *words, const char *code)
{
	int i = word_find(words, code);

	return i < 0 ? code : words[i].plain;
}

static const char *say_theme(struct arena *a, const struct json *t)
{
	const char *no = strcmp(json_str(t, "state", ""), "declined") ? NULL : json_str(t, "reason", "");

	return arena_printf(a, "%s, %s, %s, %s%s%s", some(a, json_int(t, "observations", 0), "remark"),
			    some(a, json_int(t, "sessions", 0), "session"), some(a, json_int(t, "reps", 0), "rep"),
			    some(a, json_int(t, "marketers", 0), "visitor"), no ? "; we won't: " : "", no ? no : "");
}

static const char *say_action(struct arena *a, const struct json *x)
{
	const char *outcome = json_str(x, "outcome", json_str(x, "reason", NULL)), *owner = json_str(x, "owner", NULL);
	int state = word_find(action_state_words, json_str(x, "state", ""));
	const char *due = state >= 0 && action_is_open((enum action_state)state) ? json_str(x, "due", NULL) : NULL;

	return arena_printf(a, "%s%s%s%s%s%s%s", plain(action_state_words, json_str(x, "state", "")),
			    due ? ", due on " : "", due ? due : "", owner ? ", " : "", owner ? owner : "",
			    outcome ? ": " : "", outcome ? outcome : "");
}

static const struct json *with_id(const struct json *list, const char *id)
{
	const struct json *j = json_first(list);

	while (j && strcmp(json_str(j, "id", ""), id))
		j = j->next;
	return j;
}

/* A word of both, where it is another. */
static void compare_text(struct call *c, const char *part, const struct json *was, const struct json *is, const char *key,
			 const char *name)
{
	const char *old = json_str(was, key, NULL), *new = json_str(is, key, NULL);

	if (old || new)
		put_change(c, part, json_str(is, "id", ""), name, old, new);
}

/* An action's own: what it is called, and which themes it answers. */
static void compare_actions(struct call *c, const struct json *was, const struct json *is, const char *key)
{
	for (const struct json *x = json_first(json_get(is, key)); x; x = x->next) {
		const struct json *had = with_id(json_get(was, key), json_str(x, "id", ""));
		const char *title = json_str(x, "title", "");

		if (!had)
			continue;
		compare_text(c, "title", had, x, "title", title);
		compare_text(c, "area", had, x, "area", title);
		if (json_get(had, "themes"))
			put_change(c, "answers", json_str(x, "id", ""), title, json_text(c->arena, json_get(had, "themes")),
				   json_text(c->arena, json_get(x, "themes")));
	}
}

/* What a theme is called, means, belongs to, and is quoted with. */
static void compare_words(struct call *c, const struct json *was, const struct json *is)
{
	for (const struct json *t = json_first(json_get(is, "themes")); t; t = t->next) {
		const struct json *had = with_id(json_get(was, "themes"), json_str(t, "id", "")), *quotes = json_get(t, "quotes"),
			*old = json_get(had, "quotes");
		const char *name = json_str(t, "name", "");

		if (!had)
			continue;
		compare_text(c, "name", had, t, "name", name);
		compare_text(c, "definition", had, t, "definition", name);
		compare_text(c, "area", had, t, "area", name);
		if (json_get(had, "part_of") || json_get(t, "part_of"))
			put_change(c, "part of", json_str(t, "id", ""), name, json_str(json_get(had, "part_of"), "name", NULL),
				   json_str(json_get(t, "part_of"), "name", NULL));
		for (const struct json *q = json_first(quotes); q; q = q->next)
			put_change(c, "quote", json_str(q, "id", ""), name,
				   json_str(with_id(old, json_str(q, "id", "")), "text", NULL), json_str(q, "text", ""));
		for (const struct json *q = json_first(old); q; q = q->next)
			if (!with_id(quotes, json_str(q, "id", "")))
				put_change(c, "quote", json_str(q, "id", ""), name, json_str(q, "text", ""), NULL);
	}
}

struct part {
	const char *key, *said, *name;
	const char *(*say)(struct arena *a, const struct json *one);
};

/* Those of the later report, then those that it has no more. */
static void compare_lists(struct call *c, const struct part *p, const struct json *was, const struct json *is)
{
	const struct json *old = json_get(was, p->key), *new = json_get(is, p->key);

	for (const struct json *j = json_first(new); j; j = j->next) {
		const struct json *had = with_id(old, json_str(j, "id", ""));

		put_change(c, p->said, json_str(j, "id", ""), json_str(j, p->name, ""),
			   had ? p->say(c->arena, had) : NULL, p->say(c->arena, j));
	}
	for (const struct json *j = json_first(old); j; j = j->next)
		if (!with_id(new, json_str(j, "id", "")))
			put_change(c, p->said, json_str(j, "id", ""), json_str(j, p->name, ""), p->say(c->arena, j), NULL);
}

/* A number that one of the two has not is of an older program: nobody knows
 * whether it has changed. */
static void compare_count(struct call *c, const char *part, const struct json *was, const struct json *is,
			  const char *key, const char *said)
{
	if (json_get(was, key) && json_get(is, key))
		put_change(c, part, NULL, said, arena_printf(c->arena, "%lld", (long long)json_int(was, key, 0)),
			   arena_printf(c->arena, "%lld", (long long)json_int(is, key, 0)));
}

static void compare_counts(struct call *c, const struct json *was, const struct json *is)
{
	static const struct { const char *part, *of, *in, *key, *said; } all[] = {
		{ "base", "base", NULL, "offered", "sessions on offer" }, { "base", "base", NULL, "ahead", "sessions still ahead" },
		{ "base", "base", NULL, "held", "sessions held" }, { "base", "base", NULL, "written_up", "sessions written up" },
		{ "base", "base", NULL, "write_ups", "write-ups" }, { "base", "base", NULL, "missing", "write-ups missing" },
		{ "base", "base", NULL, "excused", "write-ups excused" }, { "base", "base", NULL, "remarks", "remarks" },
		{ "base", "base", NULL, "in_themes", "remarks in themes" }, { "base", "base", NULL, "uncoded", "remarks in no theme" },
		{ "base", "base", NULL, "set_aside", "remarks set aside" }, { "base", "base", NULL, "marketers", "visitors" },
		{ "base", "base", NULL, "reps", "reps" },
		{ "seat", "participation", "seats", "offered", "seats on offer" }, { "seat", "participation", "seats", "taken", "seats taken" },
		{ "seat", "participation", "seats", "attended", "visits" }, { "seat", "participation", "seats", "missed", "visits missed" },
		{ "seat", "participation", "seats", "cancelled", "seats cancelled" },
		{ "seat", "participation", "marketers", "sat_in", "marketers who sat in" },
		{ "seat", "participation", "reps", "hosted", "reps who hosted" },
		{ "lead", "leads", NULL, "seen", "leads seen" },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const struct json *old = json_get(was, all[i].of), *new = json_get(is, all[i].of);

		if (all[i].in)
			compare_count(c, all[i].part, json_get(old, all[i].in), json_get(new, all[i].in), all[i].key, all[i].said);
		else
			compare_count(c, all[i].part, old, new, all[i].key, all[i].said);
	}
}

static void compare_leads(struct call *c, const struct json *was, const struct json *is, const char *key,
			  const char *said, const struct word *words)
{
	const struct json *old = json_get(json_get(was, "leads"), key), *new = json_get(json_get(is, "leads"), key);

	for (size_t i = 0; words[i].code; i++)
		compare_count(c, "lead", old, new, words[i].code, arena_printf(c->arena, "%s: %s", said, words[i].plain));
}

static void compare_areas(struct call *c, const struct json *was, const struct json *is)
{
	for (const struct json *x = json_first(json_get(is, "areas")); x; x = x->next) {
		const char *area = json_str(x, "area", "");
		const struct json *old = json_first(json_get(was, "areas"));

		while (old && strcmp(json_str(old, "area", ""), area))
			old = old->next;
		compare_count(c, "area", old, x, "remarks", arena_printf(c->arena, "remarks: %s", plain(area_words, area)));
	}
}

static void compare_all(struct call *c, const struct json *was, const struct json *is)
{
	static const struct part parts[] = { { "themes", "theme", "name", say_theme }, { "actions", "action", "title", say_action },
					     { "done_before", "action", "title", say_action } };

	compare_counts(c, was, is);
	compare_leads(c, was, is, "alerted", "the rep was alerted", alerted_words);
	compare_leads(c, was, is, "followed", "followed up", followed_words);
	compare_areas(c, was, is);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		compare_lists(c, &parts[i], was, is);
	compare_words(c, was, is);
	compare_actions(c, was, is, "actions");
	compare_actions(c, was, is, "done_before");
}

/* ---- which two ---- */

static enum rc frozen(struct call *c, const struct period *p, int64_t revision, struct json **out, struct err *err)
{
	struct snapshot s;
	enum rc rc = snapshot_at(c->st, c->arena, p->id, revision, &s, err);

	if (rc)
		return rc;
	if (s.id)
		return report_thaw(c, p, &s, out, err);
	err_set(err, RC_NOT_FOUND, "there is no report no. %lld of %s", (long long)revision, p->name);
	return err_todo(err, p->revision > 1 ? "Its reports are no. 1 to %lld" : p->revision ? "Its only report is no. 1"
			: "See replife period list: it was never closed", (long long)p->revision);
}

static enum rc run_changes(struct call *c, struct err *err)
{
	struct json *was = NULL, *is = NULL;
	struct period p;
	int64_t from;
	enum rc rc = period_wanted(c, "period", &p, err);

	if (rc)
		return rc;
	/* Closed, the latest report is what stands now. */
	from = p.closed_s && !arg_has(c, "to") ? p.revision - 1 : p.revision;
	if (arg_has(c, "to"))
		from = arg_int(c, "to", 0) - 1;
	from = arg_int(c, "from", from > 0 ? from : 1);
	rc = arg_has(c, "to") ? frozen(c, &p, arg_int(c, "to", 0), &is, err) : report_of(c, &p, PART_ALL, &is, err);
	if (!rc)
		rc = frozen(c, &p, from, &was, err);
	if (rc)
		return rc;
	compare_all(c, was, is);
	c->reply->empty = "Both say the same";
	c->reply->heading = arena_printf(c->arena, "%s, from report no. %lld to %s", p.name, (long long)from,
					 arg_has(c, "to") ? arena_printf(c->arena, "no. %lld", (long long)arg_int(c, "to", 0))
							  : "what stands now");
	return RC_OK;
}

const struct op op_report_changes = {
	.name = "report changes", .summary = "What a period's report says that an earlier one did not",
	.details = "A report is frozen each time its period is closed, and none ever changes: this sets two side by "
		   "side, or the last beside what stands now, when the period was opened again.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = changes_params,
	.result = changes_columns, .example = "report changes --period last", .run = run_changes,
};
