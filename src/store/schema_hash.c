/* What tables, indexes and triggers add up to. The build computes the sum of
 * what is shipped with this same file (schema_hashes.h). */
#include "schema_hash.h"

#include <string.h>

/* Order does not count, so the hashes of the rows are added up. */
static uint64_t mix(uint64_t h, const char *p, size_t n)
{
	uint64_t w;

	h ^= n * 0x9E3779B97F4A7C15u;
	while (n) {
		size_t k = n < 8 ? n : 8;

		w = 0;
		memcpy(&w, p, k);
		h = (h ^ w) * 0xD6E8FEB86659FD93u;
		h ^= h >> 32;
		p += k;
		n -= k;
	}
	return h;
}

static const char sql_schema[] =
	"SELECT type, name, tbl_name, sql FROM sqlite_schema"
	" WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

uint64_t schema_hash(sqlite3 *db, int *code)
{
	uint64_t sum = 0;
	sqlite3_stmt *s = NULL;

	*code = sqlite3_prepare_v2(db, sql_schema, -1, &s, NULL);
	if (*code)
		return 0;
	while ((*code = sqlite3_step(s)) == SQLITE_ROW) {
		uint64_t h = 0x5245504C494645u;

		for (int i = 0; i < 4; i++) {
			const char *p = (const char *)sqlite3_column_text(s, i);

			h = mix(h, p ? p : "", (size_t)sqlite3_column_bytes(s, i));
		}
		sum += h;
	}
	if (*code == SQLITE_DONE)
		*code = SQLITE_OK;
	sqlite3_finalize(s);
	return sum;
}
