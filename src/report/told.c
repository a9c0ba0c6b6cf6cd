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

struct json *with_words(struct render *r)
{
	struct json *all = json_new(r->doc.a, J_OBJECT);

	for (const struct json *k = json_first(r->model); k; k = k->next)
		json_add(r->doc.a, all, k->key, k->type)->u = k->u;
	tell(r, all, "in_one_minute", brief_doc, "asks");
	tell(r, all, "how_to_read", method_doc, "notes");
	return all;
}
