/* A person's word on where a remark belongs. */
#include "notes.h"

static bool is_mine(const struct call *c, const struct coding *k)
{
	return k->by == BY_PERSON && k->person_id == c->me.id;
}

/* Somebody else's word stands back; what the codebook or a suggestion says goes. */
static enum rc give_way(struct call *c, const struct coding *had, struct err *err)
{
	struct coding k = *had;

	if (k.by != BY_PERSON)
		return ent_delete(c->st, &ent_coding, k.id, err);
	if (!coding_stands(&k))
		return RC_OK;
	k.state = coding_outdone(&k);
	return ent_update(c->st, &ent_coding, &k, err);
}

enum rc say_coding(struct call *c, const struct coding *had, size_t n, struct coding *word,
		   struct err *err)
{
	const struct coding *row = NULL;
	enum rc rc = RC_OK;

	/* The row that says it from now on: my own, or one that is nobody's. */
	for (size_t i = 0; i < n; i++)
		if (is_mine(c, &had[i]) || (!row && had[i].by != BY_PERSON))
			row = &had[i];
	for (size_t i = 0; !rc && i < n; i++)
		if (&had[i] != row)
			rc = give_way(c, &had[i], err);
	if (rc)
		return rc;
	word->by = BY_PERSON;
	word->person_id = c->me.id;
	if (!row)
		return ent_insert(c->st, &ent_coding, word, err);
	word->id = row->id;
	word->uuid = row->uuid;
	return ent_update(c->st, &ent_coding, word, err);
}
