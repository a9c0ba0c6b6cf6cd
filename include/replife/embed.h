/* Files of data/ that the program carries inside. */
#ifndef REPLIFE_EMBED_H
#define REPLIFE_EMBED_H

#include <stddef.h>

struct embedded {
	const char *name;	/* "migrations/0001_house.sql" */
	const char *text;	/* NUL-terminated */
	const char *end;	/* of the text, at the NUL */
};

extern const struct embedded embedded_files[];	/* sorted by name; ends with NULL */
const struct embedded *embedded_find(const char *name);	/* or NULL */

#endif
