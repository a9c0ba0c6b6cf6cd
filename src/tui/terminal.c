/* The terminal, by way of ncurses. One a process, as ncurses has it. */
#include "terminal.h"

#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "frame.h"
#include "pending.h"
#include "rescue.h"
#include "signals.h"
#include "window.h"

#define ESC_DELAY_MS 25
#define RUN_MAX 256	/* cells written at once */

enum { CODE_FENCE = KEY_MAX + 1, CODE_PASTE, CODE_PASTE_END, CODE_CTRL };	/* beyond ncurses' own */
static const struct { const char *sent; int key; } with_ctrl[] = {
	{ "\033[1;5A", K_CTRL_UP }, { "\033[1;5B", K_CTRL_DOWN },
	{ "\033[1;5D", K_CTRL_LEFT }, { "\033[1;5C", K_CTRL_RIGHT },
};

static struct {
	SCREEN *screen;
	WINDOW *keys;			/* a pad: to read from a window paints it, outside of any frame */
	struct term_options o;
	struct canvas shown;		/* what the terminal has */
	struct event peeked;		/* read ahead by term_pending() */
	attr_t attrs[STYLES];
	short pairs[STYLES];
	bool ending;			/* once all that was typed is handled */
} t;

/* ---- how styles look ---- */

static void pair(int s, int fg, int bg)
{
	init_pair(t.pairs[s] = (short)s, (short)fg, (short)bg);
}

/* Plain text keeps pair 0, as blanks do. Blue against orange, and a ramp from
 * dark to light, survive colour blindness; what they say stands beside them as
 * a sign or a digit. */
static void colors(void)
{
	static const int heat256[4][2] = { { 231, 24 }, { 231, 66 }, { 16, 143 }, { 16, 227 } };
	static const int heat8[4][2] = { { 7, 4 }, { 0, 6 }, { 0, 2 }, { 0, 3 } };
	bool many = COLORS >= 256;

	pair(STYLE_GOOD, many ? 33 : COLOR_BLUE, -1);
	pair(STYLE_WARN, many ? 208 : COLOR_RED, -1);
	pair(STYLE_KEY, many ? 33 : COLOR_BLUE, -1);
	pair(STYLE_HEAD, many ? 33 : COLOR_BLUE, -1);
	for (int i = 0; i < 4; i++)
		pair((int)STYLE_HEAT1 + i, many ? heat256[i][0] : heat8[i][0],
		     many ? heat256[i][1] : heat8[i][1]);
}

static void looks(void)
{
	static const attr_t attrs[STYLES] = {
		[STYLE_DIM] = A_DIM, [STYLE_STRONG] = A_BOLD, [STYLE_HEAD] = A_BOLD,
		[STYLE_RULE] = A_DIM, [STYLE_TAB] = A_REVERSE | A_BOLD,
		[STYLE_SELECTED] = A_REVERSE, [STYLE_SELECTED_DIM] = A_UNDERLINE,
		[STYLE_KEY] = A_BOLD, [STYLE_WARN] = A_BOLD,
		[STYLE_FIELD] = A_UNDERLINE, [STYLE_FIELD_ON] = A_UNDERLINE | A_BOLD,
	};

	memcpy(t.attrs, attrs, sizeof attrs);
	memset(t.pairs, 0, sizeof t.pairs);
	if (!t.o.color || !has_colors() || start_color() == ERR)
		return;
	if (use_default_colors() == ERR)
		return;
	if (COLORS >= 8)
		colors();
}

/* ---- opening ---- */

/* A terminal that terminfo does not know is a newer one: they all speak xterm. */
static const char *open_screen(void)
{
	const char *names[] = { getenv("TERM"), "xterm-256color", "xterm", "vt100", getenv("TERM") };
	size_t last = sizeof names / sizeof *names - 1;

	for (size_t i = 0; i <= last; i++)
		if (names[i] && *names[i] && (i == last || terminfo_lies_there(names[i])) &&
		    (t.screen = newterm(names[i], stdout, stdin)))
			return names[i];
	return NULL;
}

static void modes(void)
{
	raw();
	noecho();
	nonl();
	keypad(t.keys, TRUE);
	nodelay(t.keys, TRUE);
	intrflush(stdscr, FALSE);
	typeahead(-1);		/* what came together is drawn together: loop.c */
	mouseinterval(0);
	term_mouse(t.o.mouse);
	define_key("\033[200~", CODE_PASTE);
	define_key("\033[201~", CODE_PASTE_END);
	for (size_t i = 0; i < sizeof with_ctrl / sizeof *with_ctrl; i++)
		define_key(with_ctrl[i].sent, (int)(CODE_CTRL + i));
	if (t.o.fence)
		define_key("\033[7770~", CODE_FENCE);
}

static void take_size(void)
{
	int rows, cols;

	if (window_size(&rows, &cols) && (rows != LINES || cols != COLS))
		resizeterm(rows, cols);
}

