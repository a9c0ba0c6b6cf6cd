#include <stdio.h>

#include "replife/embed.h"
#include "store_i.h"

enum rc rules_make(struct store *st, const struct entity *e, struct err *err)
{
	uint32_t bit = 1u << ent_index(e);
	const struct embedded *f;
	char name[64];
	enum rc rc;

	if (st->rules & bit)
		return RC_OK;
	snprintf(name, sizeof name, "rules/%s.sql", e->table);
	f = embedded_find(name);
	rc = f ? store_exec(st, f->text, err) : RC_OK;
	if (!rc)
		st->rules |= bit;
	return rc;
}

/* Taken back, they went with all else. */
void rules_settle(struct store *st, bool committed)
{
	if (committed)
		st->rules_kept = st->rules;
	else
		st->rules = st->rules_kept;
}
