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

static const char *line_said(struct render *r, const struct json *line)
{
	return arena_printf(r->doc.a, "%lld %s: %s", (long long)json_int(line, "count", 0), json_str(line, "what", ""),
			    json_str(line, "why", ""));
}

/* A team's report says nothing of it where there is nothing to say. */
void left_out_doc(struct render *r)
{
	const struct json *k = json_first(json_get(r->model, "left_out"));

	if (!k && strcmp(r->audience, "team"))
		return;
	doc_add(&r->doc, BLOCK_HEADING, "What was left out");
	if (!k)
		doc_add(&r->doc, BLOCK_PARA, "Nothing.");
	for (; k; k = k->next)
		doc_add(&r->doc, BLOCK_ITEM, "%s.", line_said(r, k));
}

void left_out_brief(struct render *r)
{
	const char *s = "";

	for (const struct json *k = json_first(json_get(r->model, "left_out")); k; k = k->next)
		if (!of_groups(k))
			s = arena_printf(r->doc.a, "%s%s%s", s, *s ? "; " : "", line_said(r, k));
	if (!*s)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "What was left out");
	doc_add(&r->doc, BLOCK_PARA, "%s.", s);
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
