/* Picks the front end. The only exit(). */
#include <setjmp.h>
#include <stdlib.h>

#include "replife/arena.h"
#include "replife/cli.h"
#include "replife/front.h"

int main(int argc, char **argv)
{
	/* Static: nothing of it is lost by the longjmp. */
	static const struct cli_apps apps = { tui_run, tui_lines };
	static struct arena arena;
	static jmp_buf out_of_memory;
	int status;

	if (setjmp(out_of_memory)) {
		arena.recover = NULL;
		arena_free(&arena);	/* and what must not be left lying about */
		status = cli_out_of_memory();
	} else {
		arena.recover = &out_of_memory;
		status = cli_run(&arena, argc, argv, &apps);
	}
	arena.recover = NULL;
#if defined(__SANITIZE_ADDRESS__)
	arena_free(&arena);
#endif
	exit(status);
}
