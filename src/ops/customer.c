/* customer add, list, remove: whose names no report outside the team shows. */
#include "replife/customer_store.h"
#include "report.h"

static const struct column customer_columns[] = {
	{ "id", "", V_INT, SHOW_DATA, 0, false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "person", "", V_BOOL, SHOW_DATA, 0, false },
	{ "is", "Is", V_TEXT, SHOW_PEOPLE, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void put_customer(struct call *c, const struct customer *is)
{
	struct value *row = reply_row(c->reply);

	put_int(c->reply, row, "id", is->id);
	put_uuid(c->reply, row, "uuid", &is->uuid);
	put_text(c->reply, row, "name", is->name);
	put_bool(c->reply, row, "person", is->person);
	put_text(c->reply, row, "is", is->person ? "somebody there" : "company");
}

/* ---- add ---- */

static const struct param add_params[] = {
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL | REPEATED,
	  .help = "a company, or somebody there; several may be given" },
	{ .name = "people", .type = P_FLAG, .help = "they are people: each word of a name is theirs" },
	{ .name = NULL } };

static enum rc add_one(struct call *c, const char *name, struct err *err)
{
	struct customer is = { .name = name, .person = arg_has(c, "people") }, have;
	enum rc rc = customer_named(c->st, c->arena, name, &have, err);

	if (!rc && have.id) {
		err_conflict(err, REASON_DUPLICATE, "'%s' is on the list already", have.name);
		return err_todo(err, "See it: replife customer list");
	}
	if (!rc)
		rc = names_check(c, name, is.person, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_customer, &is, err);
	if (!rc)
		put_customer(c, &is);
	return rc;
}

static enum rc run_add(struct call *c, struct err *err)
{
	const struct bound *b;
	enum rc rc = RC_OK;
	size_t n = 0;

	for (; !rc && (b = arg_nth(c, "name", n)); n++)
		rc = add_one(c, b->text, err);
	if (!rc)
		reply_message(c->reply, "Added %zu: reports for leadership and Sales show no quote that names %s", n,
			      n == 1 ? "it" : "one of them");
	return rc;
}

const struct op op_customer_add = {
	.name = "customer add", .summary = "List customers whom no report outside the team may name",
	.details = "The whole name is looked for, with and without GmbH and its like; its first word alone, where "
		   "that is no everyday word; of people each word. A list: replife import csv customers FILE.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = customer_columns, .example = "customer add \"Contoso Logistics GmbH\" Fabrikam", .run = run_add,
};

/* ---- list ---- */

static enum rc run_list(struct call *c, struct err *err)
{
	struct stmt *s = customer_list(c->st);
	struct customer is;

	c->reply->empty = "None: reports cannot tell customers' names. Add them: replife customer add NAME";
	while (customer_next(s, c->arena, &is))
		put_customer(c, &is);
	return stmt_done(s, err);
}

const struct op op_customer_list = {
	.name = "customer list", .summary = "List the customers whom no report outside the team may name",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .result = customer_columns,
	.example = "customer list", .run = run_list,
};

/* ---- remove ---- */

static const struct param remove_params[] = {
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | REST, .help = "as it is on the list" },
	{ .name = NULL } };

static enum rc run_remove(struct call *c, struct err *err)
{
	struct customer is;
	enum rc rc = customer_named(c->st, c->arena, arg_text(c, "name"), &is, err);

	if (rc)
		return rc;
	if (!is.id) {
		err_set(err, RC_NOT_FOUND, "'%s' is not on the list", arg_text(c, "name"));
		return err_todo(err, "See it: replife customer list");
	}
	rc = ent_delete(c->st, &ent_customer, is.id, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_customer(c, &is);
	reply_message(c->reply, "Removed %s: reports may name it", is.name);
	return RC_OK;
}

const struct op op_customer_remove = {
	.name = "customer remove", .summary = "Take a customer from that list",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = remove_params,
	.result = customer_columns, .example = "customer remove Fabrikam", .run = run_remove,
};
