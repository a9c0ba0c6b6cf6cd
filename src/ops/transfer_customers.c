/* Customers as a file. */
#include "replife/customer_store.h"
#include "report.h"
#include "transfer.h"

enum { C_NAME, C_PERSON };

static enum rc customer_row(struct import *im, const char *const *cell, struct err *err)
{
	struct customer is = { 0 }, have = { 0 };
	enum rc rc = cell_text(im, "name", false, cell[C_NAME], &is.name, err);

	if (!rc)
		rc = cell_bool(im, "person", cell[C_PERSON], &is.person, err);
	if (!rc)
		rc = customer_named(im->c->st, im->row, is.name, &have, err);
	if (rc)
		return rc;
	if (have.id) {
		if (cell[C_PERSON] && have.person != is.person)
			return import_bad(im, "person", err, "%s is there already, as %s", have.name,
					  have.person ? "somebody" : "a company");
		im->known++;
		return RC_OK;
	}
	if (names_check(im->c, is.name, is.person, err))
		return import_refuse(im, "name", err);
	im->added++;
	return ent_insert(im->c->st, &ent_customer, &is, err) ? import_refuse(im, "name", err) : RC_OK;
}

static enum rc customers_export(struct call *c, struct err *err)
{
	struct stmt *s = customer_list(c->st);
	struct customer is;

	while (customer_next(s, c->arena, &is)) {
		struct value *row = reply_row(c->reply);

		put_text(c->reply, row, "name", is.name);
		put_text(c->reply, row, "person", is.person ? "yes" : "no");
	}
	return stmt_done(s, err);
}

static const struct column customers_columns[] = {
	{ "name", "name", V_TEXT, SHOW_ALL, 0, false }, { "person", "person", V_TEXT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

const struct transfer transfer_customers = {
	.what = "customers", .n_cols = 2, .row = customer_row, .export = customers_export,
	.cols = { { "name", true }, { "person", false } },
	.columns = customers_columns,
};
