/* Marks in a list. */
#include "marks.h"

#include "say.h"

static size_t place(const struct marks *m, int64_t id)
{
	size_t i = 0;

	while (i < m->n && m->ids[i] != id)
		i++;
	return i;
}

bool marks_has(const struct marks *m, int64_t id)
{
	return place(m, id) < m->n;
}

bool marks_turn(struct marks *m, int64_t id)
{
	size_t i = place(m, id);

	if (i < m->n)
		m->ids[i] = m->ids[--m->n];
	else if (m->n < MARKS_MAX)
		m->ids[m->n++] = id;
	else
		return false;
	return true;
}

void marks_keep(struct marks *m, const struct reply *r)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		size_t row = 0;

		while (row < r->n_rows && row_int(r, row, "id") != m->ids[i])
			row++;
		if (row < r->n_rows)
			m->ids[n++] = m->ids[i];
	}
	m->n = n;
}
