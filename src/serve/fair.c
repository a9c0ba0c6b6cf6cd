/* Whoever has had least of the time is next, however many calls others send: start-time
 * fair queueing (Goyal, Vin and Cheng, SIGCOMM 1996). A call starts, in time that has
 * been shared out, where its account's former one ended, and no earlier than the one
 * that was begun last. */
#include "server.h"

#define GUESS_US 1000		/* until it is known how long it took */

static int64_t start_of(const struct fair *f, const struct job *j)
{
	int64_t end = j->account->end_us[f->of];

	return end > f->start_us ? end : f->start_us;
}

struct job *fair_take(struct fair *f, struct jobs *q)
{
	struct job *next = q->first;

	for (struct job *j = next; j; j = j->next)
		if (start_of(f, j) < start_of(f, next))
			next = j;
	if (!next)
		return NULL;
	jobs_remove(q, next);
	f->start_us = start_of(f, next);
	next->account->end_us[f->of] = f->start_us + GUESS_US;
	return next;
}

void fair_took(struct fair *f, struct job *j, int64_t us)
{
	j->account->end_us[f->of] += us - GUESS_US;
}