enum rc term_open(const struct term_options *o, struct err *err)
{
	const char *name, *cup;

	t.o = *o;
	if (!setlocale(LC_CTYPE, o->utf8 ? "C.UTF-8" : "C"))
		setlocale(LC_CTYPE, "");
	use_env(FALSE);
	use_tioctl(!window_is_huge());
	set_escdelay(ESC_DELAY_MS);
	signals_hold();
	rescue_arm();
	name = open_screen();
	cup = name ? tigetstr("cup") : NULL;
	if (!cup || cup == (char *)-1) {
		term_close();
		return window_no_cursor(name, err);
	}
	signal(SIGTSTP, SIG_DFL);
	take_size();
	if (!(t.keys = newpad(1, 1))) {
		term_close();
		return err_set(err, RC_FAILED, "no memory is left for the screen");
	}
	modes();
	looks();
	window_paste_marks(true);
	return RC_OK;
}

void term_close(void)
{
	if (t.screen) {
		frame_settle();
		window_paste_marks(false);
		endwin();
		delwin(t.keys);
		t.keys = NULL;
		delscreen(t.screen);
		t.screen = NULL;
	}
	signals_close();
	rescue_disarm();
	frame_close();
	canvas_free(&t.shown);
	paste_free();
}

void term_size(int *rows, int *cols)
{
	*rows = LINES;
	*cols = COLS;
}

