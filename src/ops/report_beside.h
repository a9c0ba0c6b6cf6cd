/* A report beside earlier periods. Private to the ops layer. */
#ifndef OPS_REPORT_BESIDE_H
#define OPS_REPORT_BESIDE_H

#include "report.h"
#include "replife/theme_store.h"

/* What a model of the period `p` needs to be set beside others; lies in the
 * call's arena. */
struct beside;
enum rc beside_load(struct call *c, const struct period *p, struct json *model, struct beside **out,
		    struct err *err) __attribute__((warn_unused_result));
/* What `before` had of those `parts`, into the model: its `compare`, and `before`
 * of each theme. */
enum rc beside_period(struct beside *b, const struct period *before, unsigned parts, struct err *err)
	__attribute__((warn_unused_result));
/* The closed reports before this one, into the model's `trend`. */
enum rc beside_trend(struct beside *b, const struct period *p, struct err *err)
	__attribute__((warn_unused_result));

/* ---- report_then.c ---- */

struct beside {
	struct call *c;
	struct arena *a;
	struct json *model;
	struct theme *all;		/* of the program, as they are now */
	struct moved_fact *moved;	/* who was in another theme before */
	size_t n, n_moved;
};

/* The themes of an earlier period's model, each counted as the theme of this
 * report that it is now, [{id name observations sessions unknown* within*}].
 * unknown: what it was then cannot be told from others any more; within {id name
 * remarks}: not apart then, so many of its remarks of now were moved out of that
 * one, which was heard then. */
enum rc themes_then(struct beside *b, const struct period *p, const struct json *other, struct json **out,
		    struct err *err) __attribute__((warn_unused_result));
const struct json *theme_listed(const struct json *list, const char *id);	/* or NULL */

#endif
