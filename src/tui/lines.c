#include "screens.h"
enum rc tui_lines(struct arena *a, const struct front *f, struct err *err)
{
	return tui_run(a, f, err);
}
