/* Closing a period: its name, typed, since undo does not reach that far. */
#include <string.h>

#include "dialog.h"
#include "say.h"
#include "screens.h"

struct closing {
	struct view v;
	const char *period;
	const char *open;		/* what is not done yet; "": all is */
	struct form form;
	struct field fields[1];
};

/* ---- what stays open ---- */

/* Checks by their code; those that count are left out of the report. */
static const struct { const char *code, *one, *many; } kinds[] = {
	{ "outcome", "outcome", "outcomes" }, { "write_up", "write-up", "write-ups" },
	{ "remark", "remark", "remarks" }, { "suggestion", "suggested theme", "suggested themes" },
	{ "quote", "quote", "quotes" }, { NULL, NULL, NULL }
};

static const char *counted(struct arena *a, const struct reply *r, size_t row)
{
	for (size_t i = 0; kinds[i].code; i++)
		if (!strcmp(kinds[i].code, row_text(r, row, "code")))
			return plural(a, row_int(r, row, "count"), kinds[i].one, kinds[i].many);
	return NULL;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct closing *w = (struct closing *)v;
	struct arena *a = &v->data;
	const char *left = "", *more = "";
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "period check", ARGS({ "period", w->period, NULL }), &r, err);

	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		const char *count = counted(a, &r, i);

		if (strcmp(row_text(&r, i, "state"), "open"))
			continue;
		if (count)
			left = arena_printf(a, "%s%s%s", left, *left ? ", " : "", count);
		else if (!strcmp(row_text(&r, i, "code"), "due"))
			more = arena_printf(a, " Write-ups may come until %s.", row_text(&r, i, "which"));
		else if (!strcmp(row_text(&r, i, "code"), "next"))
			more = arena_printf(a, "%s No next period is open.", more);
	}
	if (rc)
		return rc;
	w->open = *left ? arena_printf(a, "Still open: %s; they stay out of the report.%s", left, more)
			: *more ? more + 1 : "";
	return RC_OK;
}

/* ---- the picture ---- */

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	static const char words[] = "Write-ups, themes and figures stay as they are now. What comes later "
		"stands in the next report. Actions go on, and so does booking.";
	struct closing *w = (struct closing *)v;
	struct arena m = { .parent = app->arena };
	int room = body.cols < 64 ? body.cols - 4 : 60, end, open = wrapped_rows(w->open, room, &end);
	int field = form_rows(&w->form, room, 17), said = wrapped_rows(words, room, &end), row = 0, spare;
	struct box a = dialog_frame(c, body, open + (open > 0) + said + field + 3, room,
				    arena_printf(&m, "Close %s?", w->period));

	/* Where rows are few, what is still open goes first. */
	spare = a.rows - open - field - 1;
	row += put_wrapped_text(c, a, row, open, STYLE_WARN, w->open);
	row += open && spare > said;
	if (spare > 0)
		row += put_wrapped_text(c, a, row, spare < said ? spare : said, STYLE_PLAIN, words);
	row += spare > said + 1;
	form_draw(&w->form, c, box_part(a, row, 0, field, a.cols), 17);
	put_buttons(c, a, a.rows - 1, "Close it", "Keep it open");
	arena_free(&m);
}

static const char *hint(struct app *app, struct view *v)
{
	(void)app;
	(void)v;
	return "Type its name. u does not undo this.";
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
	{ K_ESC, "Keep open", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Close", .keys = keys, .size = sizeof (struct closing), .dialog = true, .load = load, .draw = draw,
	.form = offsetof(struct closing, form), .hint = hint, .selected = selected,
};

void open_close(struct app *app, const char *period)
{
	struct closing *w = (struct closing *)app_open(app, &type);

	if (!w)
		return;
	w->period = arena_strdup(&w->v.own, period);
	w->open = "";
	w->fields[0] = (struct field){ .label = "Type its name", .kind = FIELD_LINE, .max = 200 };
	form_init(&w->form, &w->v.own, w->fields, 1);
}
