/* Closing a period: its name, typed, since undo does not reach that far. */
#include <string.h>

#include "dialog.h"
#include "say.h"
#include "screens.h"

struct closing {
	struct view v;
	const char *period;
	struct form form;
	struct field fields[1];
};

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct closing *w = (struct closing *)v;
	struct arena m = { .parent = app->arena };
	int room = body.cols < 64 ? body.cols - 4 : 60;
	struct box a = dialog_frame(c, body, 7, room, arena_printf(&m, "Close %s?", w->period));

	put_wrapped_text(c, a, 0, 3, STYLE_PLAIN,
		"Write-ups, themes and figures stay as they are now. What comes later stands in the "
		"next report. Actions go on, and so does booking.");
	form_draw(&w->form, c, box_part(a, 4, 0, 1, a.cols), 17);
	put_buttons(c, a, a.rows - 1, "Close it", "Keep it open");
	arena_free(&m);
}

static const char *hint(struct app *app, struct view *v)
{
	(void)app;
	(void)v;
	return "Type the period's name to close it: this is not undone with u.";
}

static void close_period(struct app *app, struct view *v)
{
	struct closing *w = (struct closing *)v;
	const char *name = field_value(&w->fields[0]);

	if (!name || strcmp(name, w->period))
		app_say(app, "Type %s, as it stands there", w->period);
	else if (app_do(app, "period close", ARGS({ "name", w->period, NULL }, { "confirm", name, NULL })))
		app_close(app);
}

static const char *selected(const struct view *v)
{
	return ((const struct closing *)v)->period;
}

static const struct key keys[] = {
	{ K_ENTER, "Close it", "Freeze the report", close_period, 0, NULL, "period close % --confirm %" },
	{ K_ESC, "Keep it open", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Close", .keys = keys, .size = sizeof (struct closing), .dialog = true, .draw = draw,
	.form = offsetof(struct closing, form), .hint = hint, .selected = selected,
};

void open_close(struct app *app, const char *period)
{
	struct closing *w = (struct closing *)app_open(app, &type);

	if (!w)
		return;
	w->period = arena_strdup(&w->v.own, period);
	w->fields[0] = (struct field){ .label = "Type its name", .kind = FIELD_LINE, .max = 200 };
	form_init(&w->form, &w->v.own, w->fields, 1);
}
