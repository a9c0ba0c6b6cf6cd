/* Prints what each version's schema sums up to, for check.c. Build time only. */
#include <stdio.h>
#include <string.h>

#include "replife/embed.h"
#include "schema_hash.h"

int main(void)
{
	sqlite3 *db;
	int code = sqlite3_open(":memory:", &db);

	printf("#include <stdint.h>\nstatic const uint64_t schema_hashes[] = { 0");
	for (const struct embedded *e = embedded_files; !code && e->name; e++) {
		if (strncmp(e->name, "migrations/", 11))
			continue;
		code = sqlite3_exec(db, e->text, NULL, NULL, NULL);
		if (!code)
			printf(", 0x%llxu", (unsigned long long)schema_hash(db, &code));
	}
	printf(" };\n");
	if (code)
		fprintf(stderr, "migration: %s\n", sqlite3_errmsg(db));
	return code != 0;
}
