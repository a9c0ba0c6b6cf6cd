/* A model for an audience. Outside the team: names and listed customers are
 * struck from texts, names give way to roles, quotes that name somebody and the people's own lines are
 * left out, groups are of five people at least, what somebody did has a month
 * and no day. What was left out is listed, for each audience.
 *
 * It is done when a report is read, not when it is built or frozen: a closed
 * report, of an older program too, has everything for the team, and the rules
 * of today for everybody else. */
#include <string.h>

#include "report_fit.h"

struct fit {
	struct arena *a;
	struct names *names;		/* NULL: for the team */
	size_t struck[FOUND_KINDS];
	size_t roles, days, said_days;
	size_t quotes[FOUND_KINDS];	/* by what they have */
};

/* ---- what was left out ---- */

static void say(const struct fit *f, struct json *left, const char *code, size_t count, const char *one,
		const char *many, const char *why)
{
	left_add(f->a, left, code, (int64_t)count, count == 1 ? one : many, why);
}

static void say_quotes(const struct fit *f, const struct json *model, struct json *left)
{
	static const struct { const char *key, *why; } closed[] = {
		{ "not_allowed", "not quoted, since the author did not allow it" },
		{ "held_back", "not quoted, since they are held back" },
		{ "not_cleared", "not quoted, since the rep whose words they are has not cleared them" },
	};
	const struct json *n = json_get(model, "quotes_left");

	say(f, left, "quotes_name", f->quotes[FOUND_NAME], "quote", "quotes", "not shown, since somebody is named");
	say(f, left, "quotes_customer", f->quotes[FOUND_CUSTOMER], "quote", "quotes", "not shown, since a customer is named");
	say(f, left, "quotes_mail", f->quotes[FOUND_MAIL], "quote", "quotes", "not shown, since an e-mail address is in it");
	say(f, left, "quotes_handle", f->quotes[FOUND_HANDLE], "quote", "quotes", "not shown, since somebody's handle or profile is in it");
	say(f, left, "quotes_phone", f->quotes[FOUND_PHONE], "quote", "quotes", "not shown, since a phone number is in it");
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		say(f, left, arena_printf(f->a, "quotes_%s", closed[i].key), (size_t)json_int(n, closed[i].key, 0),
		    "remark", "remarks", closed[i].why);
	say(f, left, "quotes_more", (size_t)json_int(n, "more", 0), "further quote", "further quotes",
	    "not shown, since a theme has its best ones only");
}

static void say_texts(const struct fit *f, const struct json *model, unsigned parts, struct json *left)
{
	say(f, left, "names", f->struck[FOUND_NAME], "name in a text", "names in texts",
	    "struck, since names are for the team alone");
	say(f, left, "customers", f->struck[FOUND_CUSTOMER], "customer's name in a text", "customers' names in texts", "struck");
	say(f, left, "mails", f->struck[FOUND_MAIL], "e-mail address in a text", "e-mail addresses in texts", "struck");
	say(f, left, "handles", f->struck[FOUND_HANDLE], "handle or profile in a text", "handles and profiles in texts", "struck");
	say(f, left, "phones", f->struck[FOUND_PHONE], "phone number in a text", "phone numbers in texts", "struck");
	say(f, left, "roles", f->roles, "name of an owner or author", "names of owners and authors",
	    "struck, the role stands there where it is known");
	say(f, left, "days", f->days, "day on which something was done", "days on which something was done",
	    "shown as months");
	say(f, left, "said_days", f->said_days, "day in a text", "days in texts", "shown as months");
	if (!(parts & PART_THEMES))
		return;
	say_quotes(f, model, left);
	say(f, left, "set_aside", (size_t)json_int(json_get(model, "base"), "set_aside", 0), "remark", "remarks",
	    "set aside by the team, so in no theme and no quote");
}

/* ---- copying ---- */

/* Ours, not somebody's words: never struck. */
static bool is_code(const char *key)
{
	static const char *const keys[] = {
		"id", "state", "area", "start", "end", "first_day", "last_day", "due", "as_of", "at", "done",
		"hash", "zone", "words_of", "audience", "side", "group", "change", "unit", "alerted", "followed", "by_role", "owner_role",
		NULL };

	for (size_t i = 0; key && keys[i]; i++)
		if (!strcmp(key, keys[i]))
			return true;
	return false;
}

