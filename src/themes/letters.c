/* Which first four letters a term's first word may have. */
#include "letters.h"

static uint32_t both(unsigned char c)
{
	uint32_t bit = (uint32_t)1 << (c & 31);
	uint32_t y_and_i = (uint32_t)1 << ('y' & 31) | (uint32_t)1 << ('i' & 31);

	return bit & y_and_i ? y_and_i : bit;
}

void letters_add(struct letters *l, enum word_kind kind, const char *p, size_t n)
{
	uint32_t may[4] = { ~(uint32_t)0, ~(uint32_t)0, ~(uint32_t)0, ~(uint32_t)0 };

	if (kind == WORD_STEM && (((n == 3 || n == 4) && p[n - 1] == 'e') ||
				  (n > 3 && p[2] == 'b' && p[3] == 'l')))
		n = n > 3 ? 3 : 2;
	for (size_t i = 0; i < n && i < 4; i++)
		may[i] = both((unsigned char)p[i]);
	for (uint32_t k = 0; k < 32 * 32; k++) {
		if (!(may[0] >> k % 32 & may[1] >> k / 32 & 1))
			continue;
		for (uint32_t m = 0; m < 32 * 32; m++) {
			uint32_t x = letters_place(k % 32 | k / 32 << 8 | m % 32 << 16 | m / 32 << 24);

			if (may[2] >> m % 32 & may[3] >> m / 32 & 1)
				l->may[x / 32] |= (uint32_t)1 << x % 32;
		}
	}
}
