/* What ends the program ends it, and what comes while it ends does not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "../../src/tui/signals.c"

/* How a process ends that does this: its exit status, or minus a signal. */
static int end_of(void (*does)(void))
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		does();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void hang_up_late(void)
{
	signals_hold();
	raise(SIGHUP);		/* held, and not taken before the end */
	signals_close();
	raise(SIGHUP);
}

static void a_hang_up_while_it_ends_is_nothing(void **state)
{
	(void)state;
	assert_int_equal(end_of(hang_up_late), 0);
}

static void terminate_late(void)
{
	signals_hold();
	raise(SIGTERM);
	signals_close();
}

static void terminate_without_descriptors(void)
{
	setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 0, 0 });
	signals_hold();
	raise(SIGTERM);
}

static void sigterm_is_never_lost(void **state)
{
	(void)state;
	assert_int_equal(end_of(terminate_late), -SIGTERM);
	assert_int_equal(end_of(terminate_without_descriptors), -SIGTERM);
}

static void taken(void)
{
	bool resized, to_stop, to_end;

	signals_hold();
	if (signals_take(&resized, &to_stop, &to_end))
		_exit(1);
	raise(SIGWINCH);
	raise(SIGTSTP);
	if (!signals_take(&resized, &to_stop, &to_end) || !resized || !to_stop || to_end)
		_exit(2);
	raise(SIGHUP);
	if (!signals_take(&resized, &to_stop, &to_end) || resized || to_stop || !to_end)
		_exit(3);
	signals_close();
}

static void each_is_told(void **state)
{
	(void)state;
	assert_int_equal(end_of(taken), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hang_up_while_it_ends_is_nothing), cmocka_unit_test(sigterm_is_never_lost),
		cmocka_unit_test(each_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
