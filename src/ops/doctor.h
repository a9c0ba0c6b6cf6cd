/* doctor's parts. Private to them. */
#ifndef OPS_DOCTOR_H
#define OPS_DOCTOR_H

#include "session_i.h"

/* OK has nothing to do. BAD: writes are refused, or others can get at it. */
enum finding { OK, WARN, BAD };

void doctor_put(struct call *c, const char *what, enum finding f, const char *found,
		const char *todo);
/* doctor_server.c: how the server is, and whether the people's accounts are theirs.
 * Nothing where none is asked. */
void doctor_server(struct call *c);
enum rc doctor_accounts(struct call *c, struct err *err) __attribute__((warn_unused_result));

#endif
