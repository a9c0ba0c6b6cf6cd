/*
 * screen ROWS COLS PROGRAM [ARGS…]: a program on a terminal (libvterm), driven
 * by lines on stdin, with answers on stdout. For tests and pictures.
 *
 *   send HEX       bytes to the program
 *   sync           wait until it has handled all input and shown the result
 *                  (the program answers a fence; REPLIFE_FENCE is set for it)
 *   wait HEX       wait until that text is on the screen
 *   size R C       another size
 *   signal N       to the program
 *   show           rows, then "cursor R C V", "mouse N", "alt N"
 *   looks          a row a line, a letter a cell: . plain, b bold, d? …
 *   attributes     the same with all that it has at once
 *   svg FILE       the screen as a picture
 *   end            wait for the program's end: "exit N" or "signal N"
 * Each answer ends with a line "ok", or "gone" where the program has ended, or
 * "late" after 20 seconds.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#define PATIENCE_MS 20000

static VTerm *vt;
static VTermScreen *vs;
static int fd, rows, cols, mouse, alt, status;
static bool visible = true, ended, reaped;
static pid_t pid;
static VTermPos cursor;
static unsigned asked, answered;
static char held[65536];
static size_t n_held;

static void to_program(const char *s, size_t n, void *user)
{
	(void)user;
	while (n) {
		ssize_t k = write(fd, s, n);

		if (k < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (k > 0) {
			s += k;
			n -= (size_t)k;
		}
	}
}

static int on_prop(VTermProp p, VTermValue *v, void *user)
{
	(void)user;
	if (p == VTERM_PROP_ALTSCREEN)
		alt = v->boolean;
	else if (p == VTERM_PROP_CURSORVISIBLE)
		visible = v->boolean;
	else if (p == VTERM_PROP_MOUSE)
		mouse = v->number;
	return 1;
}

static int on_cursor(VTermPos pos, VTermPos old, int shown, void *user)
{
	(void)old;
	(void)shown;
	(void)user;
	cursor = pos;
	return 1;
}

/* Bytes of the escape sequence at `s`; 0: not all of it is here. */
static size_t sequence(const char *s, size_t n)
{
	if (n < 2)
		return 0;
	if (s[1] == '[') {
		for (size_t i = 2; i < n; i++)
			if (s[i] >= 0x40 && s[i] <= 0x7e)
				return i + 1;
		return 0;
	}
	if (s[1] == ']' || s[1] == 'P') {
		for (size_t i = 2; i < n; i++)
			if (s[i] == 7)
				return i + 1;
			else if (s[i] == 27)
				return i + 1 < n ? i + 2 : 0;
		return 0;
	}
	return strchr("()*+#%", s[1]) ? (n < 3 ? 0 : 3) : 2;
}

/* This libvterm takes only the first of several modes, and loses an OSC that
 * comes in two pieces, or shows a sign of its own for a character that does: so
 * it gets whole sequences, with one mode each, and whole characters. */
static void one_sequence(const char *s, size_t n)
{
	char last = s[n - 1];

	if (n > 7 && !memcmp(s, "\033]7770;", 7)) {
		answered++;
	} else if (n > 4 && s[1] == '[' && s[2] == '?' && (last == 'h' || last == 'l')) {
		const char *p = s + 3;

		while (p < s + n - 1) {
			char one[32];
			char *end;
			long mode = strtol(p, &end, 10);

			vterm_input_write(vt, one, (size_t)snprintf(one, sizeof one, "\033[?%ld%c", mode, last));
			p = end + 1;
		}
	} else {
		vterm_input_write(vt, s, n);
	}
}

/* Bytes of `s` up to a character that is not all there yet. */
static size_t whole(const char *s, size_t n)
{
	size_t at = n;

	while (at && n - at < 3 && ((unsigned char)s[at - 1] & 0xC0) == 0x80)
		at--;
	if (at && (unsigned char)s[at - 1] >= 0xC0) {
		unsigned char c = (unsigned char)s[--at];
		size_t wants = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;

		return n - at < wants ? at : n;
	}
	return n;
}

static void from_program(const char *s, size_t n)
{
	size_t i = 0;

	if (n_held + n > sizeof held)
		n_held = 0;
	memcpy(held + n_held, s, n);
	n_held += n;
	while (i < n_held) {
		char *at = held + i, *esc;
		size_t left = n_held - i, k;

		if (*at != 27) {
			esc = memchr(at, 27, left);
			k = esc ? (size_t)(esc - at) : whole(at, left);
			if (!k)
				break;
			vterm_input_write(vt, at, k);
		} else {
			k = sequence(at, left);
			if (!k)
				break;
			one_sequence(at, k);
		}
		i += k;
	}
	memmove(held, held + i, n_held -= i);
}

/* False: nothing came within the time, or it has ended. */
static bool pump(int ms)
{
	struct pollfd p = { fd, POLLIN, 0 };
	char buf[32768];
	ssize_t n;

	if (ended || poll(&p, 1, ms) <= 0)
		return false;
	n = read(fd, buf, sizeof buf);
	if (n <= 0) {
		ended = n == 0 || errno != EINTR;
		return !ended;
	}
	from_program(buf, (size_t)n);
	vterm_screen_flush_damage(vs);
	return true;
}

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000;
}

