/* A file's rows on their way into an op. */
#ifndef REPLIFE_TABLE_H
#define REPLIFE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/err.h"

/*
 * Rows of a CSV file come one at a time, since a file may be larger than
 * memory. A JSON file is handed over whole.
 */
struct table {
	const char *file;		/* for messages: FILE:LINE */
	size_t n_cols;
	const char *const *cols;	/* as the header names them */
	/* The next row: n_cols texts, NULL where empty, good until the next
	 * call. *more is false at the end. RC_BAD_DATA names FILE:LINE. */
	enum rc (*next)(const struct table *t, const char *const **cells,
			unsigned *line, bool *more, struct err *err);
	void *ctx;
	const char *json;		/* the whole text; NULL: rows */
	size_t json_len;
};

#endif
