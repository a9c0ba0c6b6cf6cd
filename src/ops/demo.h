/* The demo organisation: an invented team, read from data/demo. Private to
 * the ops layer. */
#ifndef OPS_DEMO_H
#define OPS_DEMO_H

#include "transfer.h"

#define DEMO_PERIODS 3		/* two that are closed, and the running one */

struct demo {
	struct call *c;
	struct tally *ids;		/* "slot:s101" and so on: keys in the store */
	struct people *people;		/* as cell_person() remembers them */
	struct person *coder;		/* who looked after the themes */
	enum coding_state coding;	/* what the coder's words are worth */
	struct period period[DEMO_PERIODS];
	size_t now;			/* actions: as they stood in this period */
	int64_t rows;			/* of all files */
};

/* The key that a name of the files got; 0 before it is set. */
int64_t *demo_id(struct demo *d, const char *kind, const char *name);
/* Read data/demo/FILE as `what`, whose rows get the demo as im->state. */
enum rc demo_read(struct demo *d, const struct transfer *what, const char *file,
		  struct err *err) __attribute__((warn_unused_result));
/* Fill a new store with all of it. */
enum rc demo_load(struct call *c, struct err *err) __attribute__((warn_unused_result));

extern const struct transfer demo_slots, demo_bookings, demo_notes, demo_leads,
	demo_themes, demo_codings, demo_actions;

#endif
