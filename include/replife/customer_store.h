/* Customers whose names no report outside the team shows. */
#ifndef REPLIFE_CUSTOMER_STORE_H
#define REPLIFE_CUSTOMER_STORE_H

#include "replife/entity.h"

/* All, by name: a statement to step with customer_next(). */
struct stmt *customer_list(struct store *st);
bool customer_next(struct stmt *s, struct arena *a, struct customer *out);
/* Upper and lower case are alike. out->id is 0 where there is none. */
enum rc customer_named(struct store *st, struct arena *a, const char *name, struct customer *out,
		       struct err *err) __attribute__((warn_unused_result));

#endif
