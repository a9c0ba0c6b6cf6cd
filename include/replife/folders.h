/* Where a person's own data lies. */
#ifndef REPLIFE_FOLDERS_H
#define REPLIFE_FOLDERS_H

#include "replife/arena.h"
#include "replife/err.h"

/* A file of it, as their store is one; NULL: there is no home folder. */
const char *data_path(struct arena *a, const char *name);
/* The folders on the way to `path` that are not there yet, each its owner's alone. */
enum rc make_folders(const char *path, struct err *err) __attribute__((warn_unused_result));

#endif
