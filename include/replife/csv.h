/* Reading CSV (RFC 4180), one row at a time. */
#ifndef REPLIFE_CSV_H
#define REPLIFE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"
#include "replife/err.h"

#define CSV_ROW_MAX (1024 * 1024)	/* bytes, without quotes */

struct csv;

/* `fd` stays the caller's. `file` names it in messages. Reads the header:
 * UTF-8 with or without BOM. RC_BAD_DATA: none, or a name empty or twice;
 * RC_IO. The window and the longest row so far are all that is kept. */
enum rc csv_open(struct arena *a, int fd, const char *file, struct csv **out, struct err *err)
	__attribute__((warn_unused_result));
/* The same from memory; the text must stay. */
enum rc csv_open_text(struct arena *a, const char *p, size_t n, const char *file,
		      struct csv **out, struct err *err)
	__attribute__((warn_unused_result));
/* From now on leave the apostrophe that csv_next() takes off. */
void csv_verbatim(struct csv *c);
size_t csv_columns(const struct csv *c, const char *const **names);
/*
 * The next row: as many cells as columns, NULL where empty, good until the
 * next call. Blank lines are passed over. *more is false at the end.
 * RC_BAD_DATA: FILE:LINE and why (ragged, not UTF-8, a NUL, over 1 MiB).
 * The apostrophe that render_csv() puts before a formula is taken off.
 */
enum rc csv_next(struct csv *c, const char *const **cells, unsigned *line, bool *more,
		 struct err *err) __attribute__((warn_unused_result));

#endif
