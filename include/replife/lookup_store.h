/* Finding a period or a theme by what people call it. out->id is 0 where
 * there is none. */
#ifndef REPLIFE_LOOKUP_STORE_H
#define REPLIFE_LOOKUP_STORE_H

#include "replife/entity.h"

enum rc period_holding(struct store *st, struct arena *a, int64_t program_id, int64_t at_s,
		       struct period *out, struct err *err) __attribute__((warn_unused_result));
/* The first that ends after `at_s`: the one that holds it, or the next. */
enum rc period_ahead(struct store *st, struct arena *a, int64_t program_id, int64_t at_s,
		     struct period *out, struct err *err) __attribute__((warn_unused_result));
/* The latest that begins before `before_s`. */
enum rc period_before(struct store *st, struct arena *a, int64_t program_id, int64_t before_s,
		      struct period *out, struct err *err) __attribute__((warn_unused_result));
/* Upper and lower case are alike. */
enum rc period_named(struct store *st, struct arena *a, int64_t program_id, const char *name,
		     struct period *out, struct err *err) __attribute__((warn_unused_result));
enum rc theme_named(struct store *st, struct arena *a, int64_t program_id, const char *name,
		    struct theme *out, struct err *err) __attribute__((warn_unused_result));

#endif
