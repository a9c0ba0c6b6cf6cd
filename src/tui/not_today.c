/* "Not today": another time for a session and whoever booked it, or none. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "draft.h"
#include "say.h"
#include "screens.h"

#define LABEL 12
enum { WHAT, WHEN, WHY, FIELDS };

struct not_today {
	struct view v;
	char slot[24];
	int64_t start_s;
	int visitors;
	const char *other;		/* when it is for them, where that differs; or "" */
	struct form form;
	struct field fields[FIELDS];
};

static bool moves(const struct not_today *n)
{
	return n->fields[WHAT].chosen == 0;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct not_today *n = (struct not_today *)v;
	struct arena m = { .parent = app->arena };
	int room = body.cols < 66 ? body.cols - 4 : 62;
	int row = 0, end, other = wrapped_rows(n->other, room, &end);
	struct box a;

	n->fields[WHEN].hidden = !moves(n);
	n->fields[WHY].hidden = moves(n);
	a = dialog_frame(c, body, form_rows(&n->form, room, LABEL) + other + 4, room,
			 arena_printf(&m, "You can't make %s?", tell_at(app, &m, n->start_s)));
	row += put_wrapped_text(c, a, row, 3, STYLE_PLAIN, n->other);
	/* Where there is no room for both, when it is for them comes first. */
	if (!other || a.rows >= form_rows(&n->form, room, LABEL) + other + 3)
		row += put_wrapped_text(c, a, row, 1, STYLE_PLAIN, !n->visitors ? "Nobody has booked it."
		: moves(n) ? plural(&m, n->visitors, "visitor comes along, and finds the new time in Mine.",
				    "visitors come along, and find the new time in Mine.")
		: field_value(&n->fields[WHY]) ? plural(&m, n->visitors, "visitor finds it in Mine, with the reason.",
							"visitors find it in Mine, with the reason.")
		: plural(&m, n->visitors, "visitor finds it in Mine, and wants to know why.",
			 "visitors find it in Mine, and want to know why."));
	form_draw(&n->form, c, box_part(a, row, 0, a.rows - row - 2, a.cols), LABEL);
	put_buttons(c, a, a.rows - 1, moves(n) ? "Move it" : "Call it off", "Leave it");
	arena_free(&m);
}

static const char *selected(const struct view *v)
{
	return ((const struct not_today *)v)->slot;
}

static void do_it(struct app *app, struct view *v)
{
	struct not_today *n = (struct not_today *)v;
	struct arg args[2] = { { "slot", n->slot, NULL } };
	const char *text = field_value(&n->fields[moves(n) ? WHEN : WHY]);
	size_t k = 1;

	if (text)
		args[k++] = (struct arg){ moves(n) ? "time" : "reason", text, NULL };
	if (moves(n) && !text)
		app_say(app, "Type the new time, as tue 11:00");
	else if (app_do(app, moves(n) ? "slot move" : "slot cancel", args, k))
		form_done(app, v, app->undo);
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Move the session, or call it off", do_it, 0, NULL, "slot move % WHEN" },
	{ K_ESC, "Leave it", "Back, the session stays", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Can't then", .keys = keys, .size = sizeof (struct not_today), .dialog = true,
	.draw = draw, .form = offsetof(struct not_today, form), .selected = selected,
};

void open_not_today(struct app *app, const char *slot, int64_t start_s, int visitors, const char *other)
{
	static const struct choice what[] = {
		{ "move", "another time" }, { "cancel", "call it off" }, { NULL, NULL }
	};
	struct not_today *n = (struct not_today *)app_open(app, &type);
	struct wall w;
	char text[64];

	if (!n)
		return;
	snprintf(n->slot, sizeof n->slot, "%s", slot);
	n->visitors = visitors;
	n->start_s = start_s;
	n->other = *other ? arena_printf(&n->v.own, "It is %s.", other) : "";
	n->fields[WHAT] = (struct field){ .label = "Instead", .kind = FIELD_CHOICE, .choices = what, .always = true,
					  .hint = "Another time suits most better than none." };
	n->fields[WHEN] = (struct field){ .label = "When", .kind = FIELD_LINE, .max = 200,
					  .hint = "As tue 11:00, tomorrow 10am, 24 nov 10:00." };
	n->fields[WHY] = (struct field){ .label = "Why", .kind = FIELD_LINE, .max = 2000,
					 .empty = "ill; a customer moved; …",
					 .hint = "Whoever booked reads it." };
	form_init(&n->form, &n->v.own, n->fields, FIELDS);
	/* The same time a week on is what most say. */
	zone_to_wall(app->zone, start_s, &w);
	date_of_day(day_of(app->zone, start_s) + 7, &w.year, &w.month, &w.day);
	snprintf(text, sizeof text, "%d %.3s %02d:%02d", w.day, month_names[w.month - 1], w.hour, w.min);
	edit_propose(&n->fields[WHEN].edit, text);
	n->form.at = WHEN;
	form_begin(app, &n->form, "not today %s", slot);
}
