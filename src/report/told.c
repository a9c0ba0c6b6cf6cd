/* What a document says in words, for those who read a report as data: the same
 * bytes for everybody, whatever their terminal shows and how they read a day. */
#include <string.h>

#include "report_i.h"

static struct json *list_of(struct arena *a, struct json *to, const char *key)
{
	struct json *list = json_at(to, key);

	return list ? list : json_add(a, to, key, J_ARRAY);
}

static void tell_number(struct arena *a, struct json *to, const struct block *b)
{
	struct json *n = json_add(a, list_of(a, to, "numbers"), NULL, J_OBJECT);

	json_add_str(a, n, "id", b->id);
	json_add_str(a, n, "what", b->by);
	json_add_int(a, n, "n", b->n);
	if (b->of >= 0)
		json_add_int(a, n, "of", b->of);
}

/* One part of the document: its paragraphs as sentences, its items as `items`. */
static void tell(struct render *r, struct json *to, const char *key, void (*part)(struct render *r), const char *items)
{
	struct render alone = { .model = r->model, .audience = r->audience };
	static const struct look anybodys = { .ascii = false };
	struct arena *a = r->doc.a;
	struct json *said = json_add(a, to, key, J_OBJECT);

	doc_init(&alone.doc, a, &anybodys);
	part(&alone);
	for (const struct block *b = alone.doc.first; b; b = b->next)
		if (b->kind == BLOCK_NUMBER)
			tell_number(a, said, b);
		else if (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM)
			json_add_str(a, list_of(a, said, b->kind == BLOCK_PARA ? "sentences" : items), NULL, b->text);
}

/* As the table of it goes; the bases are what a share is of. */
static void tell_share(struct arena *a, struct json *to, const char *key, int64_t sessions, int64_t of)
{
	struct json *o = json_add(a, to, key, J_OBJECT);

	json_add_int(a, o, "sessions", sessions);
	json_add_int(a, o, "of", of);
}

static void tell_did(struct render *r, struct json *to)
{
	struct arena *a = r->doc.a;
	struct json *list = json_add(a, to, "you_said_we_did", J_ARRAY);

	for (const struct json *x = next_done(r, NULL); x; x = next_done(r, x)) {
		struct json *o = json_add(a, list, NULL, J_OBJECT);
		const struct json *since = json_get(x, "since");
		struct before b = before_done(r, x);

		json_add_str(a, o, "id", json_str(x, "id", ""));
		json_add_str(a, o, "you_said", themes_of_action(r, x));
		json_add_str(a, o, "we_did", json_str(x, "title", ""));
		json_add_str(a, o, "state", json_str(x, "state", ""));
		if (b.of)
			tell_share(a, o, "before", b.sessions, b.of);
		if (json_int(since, "of", 0) >= FEW)
			tell_share(a, o, "since", json_int(since, "sessions", 0), json_int(since, "of", 0));
	}
}

static bool is_ours(const char *key)
{
	return !strcmp(key, "in_one_minute") || !strcmp(key, "you_said_we_did") || !strcmp(key, "how_to_read");
}

struct json *with_words(struct render *r)
{
	struct json *all = json_new(r->doc.a, J_OBJECT);

	for (const struct json *k = json_first(r->model); k; k = k->next)
		if (k->key && !is_ours(k->key))
			json_add(r->doc.a, all, k->key, k->type)->u = k->u;
	tell(r, all, "in_one_minute", brief_doc, "asks");
	tell_did(r, all);
	tell(r, all, "how_to_read", method_doc, "notes");
	return all;
}
