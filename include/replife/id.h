/* Identity outside: UUIDs (libuuid). */
#ifndef REPLIFE_ID_H
#define REPLIFE_ID_H

#include <stdbool.h>
#include <stdint.h>

#define UUID_TEXT_SIZE 37	/* 36 characters and a NUL */

struct uuid {
	uint8_t b[16];
};

struct uuid uuid_new(void);			/* version 7: rising with time */
bool uuid_none(const struct uuid *u);
void uuid_text(const struct uuid *u, char out[UUID_TEXT_SIZE]);	/* lower case */
bool uuid_from_text(const char *s, struct uuid *out);

#endif