static bool team_only(struct fit *f, const struct json *j)
{
	if (!j->key || (strcmp(j->key, "by_person") && strcmp(j->key, "owner") && strcmp(j->key, "by")))
		return false;
	f->roles += j->type == J_STR;
	return true;
}

/* A quote is shown whole or not at all. Names that came since it was chosen
 * count too. */
static bool is_personal(struct fit *f, const struct json *j, const char *in)
{
	size_t found[FOUND_KINDS] = { 0 };
	enum found what = 0;

	if (!in || strcmp(in, "quotes"))
		return json_bool(j, "personal", false);
	names_count(f->names, f->a, json_str(j, "text", ""), found);
	while (what < FOUND_KINDS && !found[what])
		what++;
	if (what == FOUND_KINDS && !json_bool(j, "personal", false))
		return false;
	f->quotes[what < FOUND_KINDS ? what : FOUND_NAME]++;
	return true;
}

/* Somebody's own words, in which a day may be told. */
static bool is_prose(const char *key, const char *in)
{
	static const char *const keys[] = { "text", "definition", "title", "outcome", "reason", "answers" };

	if (key && !strcmp(key, "name"))
		return !in || strcmp(in, "period") != 0;
	for (size_t i = 0; key && i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(key, keys[i]))
			return true;
	return false;
}

static void copy_text(struct fit *f, struct json *out, const char *key, const char *in)
{
	const char *text = out->u.s.p;

	if (key && !strcmp(key, "done") && strlen(text) > 7) {
		text = arena_dup(f->a, text, 7);	/* "2026-11" */
		f->days++;
	} else if (!is_code(key)) {
		text = names_strike(f->names, f->a, text, f->struck);
		if (is_prose(key, in))
			text = days_to_months(f->a, text, &f->said_days);
	}
	out->u.s.p = text;
	out->u.s.n = strlen(text);
}

static struct json *copy_for(struct fit *f, const struct json *j, struct json *to, const char *key)
{
	struct json *out = to ? json_add(f->a, to, key, j->type) : json_new(f->a, j->type);

	if (j->type != J_ARRAY && j->type != J_OBJECT) {
		out->u = j->u;
		if (f->names && j->type == J_STR)
			copy_text(f, out, key ? key : to && to->key ? to->key : NULL, to ? to->key : NULL);
		return out;
	}
	for (const struct json *k = json_first(j); k; k = k->next) {
		if (f->names && (team_only(f, k) || (k->type == J_OBJECT && is_personal(f, k, out->key))))
			continue;
		/* Beside the month in which it was done it would tell the day. */
		if (f->names && k->key && !strcmp(k->key, "due") && json_get(j, "done"))
			continue;
		copy_for(f, k, out, k->key);
	}
	return out;
}

/* ---- the parts that were asked for ---- */

static const struct json *parts_of(struct arena *a, const struct json *model, unsigned parts)
{
	struct json *out = json_new(a, J_OBJECT);

	for (const struct json *k = json_first(model); k; k = k->next) {
		bool participation = !strcmp(k->key, "participation");
		bool coverage = !strcmp(k->key, "coverage") || !strcmp(k->key, "coverage_map");
		bool any = !strcmp(k->key, "base") || !strcmp(k->key, "period") || !strcmp(k->key, "snapshot") ||
			   !strcmp(k->key, "compare") || !strcmp(k->key, "areas");

		if (parts & PART_THEMES || (participation && parts & PART_PARTICIPATION) ||
		    (coverage && parts & PART_COVERAGE) || any || (k->type != J_OBJECT && k->type != J_ARRAY))
			json_add(a, out, k->key, k->type)->u = k->u;
	}
	return out;
}

enum rc report_for(struct call *c, const struct json *model, const struct json *earlier,
		   unsigned parts, const char *audience, struct json **out, struct err *err)
{
	struct fit f = { .a = c->arena };
	struct json *left = json_new(c->arena, J_ARRAY);
	enum rc rc = strcmp(audience, "team") ? names_load(c, &f.names, err) : RC_OK;

	if (rc)
		return rc;
	if (f.names)
		model = report_groups(c->arena, model, earlier, parts, left);
	model = parts_of(c->arena, model, parts);
	*out = copy_for(&f, model, NULL, NULL);
	say_texts(&f, model, parts, left);
	json_add_str(c->arena, *out, "audience", audience);
	if (f.names)
		json_add_int(c->arena, *out, "customers_listed", (int64_t)names_customers(f.names));
	json_add(c->arena, *out, "left_out", J_ARRAY)->u = left->u;
	return RC_OK;
}
