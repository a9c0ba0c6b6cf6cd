/* A quick sum over a schema: enough to see that it is not ours. A restore
 * compares it text by text. */
#ifndef SCHEMA_HASH_H
#define SCHEMA_HASH_H

#include <sqlite3.h>
#include <stdint.h>

/* *code is SQLite's. */
uint64_t schema_hash(sqlite3 *db, int *code);

#endif
