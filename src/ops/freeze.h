/* Closing a period's report. Private to the ops layer. */
#ifndef OPS_FREEZE_H
#define OPS_FREEZE_H

#include "call.h"

/* Close the period as of `at_s`: its report is frozen as the next revision.
 * `reason`: why it had been re-opened, or NULL. */
enum rc period_freeze(struct call *c, struct period *p, int64_t at_s, const char *reason,
		      struct err *err) __attribute__((warn_unused_result));

#endif
