#include "replife/confine.h"

static bool confined;

void confine(void)
{
	confined = true;
}

bool is_confined(void)
{
	return confined;
}

enum rc confine_check(const char *what, const char *todo, struct err *err)
{
	if (!confined)
		return RC_OK;
	err_set(err, RC_DENIED, "nobody can %s from here", what);
	return err_todo(err, "%s", todo);
}