void term_mouse(bool on)
{
	t.o.mouse = on;
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

/* ---- showing ---- */

/* Where ncurses would take another number of cells than the canvas did, all
 * that follows would stand elsewhere. */
static void to_cchar(const struct cell *x, enum style s, cchar_t *out)
{
	const uint32_t *marks = cell_marks(x);
	wchar_t w[CCHARW_MAX + 1] = { 0 };
	size_t n = 0;

	w[n++] = (wchar_t)x->base;
	if (x->base > 0x7E && wcwidth((wchar_t)x->base) != x->cells)
		w[0] = x->cells == 2 ? 0xFF1F : '?';
	for (size_t i = 0; i < GLYPH_MARKS && marks[i] && n + 1 < CCHARW_MAX; i++)
		if (wcwidth((wchar_t)marks[i]) == 0)
			w[n++] = (wchar_t)marks[i];
	setcchar(out, w, t.attrs[s], t.pairs[s], NULL);
}

/* On a screen that is blank yet a row is one run to its last sign, and what is
 * blank keeps the look of what stands before it: to skip it, or to switch that
 * look off for it, would take ncurses longer than all else. */
static void paint_row(const struct canvas *c, int row, bool fresh)
{
	const struct cell *now = &c->cells[row * c->cols];
	struct cell *old = &t.shown.cells[row * c->cols];
	enum style s = STYLE_PLAIN;
	cchar_t line[RUN_MAX];
	int col = 0, end = c->cols, n, k;

	while (fresh && end > 0 && cell_same(&now[end - 1], &old[end - 1]))
		end--;
	while (col < end) {
		if (cell_same(&now[col], &old[col])) {
			col++;
			continue;
		}
		while (col > 0 && !now[col].cells)
			col--;
		/* At least one: the left half of a wide sign may be there already. */
		for (n = 0; col + n < end && n < RUN_MAX &&
			    (!n || fresh || !now[col + n].cells || !cell_same(&now[col + n], &old[col + n])); n++)
			old[col + n] = now[col + n];
		for (int i = k = 0; i < n; i++) {
			const struct cell *x = &now[col + i];
			enum style before = s;

			if (!fresh || !cell_is_blank(x) || !style_hides(s))
				s = x->style;
			if (x->cells && k && s == before && cell_same(x, x - 1))
				line[k] = line[k - 1];	/* blanks and rules */
			else if (x->cells)
				to_cchar(x, s, &line[k]);
			k += x->cells > 0;
		}
		mvadd_wchnstr(row, col, line, k);
		col += n;
	}
}

void term_paint(const struct canvas *c)
{
	bool fresh = c->rows != t.shown.rows || c->cols != t.shown.cols;

	if (t.ending)
		return;		/* what was typed before is taken, but shown to nobody */
	if (fresh) {
		if (!canvas_resize(&t.shown, c->rows, c->cols))
			return;
		erase();
	}
	for (int row = 0; row < c->rows; row++)
		paint_row(c, row, fresh);
	if (c->cursor_row >= 0)
		move(c->cursor_row, c->cursor_col);
	else
		move(c->rows - 1, c->cols - 1);
	frame_begin();
	curs_set(c->cursor_row >= 0);
	refresh();
	frame_end(signals_fd());
}

void term_release(void)
{
	frame_settle();
	window_paste_marks(false);
	endwin();
	signals_release();
}

void term_retake(void)
{
	signals_hold();
	take_size();
	clearok(stdscr, TRUE);
	refresh();
	window_paste_marks(true);
	term_mouse(t.o.mouse);
	if (t.shown.cells)
		canvas_clear(&t.shown);
	erase();
}

void term_stop(void)
{
	term_release();
	kill(0, SIGTSTP);
	term_retake();
}

/* ---- what comes in ---- */

static int key_of(wint_t code)
{
	static const struct { int from, to; } keys[] = {
		{ KEY_UP, K_UP }, { KEY_DOWN, K_DOWN }, { KEY_LEFT, K_LEFT }, { KEY_RIGHT, K_RIGHT },
		{ KEY_HOME, K_HOME }, { KEY_END, K_END }, { KEY_PPAGE, K_PGUP }, { KEY_NPAGE, K_PGDN },
		{ KEY_DC, K_DELETE }, { KEY_IC, K_INSERT }, { KEY_BTAB, K_BACKTAB },
		{ KEY_BACKSPACE, K_BACKSPACE }, { KEY_ENTER, K_ENTER }, { KEY_FIND, K_HOME },
		{ KEY_SELECT, K_END },
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if ((int)code == keys[i].from)
			return keys[i].to;
	if (code >= KEY_F(1) && code <= KEY_F(10))
		return K_F1 + (int)code - KEY_F(1);
	if (code >= CODE_CTRL && code < CODE_CTRL + sizeof with_ctrl / sizeof *with_ctrl)
		return with_ctrl[code - CODE_CTRL].key;
	return K_NONE;
}

static int char_of(wint_t ch)
{
	if (ch == 8 || ch == 127)
		return K_BACKSPACE;
	return ch == '\n' ? K_ENTER : (int)ch;
}

/* One KEY_MOUSE can stand for several events, and the newest comes first. */
static void take_clicks(void)
{
	bool room = true;
	MEVENT m;

	while (room && getmouse(&m) == OK) {
		struct event e = { .type = EV_CLICK, .row = m.y, .col = m.x };

		if (m.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED))
			e = (struct event){ .type = EV_KEY, .row = m.y, .col = m.x,
					    .key = m.bstate & BUTTON4_PRESSED ? K_WHEEL_UP : K_WHEEL_DOWN };
		else if (!(m.bstate & BUTTON1_PRESSED))
			continue;
		room = click_push(&e);
	}
}

static void take_paste(struct event *e)
{
	wint_t ch;
	int rc;

	paste_begin();
	for (;;) {
		rc = wget_wch(t.keys, &ch);
		if (rc == ERR && !paste_waits(signals_fd()))
			break;
		if (rc == KEY_CODE_YES && ch == CODE_PASTE_END)
			break;
		if (rc == OK)
			paste_add((wchar_t)ch);
	}
	*e = (struct event){ .type = EV_TEXT, .text = paste_text() };
}

/* False: nothing has come. */
static bool take_input(struct event *e)
{
	wint_t ch;
	int rc;

	if (click_pop(e))
		return true;
	if ((rc = wget_wch(t.keys, &ch)) == ERR)
		return false;
	*e = (struct event){ .type = EV_KEY, .key = rc == OK ? char_of(ch) : key_of(ch) };
	if (rc != KEY_CODE_YES)
		return true;
	if (ch == KEY_MOUSE) {
		take_clicks();
		return click_pop(e) || take_input(e);
	}
	if (ch == CODE_PASTE)
		take_paste(e);
	if (ch == CODE_FENCE)
		e->type = EV_FENCE;
	if (ch == KEY_RESIZE)
		e->type = EV_RESIZE;
	return true;
}

static bool take_signal(struct event *e)
{
	bool resized, to_stop, to_end;

	if (!signals_take(&resized, &to_stop, &to_end))
		return false;
	if (resized) {
		take_size();
		/* Several changes can end at the size that was: what the terminal
		 * shows of it by then, nobody knows. */
		canvas_free(&t.shown);
		clearok(curscr, TRUE);
	}
	t.ending |= to_end;
	e->type = to_stop ? EV_STOP : resized ? EV_RESIZE : EV_NONE;
	return e->type != EV_NONE;
}

void term_next(struct event *e, int wait_ms)
{
	struct pollfd p[2] = { { .fd = STDIN_FILENO, .events = POLLIN },
			       { .fd = signals_fd(), .events = POLLIN } };

	*e = t.peeked;
	t.peeked.type = EV_NONE;
	if (e->type != EV_NONE || take_signal(e) || take_input(e))
		return;
	if (t.ending)
		e->type = EV_HANGUP;
	if (t.ending || poll(p, 2, wait_ms) <= 0)
		return;
	if (p[1].revents && take_signal(e))
		return;
	if (p[0].revents && !take_input(e) && (p[0].revents & (POLLHUP | POLLERR | POLLNVAL)))
		e->type = EV_HANGUP;
}

bool term_pending(void)
{
	struct event e = { .type = EV_NONE };

	if (t.peeked.type == EV_NONE && (take_signal(&e) || take_input(&e)))
		t.peeked = e;
	return t.peeked.type != EV_NONE;
}

bool term_ending(void)
{
	return term_pending(), t.ending;
}
