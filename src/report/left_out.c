/* What is not shown, and why; and what stands in place of names. */
#include <string.h>

#include "report_i.h"

static const struct json *left_line(const struct render *r, const char *code)
{
	const struct json *k = json_first(json_get(r->model, "left_out"));

	while (k && strcmp(json_str(k, "code", ""), code))
		k = k->next;
	return k;
}

const char *hidden_why(const struct render *r, const char *code)
{
	return json_str(left_line(r, code), "why", NULL);
}

/* Of groups of people: of no interest where a page shows none. */
static bool of_groups(const struct json *line)
{
	static const char *const codes[] = { "by_person", "teams_marketing", "teams_sales", "segments", "kinds_by_team" };

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (!strcmp(json_str(line, "code", ""), codes[i]))
			return true;
	return false;
}

/* `reads`: to who reads the report, and adds no names. */
static const char *promise(struct arena *a, const struct json *model, bool reads)
{
	int64_t n = json_int(model, "customers_listed", -1);

	if (!n)
		return reads ? "Names of people in replife are left out; names of customers are not known to it."
			     : "Names of people in replife are left out; names of customers are not known: "
			       "replife customer add NAME.";
	if (n < 2)
		return n < 0 ? "Names of people in replife and of the customers on its list are left out."
			     : "Names of people in replife and of the one customer on its list are left out.";
	return arena_printf(a, "Names of people in replife and of the %lld customers on its list are left out.",
			    (long long)n);
}

const char *report_promise(struct arena *a, const struct json *model)
{
	return promise(a, model, false);
}

static const char *line_said(struct render *r, const struct json *line)
{
	return arena_printf(r->doc.a, "%lld %s: %s", (long long)json_int(line, "count", 0), json_str(line, "what", ""),
			    json_str(line, "why", ""));
}

/* A team's report says nothing of it where there is nothing to say. */
void left_out_doc(struct render *r)
{
	const struct json *k = json_first(json_get(r->model, "left_out"));
	bool team = !strcmp(r->audience, "team");

	if (!k && team)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "What was left out");
	if (!team)
		doc_add(&r->doc, BLOCK_PARA, "%s", promise(r->doc.a, r->model, true));
	if (!k)
		doc_add(&r->doc, BLOCK_PARA, "Nothing was, here.");
	for (; k; k = k->next)
		doc_add(&r->doc, BLOCK_ITEM, "%s.", line_said(r, k));
}

void left_out_brief(struct render *r)
{
	const char *s = "";

	for (const struct json *k = json_first(json_get(r->model, "left_out")); k; k = k->next)
		if (!of_groups(k))
			s = arena_printf(r->doc.a, "%s%s%s", s, *s ? "; " : " ", line_said(r, k));
	doc_add(&r->doc, BLOCK_HEADING, "What was left out");
	doc_add(&r->doc, BLOCK_PARA, "%s%s%s", promise(r->doc.a, r->model, true), s, *s ? "." : "");
}

/* ---- roles for names ---- */

static const char *role_said(const char *role)
{
	return !strcmp(role, "lifecycle") ? "Customer Lifecycle" : !strcmp(role, "marketer") ? "a marketer"
		: !strcmp(role, "rep") ? "a rep" : NULL;
}

const char *owner_said(struct render *r, const struct json *action)
{
	const char *role = json_str(action, "owner_role", "");

	(void)r;
	return json_str(action, "owner", role_said(role));
}

const char *voice_said(struct render *r, const struct json *quote)
{
	const char *role = role_said(json_str(quote, "by_role", "")), *of = json_str(quote, "words_of", "");
	const char *voice = !strcmp(of, "customer") ? "a customer" : !strcmp(of, "rep") ? "a rep" : NULL;

	if (json_get(quote, "by"))
		return json_str(quote, "by", NULL);
	if (!voice || !role || !strcmp(voice, role))
		return voice ? voice : role;
	return arena_printf(r->doc.a, "%s, noted by %s", voice, role);
}
