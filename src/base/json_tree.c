/* JSON trees: building and asking. */
#include <string.h>

#include "replife/json.h"

struct json *json_new(struct arena *a, enum json_type type)
{
	struct json *j = arena_new(a, struct json);

	j->type = type;
	return j;
}

static struct json *append(struct json *to, const char *key, struct json *j)
{
	j->key = key;
	if (to->u.kids.last)
		to->u.kids.last->next = j;
	else
		to->u.kids.first = j;
	to->u.kids.last = j;
	to->u.kids.n++;
	return j;
}

struct json *json_add(struct arena *a, struct json *to, const char *key, enum json_type type)
{
	return append(to, key, json_new(a, type));
}

void json_add_str(struct arena *a, struct json *to, const char *key, const char *s)
{
	struct json *j = json_add(a, to, key, s ? J_STR : J_NULL);

	j->u.s.p = s;
	j->u.s.n = s ? strlen(s) : 0;
}

void json_add_int(struct arena *a, struct json *to, const char *key, int64_t v)
{
	json_add(a, to, key, J_INT)->u.i = v;
}

void json_add_real(struct arena *a, struct json *to, const char *key, double v)
{
	json_add(a, to, key, J_REAL)->u.r = v;
}

void json_add_bool(struct arena *a, struct json *to, const char *key, bool v)
{
	json_add(a, to, key, J_BOOL)->u.b = v;
}

const struct json *json_get(const struct json *obj, const char *key)
{
	if (!obj || obj->type != J_OBJECT)
		return NULL;
	for (const struct json *k = obj->u.kids.first; k; k = k->next)
		if (!strcmp(k->key, key))
			return k;
	return NULL;
}

struct json *json_at(struct json *obj, const char *key)
{
	struct json *k = obj->type == J_OBJECT ? obj->u.kids.first : NULL;

	while (k && strcmp(k->key, key))
		k = k->next;
	return k;
}

const char *json_str(const struct json *obj, const char *key, const char *fallback)
{
	const struct json *j = json_get(obj, key);

	return j && j->type == J_STR ? j->u.s.p : fallback;
}

int64_t json_int(const struct json *obj, const char *key, int64_t fallback)
{
	const struct json *j = json_get(obj, key);

	return j && j->type == J_INT ? j->u.i : fallback;
}

double json_real(const struct json *obj, const char *key, double fallback)
{
	const struct json *j = json_get(obj, key);

	if (j && j->type == J_INT)
		return (double)j->u.i;
	return j && j->type == J_REAL ? j->u.r : fallback;
}

bool json_bool(const struct json *obj, const char *key, bool fallback)
{
	const struct json *j = json_get(obj, key);

	return j && j->type == J_BOOL ? j->u.b : fallback;
}

const struct json *json_first(const struct json *parent)
{
	if (!parent || (parent->type != J_ARRAY && parent->type != J_OBJECT))
		return NULL;
	return parent->u.kids.first;
}

size_t json_count(const struct json *obj, const char *key)
{
	const struct json *j = json_get(obj, key);

	return j && j->type == J_ARRAY ? j->u.kids.n : 0;
}
