/* A message, drafted, to copy into whatever one writes with. The program sends
 * nothing here. */
#include <string.h>

#include "dialog.h"
#include "say.h"
#include "screens.h"

struct letter {
	struct view v;
	const char *to, *text;
};

static const char *first_name(struct arena *a, const char *name)
{
	return arena_dup(a, name, strcspn(name, " "));
}

static const char *words(struct arena *a, enum letter_kind kind, const char *name, const char *mine)
{
	static const char *const body[] = {
		[LETTER_INVITED] = "would you let a marketer sit in on a call now and then? You say when, "
			"and what they hear changes what Marketing gives you. To say yes, open replife "
			"and press a (or, in a shell: replife roster accept).",
		[LETTER_PAUSED] = "you have paused hosting. Would you host again? Open replife and press a "
			"(or, in a shell: replife roster resume).",
		[LETTER_HOURS] = "you have no hours ahead, and people would like to sit with you. One "
			"sentence does it: open replife, choose Hours, press n, and type for example\n"
			"    every tue 10-12 30min 2 seats\nthen F2 publishes it.",
		[LETTER_MORE] = "thank you for hosting. People ask for more sessions than there are: "
			"could you spare another hour a week? Open replife, choose Hours, and press n; "
			"F2 publishes it.",
		[LETTER_WRITE_UP] = "what you saw is still to be written up; three minutes do it: open replife, "
			"choose Mine, and press d.",
	};

	return arena_printf(a, "Hi %s,\n\n%s\n\nThank you!\n%s", first_name(a, name), body[kind],
			    first_name(a, mine));
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct letter *l = (struct letter *)v;
	struct box a = dialog_frame(c, body, 15, 66, "A message to copy");
	int row = 2;

	(void)app;
	put(c, a, 0, 0, 0, STYLE_STRONG, l->to);
	put_wrapped_text(c, a, row, a.rows - 3, STYLE_PLAIN, l->text);
	cursor_at(c, a, row, 0);
}

static const char *hint(struct app *app, struct view *v)
{
	(void)app;
	(void)v;
	return "Nothing is sent: Shift and the mouse mark it, to be copied.";
}

static const struct key keys[] = {
	{ K_ENTER, "Close", "Back", app_back, 0, NULL, NULL },
	{ K_ESC, "Close", "Back", app_back, KEY_HIDDEN, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Message", .keys = keys, .size = sizeof (struct letter), .dialog = true,
	.draw = draw, .hint = hint,
};

enum letter_kind letter_for(const char *state, bool has_hours)
{
	if (!strcmp(state, "paused"))
		return LETTER_PAUSED;
	if (strcmp(state, "active"))
		return LETTER_INVITED;
	return has_hours ? LETTER_MORE : LETTER_HOURS;
}

void open_letter(struct app *app, const char *login, enum letter_kind kind)
{
	struct letter *l = (struct letter *)app_open(app, &type);
	struct reply r = { 0 };
	struct err err = { 0 };
	struct arena *a;

	if (!l)
		return;
	a = &l->v.own;
	if (app_call(app, a, "person show", ARGS({ "login", login, NULL }), &r, &err)) {
		app_close(app);
		app_say_err(app, &err);
		return;
	}
	l->to = arena_printf(a, "To %s%s%s%s", row_text(&r, 0, "name"),
			     *row_text(&r, 0, "email") ? " <" : "", row_text(&r, 0, "email"),
			     *row_text(&r, 0, "email") ? ">" : "");
	l->text = words(a, kind, row_text(&r, 0, "name"), app->name);
}
