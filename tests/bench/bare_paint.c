/*
 * bare_paint FRAMES: the least that an ncurses program does to show these
 * pictures: each key shows the next. A picture is 30 lines of text, then 30 of
 * looks: '@', and 1 reverse, 2 underlined, 4 coloured, 8 bold, 16 dim.
 */
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { ROWS = 30, COLS_ = 100, FENCE = KEY_MAX + 1 };

struct frame {
	wchar_t text[ROWS][COLS_ + 1];
	char looks[ROWS][COLS_ + 1];
};

static struct frame *frames;
static size_t n_frames;

/* At most so many more: what is shown later is read later. */
static void load(FILE *f, size_t most)
{
	char line[1024];

	while (f && most--) {
		struct frame *x;

		frames = realloc(frames, (n_frames + 1) * sizeof *frames);
		x = &frames[n_frames];
		memset(x, 0, sizeof *x);
		for (int r = 0; r < 2 * ROWS; r++) {
			if (!fgets(line, sizeof line, f))
				return;
			line[strcspn(line, "\n")] = '\0';
			if (r < ROWS)
				mbstowcs(x->text[r], line, COLS_);
			else
				snprintf(x->looks[r - ROWS], COLS_ + 1, "%.*s", COLS_, line);
		}
		n_frames++;
	}
}

static int look_of(int k)
{
	return (k & 1 ? (int)A_REVERSE : 0) | (k & 2 ? (int)A_UNDERLINE : 0) | (k & 4 ? (int)COLOR_PAIR(1) : 0) |
	       (k & 8 ? (int)A_BOLD : 0) | (k & 16 ? (int)A_DIM : 0);
}

static void show(const struct frame *x)
{
	erase();
	for (int r = 0; r < ROWS; r++) {
		size_t n = wcslen(x->text[r]);

		for (size_t c = 0; c < n;) {
			size_t from = c;

			while (c < n && x->looks[r][c] == x->looks[r][from])
				c++;
			attrset(look_of(x->looks[r][from] - '@'));
			mvaddnwstr(r, (int)from, x->text[r] + from, (int)(c - from));
		}
	}
	refresh();
}

int main(int argc, char **argv)
{
	size_t at = 0;
	int fences = 0, c;
	wint_t ch;

	FILE *f = fopen(argc > 1 ? argv[1] : "", "r");

	setlocale(LC_ALL, "C.UTF-8");
	load(f, 1);
	if (!n_frames)
		return 2;
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	start_color();
	use_default_colors();
	init_pair(1, 33, -1);
	define_key("\033[7770~", FENCE);
	show(&frames[0]);
	while ((c = get_wch(&ch)) != ERR) {
		if (c == KEY_CODE_YES && ch == FENCE) {
			printf("\033]7770;%d\007", ++fences);
			fflush(stdout);
			/* The first picture is timed to here: the rest is read after it. */
			load(f, (size_t)-1);
			continue;
		}
		show(&frames[++at % n_frames]);
	}
	endwin();
	return 0;
}
