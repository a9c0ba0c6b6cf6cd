#include "dialog.h"

struct box dialog_frame(struct canvas *c, struct box body, int rows, int cols, const char *title)
{
	struct box a;

	rows += 2;
	cols += 4;
	if (c->plain)
		return frame(c, body, title);
	if (rows > body.rows)
		rows = body.rows;
	if (cols > body.cols)
		cols = body.cols;
	a = box_part(body, (body.rows - rows) / 2, (body.cols - cols) / 2, rows, cols);
	return frame(c, a, title);
}

void put_buttons(struct canvas *c, struct box a, int row, const char *yes, const char *no)
{
	int col = 2, w;

	if (c->plain)
		return;

	w = put(c, a, row, col, 0, STYLE_STRONG, "< ");
	w += put(c, a, row, col + w, 0, STYLE_STRONG, yes);
	w += put(c, a, row, col + w, 0, STYLE_STRONG, " >");
	hot(c, box_part(a, row, col, 1, w), HOT_KEY, K_ENTER);
	col += w + 4;
	w = put(c, a, row, col, 0, STYLE_PLAIN, no);
	hot(c, box_part(a, row, col, 1, w), HOT_KEY, K_ESC);
}
