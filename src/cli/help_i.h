/* The pages of help that are no command's. Private to help. */
#ifndef CLI_HELP_I_H
#define CLI_HELP_I_H

#include "replife/cli.h"

struct topic {
	const char *name, *title;
	void (*write)(struct out *o, const struct op_set *set);
};
extern const struct topic topics[];		/* ends with name NULL */

const char *who_says(const struct op *op);	/* "reps, and lifecycle" */
/* matrix.c: who may do what, for people and for scripts */
void write_matrix(struct out *o, const struct op_set *set);
void matrix_rows(struct reply *r);
void put_labelled(struct out *o, const char *label, size_t gutter, const char *text);

#endif
