/* A file that is there whole, or not at all. */
#ifndef REPLIFE_OUT_FILE_H
#define REPLIFE_OUT_FILE_H

#include "replife/out.h"

struct out_temp;

struct out_file {
	struct out out;
	const char *path;		/* as named, for messages */
	const char *target, *temp;	/* temp NULL: written in place (a device) */
	struct out_temp *left;		/* goes with the arena, unless it was closed */
	int fd;
};
enum rc out_file_open(struct arena *a, const char *path, struct out_file *f,
		      struct err *err) __attribute__((warn_unused_result));
enum rc out_file_close(struct out_file *f, struct err *err)
	__attribute__((warn_unused_result));
void out_file_drop(struct out_file *f);		/* leaves no trace */

#endif
