/* Fields, and the way through them. */
#include "form.h"

#include <stdio.h>
#include <string.h>

#include "replife/utf8.h"

#define NARROW 44		/* a label stands above its field then */

static bool takes_keys(const struct field *f)
{
	return f->kind != FIELD_HEAD && !f->hidden;
}

void form_init(struct form *f, struct arena *a, struct field *fields, int n)
{
	*f = (struct form){ .a = a, .fields = fields, .n = n };
	for (int i = 0; i < n; i++) {
		struct field *d = &fields[i];
		size_t max = d->max ? d->max : d->kind == FIELD_TEXT ? 64 * 1024 : 2000;

		if (d->kind == FIELD_LINE || d->kind == FIELD_TEXT)
			edit_init(&d->edit, a, max, d->kind == FIELD_TEXT);
	}
	form_first(f);
}

const char *form_hint(struct form *f)
{
	static const char how[] = "Arrows, a digit or a first letter choose.";
	static char text[300];
	const struct field *d = form_at(f);

	if (d->kind != FIELD_CHOICE || (d->hint && strstr(d->hint, "rrows")))
		return d->hint;
	snprintf(text, sizeof text, "%s%s%s", d->hint ? d->hint : "", d->hint ? " " : "", how);
	return text;
}

void form_first(struct form *f)
{
	f->at = f->top = 0;
	while (f->at < f->n - 1 && !takes_keys(&f->fields[f->at]))
		f->at++;
}

struct field *form_at(struct form *f)
{
	return &f->fields[f->at];
}

struct field *form_field(struct form *f, const char *name)
{
	for (int i = 0; i < f->n; i++)
		if (f->fields[i].name && !strcmp(f->fields[i].name, name))
			return &f->fields[i];
	return &f->fields[0];
}

const char *field_value(const struct field *f)
{
	if (f->hidden)
		return NULL;
	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT: return f->edit.text[strspn(f->edit.text, " \n")] ? f->edit.text : NULL;
	case FIELD_CHOICE:
		return f->chosen >= 0 && f->chosen < choices_count(f) ? f->choices[f->chosen].value : NULL;
	case FIELD_CHECK: return f->on ? "" : NULL;
	case FIELD_HEAD: return NULL;
	}
	return NULL;
}

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

void field_set(struct field *f, const char *value)
{
	if (f->kind == FIELD_LINE || f->kind == FIELD_TEXT)
		edit_set(&f->edit, value);
	else if (f->kind == FIELD_CHECK)
		f->on = value != NULL;
	else if (f->kind == FIELD_CHOICE) {
		f->chosen = -1;
		for (int i = 0; f->choices[i].label; i++)
			if (same(f->choices[i].value, value))
				f->chosen = i;
	}
}

void form_touch(struct form *f)
{
	f->changed = true;
	f->warned = false;
}

/* ---- where the options stand ---- */

struct spot {
	int row, col;
};

static bool above(const struct field *f, int cols)
{
	return cols < NARROW && *f->label && (f->kind == FIELD_LINE || f->kind == FIELD_TEXT ||
				 f->kind == FIELD_CHOICE);
}

static int choice_cells(const struct choice *o)
{
	return 4 + (int)utf8_width(o->label, strlen(o->label));
}

/* One after the other; in rows where they do not fit. */
static struct spot choice_spot(const struct field *d, int at, int cols)
{
	struct spot s = { 0, 0 };

	for (int i = 1; i <= at; i++) {
		s.col += choice_cells(&d->choices[i - 1]) + 2;
		if (s.col + choice_cells(&d->choices[i]) > cols)
			s = (struct spot){ s.row + 1, 0 };
	}
	return s;
}

/* ---- keys ---- */

static bool step(struct form *f, int by)
{
	for (int i = f->at + by; i >= 0 && i < f->n; i += by)
		if (takes_keys(&f->fields[i])) {
			f->at = i;
			return true;
		}
	return false;
}

/* To the option above or below, where they are a list, one a row; where rows have
 * several, that leads on to the next field, and not past options unseen. */
static bool choice_row_key(struct form *f, int by)
{
	struct field *d = form_at(f);
	int n = choices_count(d), to = d->chosen + by, cols = above(d, f->cols) ? f->cols : f->cols - f->label_cells;

	if (n < 2 || !f->cols || choice_spot(d, n - 1, cols).row != n - 1 || to < 0 || to >= n)
		return false;
	d->chosen = to;
	form_touch(f);
	return true;
}

