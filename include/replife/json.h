/*
 * JSON (RFC 8259): a writer that streams, and a tree for what is read.
 * The tree is also the report's model and the payload of audit changes.
 */
#ifndef REPLIFE_JSON_H
#define REPLIFE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"
#include "replife/out.h"

/* ---- writer: commas and quotes are its business ---- */
struct jw {
	struct out *o;
	unsigned depth;
	bool first[64];		/* per depth: nothing written yet */
	bool after_key;
};

void jw_init(struct jw *w, struct out *o);
void jw_object(struct jw *w);
void jw_array(struct jw *w);
void jw_end_object(struct jw *w);
void jw_end_array(struct jw *w);
void jw_key(struct jw *w, const char *key);
/* Strings: `"`, `\`, controls, U+2028/9, and `</` (as `<\/`) are escaped;
 * bytes that are not UTF-8 become U+FFFD. */
void jw_str(struct jw *w, const char *s);		/* NULL writes null */
void jw_strn(struct jw *w, const char *s, size_t n);
void jw_int(struct jw *w, int64_t v);
void jw_real(struct jw *w, double v);			/* not finite: null */
void jw_bool(struct jw *w, bool v);
void jw_null(struct jw *w);
void jw_raw(struct jw *w, const char *json);		/* already JSON */

/* ---- tree ---- */
enum json_type { J_NULL, J_BOOL, J_INT, J_REAL, J_STR, J_ARRAY, J_OBJECT };

struct json {
	enum json_type type;
	unsigned line;			/* where it was read; 0 if it was built */
	union {
		bool b;
		int64_t i;
		double r;
		struct { const char *p; size_t n; } s;	/* NUL-terminated too */
		struct { struct json *first, *last; size_t n; } kids;
	} u;
	const char *key;		/* within an object */
	struct json *next;		/* sibling */
};

/* RC_BAD_DATA with "LINE: why". One value, at most 64 deep; duplicate keys
 * and bad UTF-8 are refused. The text must stay as long as the tree. */
enum rc json_parse(struct arena *a, const char *p, size_t n,
		   struct json **out, struct err *err)
	__attribute__((warn_unused_result));
void json_write(struct jw *w, const struct json *j);
const char *json_text(struct arena *a, const struct json *j);

struct json *json_new(struct arena *a, enum json_type type);
/* Add to an object under `key` (a literal or in the arena), or with key NULL
 * to an array; returns the new member. */
struct json *json_add(struct arena *a, struct json *to, const char *key,
		      enum json_type type);
/* The member of an object that is being built; NULL: there is none. */
struct json *json_at(struct json *obj, const char *key);
void json_add_str(struct arena *a, struct json *to, const char *key, const char *s);
void json_add_int(struct arena *a, struct json *to, const char *key, int64_t v);
void json_add_real(struct arena *a, struct json *to, const char *key, double v);
void json_add_bool(struct arena *a, struct json *to, const char *key, bool v);

/* Reading: absent or of another type gives the fallback. */
const struct json *json_get(const struct json *obj, const char *key);	/* or NULL */
const char *json_str(const struct json *obj, const char *key, const char *fallback);
int64_t json_int(const struct json *obj, const char *key, int64_t fallback);
double json_real(const struct json *obj, const char *key, double fallback);
bool json_bool(const struct json *obj, const char *key, bool fallback);
const struct json *json_first(const struct json *parent);	/* or NULL; then ->next */
size_t json_count(const struct json *obj, const char *key);	/* members of an array */

#endif
