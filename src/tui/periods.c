/* Which period a screen is about. */
#include "periods.h"

#include <string.h>

#include "say.h"

int period_row(const struct reply *periods, const char *name)
{
	for (size_t i = 0; i < periods->n_rows; i++)
		if (!strcmp(row_text(periods, i, "name"), name))
			return (int)i;
	return -1;
}

bool period_in_work(const struct reply *periods, int row)
{
	const char *state = row_text(periods, (size_t)row, "state");

	return strcmp(state, "closed") && strcmp(state, "planned");
}

int period_next(const struct reply *periods, int row)
{
	for (int i = (row < 0 ? (int)periods->n_rows : row) - 1; i >= 0; i--)
		if (period_in_work(periods, i))
			return i;
	return -1;
}

int period_to_work_on(const struct reply *periods)
{
	return period_next(periods, -1);
}