static bool check_key(struct field *f, int code)
{
	if (code != ' ' && code != K_LEFT && code != K_RIGHT && code != 'x')
		return false;
	f->on = !f->on;
	return true;
}

static bool field_key(struct form *of, struct field *f, int code)
{
	switch (f->kind) {
	case FIELD_LINE: return code != K_UP && code != K_DOWN && edit_key(&f->edit, code);
	case FIELD_TEXT: return edit_key(&f->edit, code);
	case FIELD_CHOICE: return choice_key(&of->choosing, f, code);
	case FIELD_CHECK: return check_key(f, code);
	case FIELD_HEAD: break;
	}
	return false;
}

static bool moves_only(int code)
{
	return code >= K_UP && code <= K_PGDN;
}

/* 1: down, -1: up, 0: neither. Where letters are typed, they move nothing. */
static int row_key(int code, bool text)
{
	return code == K_DOWN || (code == 'j' && !text) ? 1 : code == K_UP || (code == 'k' && !text) ? -1 : 0;
}

bool form_input(struct form *f, const struct event *e)
{
	struct field *d = form_at(f);
	bool text = d->kind == FIELD_LINE || d->kind == FIELD_TEXT;
	int by, was = d->chosen;

	if (e->type != EV_KEY || d->kind != FIELD_CHOICE || !choice_letter(e->key))
		f->choosing = (struct choosing){ .in = NULL };
	f->choosing.refused = false;
	if (e->type == EV_TEXT) {
		if (!text)
			return false;
		edit_insert(&d->edit, e->text, strlen(e->text));
		form_touch(f);
		return true;
	}
	if (e->key == K_TAB || e->key == K_BACKTAB) {
		if (!step(f, e->key == K_TAB ? 1 : -1))
			while (step(f, e->key == K_TAB ? -1 : 1))
				;
		return true;
	}
	if (e->key == K_ENTER && f->enter_ends)
		return false;
	if (field_key(f, d, e->key)) {
		if (text ? !moves_only(e->key) : d->kind != FIELD_CHOICE || d->chosen != was)
			form_touch(f);
		return true;
	}
	by = row_key(e->key, text);
	if (by && !(d->kind == FIELD_CHOICE && choice_row_key(f, by)))
		step(f, by);
	return by;
}

void form_go(struct form *f, const char *name)
{
	for (int i = 0; name && i < f->n; i++)
		if (takes_keys(&f->fields[i]) && f->fields[i].name && !strcmp(f->fields[i].name, name))
			f->at = i;
}

void form_go_empty(struct form *f)
{
	for (int must = 1; must >= 0; must--)
		for (int i = 0; i < f->n; i++)
			if (takes_keys(&f->fields[i]) && f->fields[i].must >= must &&
			    !field_value(&f->fields[i])) {
				f->at = i;
				return;
			}
}

void form_choose(struct form *f, int item)
{
	int field = item / 100, choice = item % 100;

	if (field >= f->n || !takes_keys(&f->fields[field]))
		return;
	f->at = field;
	f->choosing = (struct choosing){ .in = NULL };
	if (f->fields[field].kind == FIELD_CHOICE && choice) {
		f->fields[field].chosen = choice - 1;
		form_touch(f);
	} else if (f->fields[field].kind == FIELD_CHECK) {
		f->fields[field].on = !f->fields[field].on;
		form_touch(f);
	}
}

/* ---- drawing ---- */

/* Returns the rows. */
static int put_choices(const struct field *d, int item, struct canvas *c, struct box a, bool on)
{
	int n = choices_count(d);

	for (int i = 0; c && i < n; i++) {
		struct spot at = choice_spot(d, i, a.cols);
		bool here = on && (d->chosen == i || (d->chosen < 0 && !i));

		put(c, a, at.row, at.col, 0, STYLE_PLAIN, d->chosen == i ? "(\xE2\x80\xA2)" : "( )");
		put(c, a, at.row, at.col + 4, 0, here ? STYLE_FIELD_ON : STYLE_PLAIN, d->choices[i].label);
		hot(c, box_part(a, at.row, at.col, 1, choice_cells(&d->choices[i])), HOT_ITEM, item + i + 1);
		if (here)
			cursor_at(c, a, at.row, at.col + 1);
	}
	return n ? choice_spot(d, n - 1, a.cols).row + 1 : 1;
}

