/* The terminal, or its absence: what it can show, messages, questions. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/utf8.h"

#define LINE_MAX_BYTES (64 * 1024)

/* A closed stdout must not become the store's descriptor. Writing to such a
 * one fails, as it should. */
static void hold_fds(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)!open("/dev/null", fd ? O_RDONLY : O_WRONLY);
}

static bool says_utf8(const char *s)
{
	return strcasestr(s, "utf-8") || strcasestr(s, "utf8");
}

static bool locale_is_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *s = getenv(names[i]);

		if (s && *s)
			return says_utf8(s);
	}
	return false;
}

void terminal_init(struct cli *c)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	hold_fds();
	sigaction(SIGPIPE, &ignore, NULL);
	c->tty_in = isatty(STDIN_FILENO);
	c->tty_out = isatty(STDOUT_FILENO);
	c->tty_err = isatty(STDERR_FILENO);
	c->ascii = !locale_is_utf8();
}

void terminal_color(struct cli *c)
{
	const char *want = c->cmd.g.color, *term = getenv("TERM");
	const char *none = getenv("NO_COLOR");

	if (!want && none && *none)
		want = "never";
	if (!want)
		want = config_get(&c->cfg, "color");
	if (want && strcmp(want, "auto"))
		c->color = !strcmp(want, "always");
	else
		c->color = c->tty_out && term && *term && strcmp(term, "dumb");
}

unsigned terminal_width(const struct cli *c)
{
	const char *columns;
	struct winsize ws;
	long n;

	if (!c->tty_out)
		return 0;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) && ws.ws_col)
		return ws.ws_col;
	columns = getenv("COLUMNS");
	n = columns ? strtol(columns, NULL, 10) : 0;
	return n > 0 && n < 10000 ? (unsigned)n : 80;
}

const char *ask_line(struct arena *a)
{
	size_t cap = 128, n = 0;
	char *p = arena_alloc(a, cap);

	for (;;) {
		char c;
		ssize_t k = read(STDIN_FILENO, &c, 1);

		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0 && !n)
			return NULL;
		if (k <= 0 || c == '\n')
			break;
		if (n + 1 == cap) {
			p = arena_grow(a, p, cap, cap * 2);
			cap *= 2;
		}
		if (n < LINE_MAX_BYTES)
			p[n++] = c;
	}
	p[n] = '\0';
	return p;
}

/* What cannot be said on stderr cannot be said at all. */
static void to_stderr(struct out *o)
{
	struct err ignored = { 0 };

	if (out_flush(o, &ignored))
		return;
}

void say_prompt(struct cli *c, const char *text)
{
	struct out o;

	out_to_fd(&o, c->arena, STDERR_FILENO);
	utf8_put_safe_lines(&o, text, strlen(text), c->ascii);
	to_stderr(&o);
}

void say(struct cli *c, const char *text)
{
	struct out o;

	out_to_fd(&o, c->arena, STDERR_FILENO);
	out_str(&o, "replife: ");
	utf8_put_safe(&o, text, strlen(text), SIZE_MAX, c->ascii);
	out_char(&o, '\n');
	to_stderr(&o);
}

/* A sentence ends with a full stop, once. */
const char *full_stop(const char *s)
{
	size_t n = strlen(s);

	return n && strchr(".?!", s[n - 1]) ? "" : ".";
}

void say_err(struct cli *c, const struct err *err)
{
	if (*err->todo)
		say(c, arena_printf(c->arena, "%s%s %s%s", err->what, full_stop(err->what),
				    err->todo, full_stop(err->todo)));
	else
		say(c, arena_printf(c->arena, "%s%s", err->what, full_stop(err->what)));
}
