#include "cell.h"

#include <string.h>

#define KINDS 1024		/* of marks above one letter; a language has dozens */

/* The first is "none". */
static uint32_t kinds[KINDS][GLYPH_MARKS];
static uint16_t n_kinds = 1;

bool style_hides(enum style s)
{
	return s != STYLE_TAB && s != STYLE_SELECTED && s != STYLE_SELECTED_DIM && s != STYLE_FIELD &&
	       s != STYLE_FIELD_ON && s < STYLE_HEAT1;
}

uint16_t cell_marks_id(const uint32_t marks[GLYPH_MARKS])
{
	uint16_t i = 1;

	if (!marks[0])
		return 0;
	while (i < n_kinds && memcmp(kinds[i], marks, sizeof kinds[i]))
		i++;
	if (i < n_kinds)
		return i;
	if (n_kinds == KINDS)
		return 0;
	memcpy(kinds[n_kinds], marks, sizeof kinds[n_kinds]);
	return n_kinds++;
}

const uint32_t *cell_marks(const struct cell *x)
{
	return kinds[x->marks];
}