static int text_rows(const struct field *d, int cols, bool on)
{
	int most = d->rows ? d->rows : 3, n = edit_rows(&d->edit, cols > 1 ? cols : 1);

	if (!on && n > most)
		n = most;
	return n < 1 ? 1 : n > most ? most : n;
}

static int field_rows(const struct form *f, const struct field *d, int cols, int label_cells)
{
	bool up = above(d, cols);
	int room = up ? cols : cols - label_cells;

	if (d->hidden)
		return 0;
	switch (d->kind) {
	case FIELD_TEXT: return text_rows(d, room, d == &f->fields[f->at]) + up;
	case FIELD_CHOICE: return put_choices(d, 0, NULL, (struct box){ 0, 0, 99, room }, false) + up;
	case FIELD_LINE: return 1 + up;
	case FIELD_CHECK:
	case FIELD_HEAD: return 1;
	}
	return 1;
}

int form_rows(const struct form *f, int cols, int label_cells)
{
	int n = 0;

	for (int i = 0; i < f->n; i++)
		n += field_rows(f, &f->fields[i], cols, label_cells);
	return n;
}

static void draw_field(struct form *f, struct field *d, struct canvas *c, struct box a,
		       int label_cells)
{
	bool on = d == form_at(f), up = above(d, a.cols);
	struct box room = up ? box_part(a, 1, 0, a.rows - 1, a.cols)
			     : box_part(a, 0, label_cells, a.rows, a.cols - label_cells);
	int item = (int)(d - f->fields) * 100;

	hot(c, a, HOT_ITEM, item);
	if (d->kind == FIELD_HEAD) {
		put(c, a, 0, 0, 0, STYLE_HEAD, d->label);
		return;
	}
	if (d->kind == FIELD_CHECK) {
		put(c, room, 0, 0, 0, STYLE_PLAIN, d->on ? "[x]" : "[ ]");
		put(c, room, 0, 4, 0, on ? STYLE_FIELD_ON : STYLE_PLAIN, d->label);
		if (on)
			cursor_at(c, room, 0, 1);
		return;
	}
	if (label_cells || up)
		put(c, a, 0, 0, up ? 0 : label_cells - 1, on ? STYLE_STRONG : STYLE_PLAIN, d->label);
	if (d->kind == FIELD_CHOICE)
		put_choices(d, item, c, room, on);
	else
		edit_draw(&d->edit, c, room, on, d->empty);
}

/* The first row that is shown: the field at hand is, whole, and no field but
 * the last is cut. */
static int scroll(struct form *f, struct box a, int label_cells)
{
	int begin = 0, end = 0, top = 0;

	for (int i = 0; i <= f->at; i++) {
		begin = end;
		end += field_rows(f, &f->fields[i], a.cols, label_cells);
	}
	if (f->top > begin)
		f->top = begin;
	if (end - f->top > a.rows)
		f->top = end - a.rows;
	/* What comes before the first field that takes keys is in sight, too. */
	if (f->top < 0 || end <= a.rows)
		f->top = 0;
	for (int i = 0; i < f->n && top < f->top; i++)
		top += field_rows(f, &f->fields[i], a.cols, label_cells);
	return f->top = top < begin ? top : begin;
}

int form_draw(struct form *f, struct canvas *c, struct box a, int label_cells)
{
	int all, row = 0, shown = 0, top;
	struct box room = a;

	/* Its questions are asked, one at a time (lines_form.c). */
	if (c->plain)
		return 0;
	/* What hides a field may do so while it has the keys. */
	if (!takes_keys(form_at(f)) && !step(f, 1))
		step(f, -1);
	all = form_rows(f, a.cols, label_cells);
	if (all > a.rows)
		room.cols -= 2;		/* for the signs that there is more */
	f->cols = room.cols;
	f->label_cells = label_cells;
	top = scroll(f, room, label_cells);
	for (int i = 0; i < f->n; i++) {
		int rows = field_rows(f, &f->fields[i], room.cols, label_cells);

		if (row >= top && row - top + rows <= a.rows && rows) {
			draw_field(f, &f->fields[i], c, box_part(room, row - top, 0, rows, room.cols),
				   label_cells);
			shown = row + rows;
		}
		row += rows;
	}
	if (room.cols < a.cols && top > 0)
		put(c, a, 0, a.cols - 1, 1, STYLE_KEY, "\xE2\x86\x91");
	if (room.cols < a.cols && shown < row)
		put(c, a, a.rows - 1, a.cols - 1, 1, STYLE_KEY, "\xE2\x86\x93");
	return row < a.rows ? row : a.rows;
}
