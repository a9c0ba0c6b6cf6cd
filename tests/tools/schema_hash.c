/* Prints what each version's schema sums up to, for check.c. Build time only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replife/embed.h"
#include "schema_hash.h"

static int take_int(void *out, int n, char **values, char **names)
{
	(void)names;
	*(int *)out = n ? atoi(values[0]) : 0;
	return 0;
}

int main(void)
{
	sqlite3 *db;
	int code = sqlite3_open(":memory:", &db);

	int cookies[100] = { 0 }, n = 1;

	printf("#include <stdint.h>\nstatic const uint64_t schema_hashes[] = { 0");
	for (const struct embedded *e = embedded_files; !code && e->name; e++) {
		if (strncmp(e->name, "migrations/", 11))
			continue;
		code = sqlite3_exec(db, e->text, NULL, NULL, NULL);
		if (!code && n < 100)
			code = sqlite3_exec(db, "PRAGMA schema_version", take_int, &cookies[n++], NULL);
		if (!code)
			printf(", 0x%llxu", (unsigned long long)schema_hash(db, &code));
	}
	printf(" };\nstatic const uint32_t schema_cookies[] = { 0");
	for (int i = 1; i < n; i++)
		printf(", %d", cookies[i]);
	printf(" };\n");
	if (code)
		fprintf(stderr, "migration: %s\n", sqlite3_errmsg(db));
	return code != 0;
}