static const char *until(bool (*true_yet)(const void *), const void *what)
{
	long end = now_ms() + PATIENCE_MS;

	for (;;) {
		if (true_yet(what))
			return "ok";
		if (ended)
			return "gone";
		if (now_ms() >= end)
			return "late";
		pump((int)(end - now_ms()));
	}
}

static size_t put_cp(char *o, uint32_t c)
{
	if (c < 0x80) {
		o[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		o[0] = (char)(0xC0 | c >> 6);
		o[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		o[0] = (char)(0xE0 | c >> 12);
		o[1] = (char)(0x80 | (c >> 6 & 63));
		o[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	o[0] = (char)(0xF0 | c >> 18);
	o[1] = (char)(0x80 | (c >> 12 & 63));
	o[2] = (char)(0x80 | (c >> 6 & 63));
	o[3] = (char)(0x80 | (c & 63));
	return 4;
}

static VTermScreenCell cell(int r, int c)
{
	VTermScreenCell k;

	memset(&k, 0, sizeof k);
	vterm_screen_get_cell(vs, (VTermPos){ r, c }, &k);
	return k;
}

static size_t cell_text(const VTermScreenCell *k, char *o)
{
	size_t n = 0;

	if (!k->chars[0] || k->chars[0] == (uint32_t)-1) {
		o[0] = ' ';
		return 1;
	}
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && k->chars[i]; i++)
		n += put_cp(o + n, k->chars[i]);
	return n;
}

static char *row_text(int r)
{
	static char line[16384];
	size_t n = 0, end = 0;

	for (int c = 0; c < cols;) {
		VTermScreenCell k = cell(r, c);

		n += cell_text(&k, line + n);
		if (line[n - 1] != ' ')
			end = n;
		c += k.width > 1 ? k.width : 1;
	}
	line[end] = '\0';
	return line;
}

static bool is_synced(const void *what)
{
	(void)what;
	return answered >= asked;
}

static bool is_shown(const void *what)
{
	for (int r = 0; r < rows; r++)
		if (strstr(row_text(r), what))
			return true;
	return false;
}

static bool is_over(const void *what)
{
	(void)what;
	return ended;
}

static size_t unhex(char *s)
{
	size_t n = 0;

	for (unsigned v; sscanf(s + n * 2, "%2x", &v) == 1; n++)
		s[n] = (char)v;
	s[n] = '\0';
	return n;
}

static void show(void)
{
	for (int r = 0; r < rows; r++)
		printf("|%s\n", row_text(r));
	printf("cursor %d %d %d\nmouse %d\nalt %d\n", cursor.row, cursor.col, visible, mouse, alt);
}

static void looks(void)
{
	for (int r = 0; r < rows; r++) {
		putchar('|');
		for (int c = 0; c < cols; c++) {
			VTermScreenCell k = cell(r, c);
			bool colored = !VTERM_COLOR_IS_DEFAULT_FG(&k.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&k.bg);

			putchar(k.attrs.reverse ? 'R' : k.attrs.underline ? 'U' : colored ? 'C'
				: k.attrs.bold ? 'B' : '.');
		}
		putchar('\n');
	}
}

/* All that a cell has at once: '@', and 1 reverse, 2 underlined, 4 coloured,
 * 8 bold, 16 italic. */
static void attributes(void)
{
	for (int r = 0; r < rows; r++) {
		putchar('|');
		for (int c = 0; c < cols; c++) {
			VTermScreenCell k = cell(r, c);
			bool colored = !VTERM_COLOR_IS_DEFAULT_FG(&k.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&k.bg);

			putchar('@' + (k.attrs.reverse | (k.attrs.underline != 0) << 1 | colored << 2 |
				       k.attrs.bold << 3 | k.attrs.italic << 4));
		}
		putchar('\n');
	}
}

/* ---- a picture ---- */

static void hex(VTermColor c, char *o)
{
	vterm_screen_convert_color_to_rgb(vs, &c);
	sprintf(o, "#%02x%02x%02x", c.rgb.red, c.rgb.green, c.rgb.blue);
}

static void svg_text(FILE *f, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '<')
			fputs("&lt;", f);
		else if (s[i] == '&')
			fputs("&amp;", f);
		else
			fputc(s[i], f);
}

/* A blank shows its ground alone. */
static VTermScreenCell seen(int r, int c)
{
	VTermScreenCell k = cell(r, c);

	if ((!k.chars[0] || k.chars[0] == ' ') && !k.attrs.reverse && !k.attrs.underline) {
		memset(&k.attrs, 0, sizeof k.attrs);
		vterm_state_get_default_colors(vterm_obtain_state(vt), &k.fg, &(VTermColor){ 0 });
	}
	return k;
}

/* Cells that look alike are one text. */
static void svg_row(FILE *f, int r)
{
	enum { W = 9, H = 19 };

	for (int c = 0; c < cols;) {
		VTermScreenCell first = seen(r, c);
		char text[8192], fg[8] = "#d8dee4", bg[8] = "#16181d";
		int from = c;
		size_t n = 0;

		while (c < cols) {
			VTermScreenCell k = seen(r, c);

			if (memcmp(&k.attrs, &first.attrs, sizeof k.attrs) || !vterm_color_is_equal(&k.fg, &first.fg) ||
			    !vterm_color_is_equal(&k.bg, &first.bg))
				break;
			n += cell_text(&k, text + n);
			c += k.width > 1 ? k.width : 1;
		}
		if (!VTERM_COLOR_IS_DEFAULT_FG(&first.fg))
			hex(first.fg, fg);
		if (!VTERM_COLOR_IS_DEFAULT_BG(&first.bg))
			hex(first.bg, bg);
		if (first.attrs.reverse) {
			char x[8];

			memcpy(x, fg, 8);
			memcpy(fg, bg, 8);
			memcpy(bg, x, 8);
		}
		if (strcmp(bg, "#16181d"))
			fprintf(f, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
				12 + from * W, 12 + r * H, (c - from) * W, H, bg);
		if (strspn(text, " ") >= n)
			continue;
		fprintf(f, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\" "
			"xml:space=\"preserve\" fill=\"%s\"%s%s>", 12 + from * W, 12 + r * H + 14,
			(c - from) * W, fg, first.attrs.bold ? " font-weight=\"bold\"" : "",
			first.attrs.underline ? " text-decoration=\"underline\"" : "");
		svg_text(f, text, n);
		fputs("</text>\n", f);
	}
}

static void svg(const char *path)
{
	FILE *f = fopen(path, "w");
	int w = cols * 9 + 24, h = rows * 19 + 24;

	if (!f)
		return;
	fprintf(f, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
		"font-family=\"'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"15\">\n"
		"<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#16181d\"/>\n", w, h, w, h, w, h);
	for (int r = 0; r < rows; r++)
		svg_row(f, r);
	fputs("</svg>\n", f);
	fclose(f);
}

/* ---- the program ---- */

static void start(char **argv)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_prop, .movecursor = on_cursor };
	struct winsize ws = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	vt = vterm_new(rows, cols);
	vterm_set_utf8(vt, 1);
	vterm_output_set_callback(vt, to_program, NULL);
	vs = vterm_obtain_screen(vt);
	vterm_screen_set_callbacks(vs, &callbacks, NULL);
	vterm_screen_enable_altscreen(vs, 1);
	vterm_screen_reset(vs, 1);
	pid = forkpty(&fd, NULL, NULL, &ws);
	if (!pid) {
		unsetenv("LINES");
		unsetenv("COLUMNS");
		setenv("REPLIFE_FENCE", "1", 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static void reap(void)
{
	if (!reaped)
		waitpid(pid, &status, 0);
	reaped = true;
	if (WIFEXITED(status))
		printf("exit %d\n", WEXITSTATUS(status));
	else
		printf("signal %d\n", WTERMSIG(status));
}

static void resize(int r, int c)
{
	struct winsize ws = { .ws_row = (unsigned short)r, .ws_col = (unsigned short)c };

	rows = r;
	cols = c;
	vterm_set_size(vt, r, c);
	ioctl(fd, TIOCSWINSZ, &ws);
}

static const char *obey(char *line)
{
	char *rest = strchr(line, ' ');
	int r, c;

	if (rest)
		*rest++ = '\0';
	else
		rest = line + strlen(line);
	if (!strcmp(line, "send")) {
		to_program(rest, unhex(rest), NULL);
	} else if (!strcmp(line, "sync")) {
		asked++;
		to_program("\033[7770~", 7, NULL);
		return until(is_synced, NULL);
	} else if (!strcmp(line, "wait")) {
		unhex(rest);
		return until(is_shown, rest);
	} else if (!strcmp(line, "size") && sscanf(rest, "%d %d", &r, &c) == 2) {
		resize(r, c);
	} else if (!strcmp(line, "signal")) {
		kill(pid, atoi(rest));
	} else if (!strcmp(line, "hangup")) {
		close(fd);
		ended = true;
	} else if (!strcmp(line, "show")) {
		show();
	} else if (!strcmp(line, "looks")) {
		looks();
	} else if (!strcmp(line, "attributes")) {
		attributes();
	} else if (!strcmp(line, "svg")) {
		svg(rest);
	} else if (!strcmp(line, "pid")) {
		printf("pid %d\n", (int)pid);
	} else if (!strcmp(line, "end")) {
		const char *how = until(is_over, NULL);

		if (ended)
			reap();
		return strcmp(how, "gone") ? how : "ok";
	}
	return ended ? "gone" : "ok";
}

int main(int argc, char **argv)
{
	static char line[1 << 20];

	if (argc < 4)
		return 2;
	signal(SIGPIPE, SIG_IGN);
	rows = atoi(argv[1]);
	cols = atoi(argv[2]);
	start(argv + 3);
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		printf("%s\n", obey(line));
		fflush(stdout);
	}
	if (!reaped) {
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
	}
	return 0;
}
