/* Lines out, wrapped between words; lines in, checked. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "lines.h"
#include "replife/utf8.h"

#define LINE_MAX_BYTES (64 * 1024)
#define TTY_LINE_BYTES 4095	/* the kernel drops what is beyond, and says nothing */
#define COLS 78			/* where nobody knows */
#define LEAST_COLS 20

/* ---- out ---- */

static size_t terminal_cols(void)
{
	struct winsize w;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) || !w.ws_col)
		return COLS;
	return w.ws_col > LEAST_COLS ? w.ws_col - 1u : LEAST_COLS;
}

/* One line; a word that is wider than the terminal is not broken. */
static void put_wrapped(struct out *o, const char *p, size_t n, size_t cols)
{
	size_t used = 0;

	while (n) {
		size_t blanks = 0, word, width;

		while (blanks < n && p[blanks] == ' ')
			blanks++;
		for (word = blanks; word < n && p[word] != ' ';)
			word++;
		width = utf8_width(p + blanks, word - blanks);
		if (used && used + blanks + width > cols) {
			out_char(o, '\n');
			used = 0;
		} else {
			out_pad(o, blanks);
			used += blanks;
		}
		out_bytes(o, p + blanks, word - blanks);
		used += width;
		p += word;
		n -= word;
	}
	out_char(o, '\n');
}

void lines_say(struct lines *l, const char *text)
{
	struct arena a = { .parent = l->app.arena };
	size_t cols = terminal_cols();
	struct out safe;

	out_to_mem(&safe, &a);
	utf8_put_safe_lines(&safe, text, strlen(text), l->app.front->ascii);
	for (const char *p = out_text(&safe), *end; p; p = end ? end + 1 : NULL) {
		end = strchr(p, '\n');
		put_wrapped(&l->out, p, end ? (size_t)(end - p) : strlen(p), cols);
	}
	l->spoke = true;
	arena_free(&a);
}

void lines_sayf(struct lines *l, const char *fmt, ...)
{
	struct arena a = { .parent = l->app.arena };
	va_list ap;

	va_start(ap, fmt);
	lines_say(l, arena_vprintf(&a, fmt, ap));
	va_end(ap);
	arena_free(&a);
}

void lines_message(struct lines *l)
{
	struct app *app = &l->app;

	if (app->said)
		lines_sayf(l, "%s%s", app->said, app->undo ? " (undo takes it back)" : "");
	app->said = NULL;
	app->undo = 0;
}

void lines_flush(struct lines *l)
{
	struct err ignored = { 0 };

	if (out_flush(&l->out, &ignored))
		l->app.quit = true;
}

/* ---- in ---- */

/* Bytes of the line, those that had no room too; -1: the end. */
static long take_line(char *p)
{
	long n = 0;
	int ch;

	while ((ch = getc(stdin)) != EOF && ch != '\n')
		if (n++ < LINE_MAX_BYTES)
			p[n - 1] = (char)ch;
	if (ch == EOF && !n)
		return -1;
	if (n && n <= LINE_MAX_BYTES && p[n - 1] == '\r')
		n--;
	p[n < LINE_MAX_BYTES ? n : LINE_MAX_BYTES] = '\0';
	return n;
}

/* A terminal that hands over whole lines takes no more than so much of one. */
static long most_bytes(void)
{
	struct termios t;

	return !tcgetattr(STDIN_FILENO, &t) && t.c_lflag & ICANON ? TTY_LINE_BYTES - 1 : LINE_MAX_BYTES;
}

/* A key's own control character may stand alone. */
static bool has_control(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)p[i] < ' ' && p[i] != '\t') || p[i] == 0x7F)
			return n > 1 || !p[i];
	return false;
}

const char *lines_read(struct lines *l)
{
	for (;;) {
		long n, most = most_bytes();

		out_str(&l->out, "> ");
		lines_flush(l);
		l->spoke = false;
		if (!l->typed)
			l->typed = arena_alloc(l->app.arena, LINE_MAX_BYTES + 1);
		n = take_line(l->typed);
		if (n < 0)
			return NULL;
		if (n > most)
			lines_sayf(l, "That line is too long: at most %ld bytes. Nothing of it was taken.", most);
		else if (!utf8_valid(l->typed, (size_t)n, NULL))
			lines_say(l, "That line is not UTF-8. Nothing of it was taken.");
		else if (has_control(l->typed, (size_t)n))
			lines_say(l, "That line holds a control character, of an arrow key perhaps. Nothing of it was taken.");
		else
			return l->typed;
	}
}
