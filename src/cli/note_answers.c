/* What a write-up says already: the editor begins with it. */
#include <string.h>

#include "cli_i.h"
#include "replife/json.h"

/* What the command line answers itself counts more. */
struct answers {
	struct cli *c;
	struct command had;
};

static void answer(struct answers *to, const char *name, const char *text)
{
	if (!command_arg(&to->had, name) && op_param(to->c->cmd.op, name))
		command_add_arg(to->c->arena, &to->c->cmd, name, text);
}

static void answer_cell(struct answers *to, struct reply *r, const char *key)
{
	const struct value *v = reply_cell(r, 0, key);

	if (v->type == V_TEXT && strcmp(v->u.s.p, "unsaid"))
		answer(to, key, v->u.s.p);
	else if (v->type == V_INT)
		answer(to, key, arena_printf(to->c->arena, "%lld", (long long)v->u.i));
}

/* A remark in one's own words answers its area's question. */
static void answer_remarks(struct answers *to, const struct json *said)
{
	bool may_quote = false;

	for (const struct json *o = json_first(said); o; o = o->next) {
		const char *whose = json_str(o, "words_of", "own");
		bool own = !strcmp(whose, "own");

		answer(to, own ? json_str(o, "area", "other") : "quote", json_str(o, "text", ""));
		if (!own)
			answer(to, "words-of", whose);
		may_quote |= json_bool(o, "may_quote", false);
	}
	if (may_quote)
		answer(to, "may-quote", NULL);
}

static void answer_leads(struct answers *to, const struct json *leads)
{
	for (const struct json *l = json_first(leads); l; l = l->next) {
		const char *outcome = json_str(l, "outcome", NULL);

		answer(to, "lead", arena_printf(to->c->arena, "source=%s alerted=%s followed=%s%s%s",
						json_str(l, "source", ""), json_str(l, "alerted", ""),
						json_str(l, "followed", ""), outcome ? " outcome=" : "",
						outcome ? outcome : ""));
	}
}

static enum rc answer_json(struct answers *to, struct reply *r, const char *key,
			   void (*take)(struct answers *, const struct json *), struct err *err)
{
	const struct value *v = reply_cell(r, 0, key);
	struct json *j;
	enum rc rc;

	if (v->type != V_JSON)
		return RC_OK;
	rc = json_parse(to->c->arena, v->u.s.p, v->u.s.n, &j, err);
	if (!rc)
		take(to, j);
	return rc;
}

enum rc answers_before(struct cli *c, struct err *err)
{
	struct arg note = { .name = "note", .text = command_arg(&c->cmd, "note") };
	struct answers to = { .c = c, .had = c->cmd };
	struct reply r = { 0 };
	enum rc rc;

	if (!note.text)
		return RC_OK;
	request_fill(c);
	c->rq.op = "note show";
	c->rq.args = &note;
	c->rq.n_args = 1;
	c->rq.key = NULL;
	c->rq.dry_run = false;
	rc = session_call(c->session, c->arena, &c->rq, &r, err);
	if (rc)
		return rc;
	to.had.args = arena_array(c->arena, struct arg, c->cmd.n_args + 1);
	memcpy(to.had.args, c->cmd.args, c->cmd.n_args * sizeof *c->cmd.args);
	answer_cell(&to, &r, "happened");
	answer_cell(&to, &r, "kind");
	answer_cell(&to, &r, "worth");
	rc = answer_json(&to, &r, "said", answer_remarks, err);
	return rc ? rc : answer_json(&to, &r, "leads", answer_leads, err);
}

void answers_taken_out(struct cli *c, const struct command *before)
{
	for (size_t i = 0; i < before->n_args; i++) {
		const struct param *p = op_param(before->op, before->args[i].name);

		if (p && p->type == P_LONG && !command_arg(&c->cmd, p->name))
			command_add_arg(c->arena, &c->cmd, p->name, "");
	}
}
