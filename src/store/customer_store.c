/* Customers: the queries. */
#include "replife/customer_store.h"

#define CUSTOMER "id, uuid, name, person"

static const char
sql_list[] = "SELECT " CUSTOMER " FROM customer ORDER BY name",
sql_named[] = "SELECT " CUSTOMER " FROM customer WHERE name = :name";

struct stmt *customer_list(struct store *st)
{
	return stmt(st, sql_list);
}

bool customer_next(struct stmt *s, struct arena *a, struct customer *out)
{
	if (!stmt_row(s))
		return false;
	ent_read(s, &ent_customer, 0, a, out);
	return true;
}

enum rc customer_named(struct store *st, struct arena *a, const char *name, struct customer *out,
		       struct err *err)
{
	struct stmt *s = bind_text(stmt(st, sql_named), ":name", name);

	*out = (struct customer){ 0 };
	customer_next(s, a, out);
	return stmt_done(s, err);
}
