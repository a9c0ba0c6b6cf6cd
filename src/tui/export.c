/* A report as a file: which, for whom, in what format, where to. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dialog.h"
#include "draft.h"
#include "periods.h"
#include "replife/confine.h"
#include "replife/out_file.h"
#include "replife/report.h"
#include "say.h"
#include "screens.h"

#define LABEL 11
#define LEFT_ROWS 4	/* of what is left out */
#define NAMES_ROWS 2	/* of whose names are */
enum { WHICH, AUDIENCE, FORMAT, PERIOD, COMPARE, FILE_NAME, FIELDS };

/* At most so many: a digit takes one. */
#define PERIODS 9

struct export {
	struct view v;
	struct form form;
	struct field fields[FIELDS];
	const struct choice *periods;	/* the latest first */
	struct choice earlier[PERIODS + 2];	/* none, and those before the one that is chosen */
	char proposed[400];		/* the file's name, as long as nobody typed one */
	char over[400];			/* a file that is there, and of which that was said */
	char left_of[300], left[700];	/* what is left out of the report that is asked for */
	char promise[160];		/* and whose names are */
};

static const struct choice which[] = {
	{ "report themes", "what was heard" }, { "report participation", "who took part" },
	{ "report coverage", "what was covered" }, { NULL, NULL } };
static const struct choice audiences[] = {
	{ "leadership", "leadership" }, { "sales", "sales" }, { "team", "the team (with names)" },
	{ NULL, NULL } };
static const struct choice formats[] = {
	{ "html", "HTML" }, { "md", "Markdown" }, { "text", "text" }, { "csv", "CSV" }, { "json", "JSON" }, { NULL, NULL } };

/* ---- the file's name follows the answers ---- */

static void propose(struct export *x)
{
	const char *home = getenv("HOME"), *period = field_value(&x->fields[PERIOD]);
	const char *what = field_value(&x->fields[WHICH]), *format = field_value(&x->fields[FORMAT]);
	const char *typed = field_value(&x->fields[FILE_NAME]), *audience = field_value(&x->fields[AUDIENCE]);
	char file[300], name[sizeof x->proposed];

	if (!audience || !strcmp(audience, audiences[0].value))
		audience = "";		/* what is asked for most often */
	snprintf(file, sizeof file, "replife-%s-%s%s%s.%s", what ? what + 7 : "themes", period ? period : "report",
		 *audience ? "-" : "", audience, format && strcmp(format, "text") ? format : "txt");
	for (char *p = file; *p; p++)
		if (*p == '/' || *p == ' ')
			*p = '-';
	/* A home that leaves no room for it is not proposed. */
	if (snprintf(name, sizeof name, "%s/%s", home && *home == '/' ? home : ".", file) >= (int)sizeof name)
		memcpy(name, file, strlen(file) + 1);
	/* Not while somebody types there, nor after. */
	if (x->form.at != FILE_NAME && (!typed || !strcmp(typed, x->proposed)))
		field_set(&x->fields[FILE_NAME], name);
	typed = field_value(&x->fields[FILE_NAME]);
	if (typed && !strcmp(typed, name))
		memcpy(x->proposed, name, sizeof x->proposed);
}

/* A period is set beside one that came before it: those from `from` on. */
static void offer_beside(struct export *x, const struct choice *from)
{
	struct field *beside = &x->fields[COMPARE];
	const char *chosen = field_value(beside);
	size_t n = 1;

	x->earlier[0] = (struct choice){ NULL, "nothing" };
	for (; from->label; from++)
		x->earlier[n++] = *from;
	x->earlier[n] = (struct choice){ NULL, NULL };
	field_set(beside, chosen);
	if (beside->chosen < 0)
		beside->chosen = 0;
}

static void offer_earlier(struct export *x)
{
	const struct choice *is = &x->periods[x->fields[PERIOD].chosen];

	offer_beside(x, is->label ? is + 1 : is);
}

/* ---- the op ---- */

static size_t arguments(struct export *x, struct arg *args)
{
	size_t n = 0;

	args[n++] = (struct arg){ "audience", field_value(&x->fields[AUDIENCE]), NULL };
	if (field_value(&x->fields[PERIOD]))
		args[n++] = (struct arg){ "period", field_value(&x->fields[PERIOD]), NULL };
	if (field_value(&x->fields[COMPARE]))
		args[n++] = (struct arg){ "compare", field_value(&x->fields[COMPARE]), NULL };
	return n;
}

static const char *look_when(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s)
{
	(void)end_s;
	return tell_at(ctx, a, begin_s);
}

static const char *look_day(void *ctx, struct arena *a, int64_t day)
{
	return tell_day(ctx, a, day);
}

static enum rc write_file(struct app *app, struct export *x, struct arena *a, struct err *err)
{
	struct look look = { .ascii = app->front->ascii, .when = look_when, .day = look_day, .ctx = app };
	const char *op = field_value(&x->fields[WHICH]);
	struct reply r = { 0 };
	struct arg args[4];
	size_t n = arguments(x, args);
	struct out_file f;
	enum rc rc = app_call(app, a, op, args, n, &r, err);

	if (rc)
		return rc;
	rc = out_file_open(a, field_value(&x->fields[FILE_NAME]), &f, err);
	if (rc)
		return rc;
	rc = report_render(&f.out, r.model, op + 7, field_value(&x->fields[AUDIENCE]),
			   field_value(&x->fields[FORMAT]), &look, err);
	if (rc)
		out_file_drop(&f);
	else
		rc = out_file_close(&f, err);
	return rc;
}

static void write_it(struct app *app, struct view *v)
{
	struct export *x = (struct export *)v;
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	const char *path = field_value(&x->fields[FILE_NAME]);

	if (!path) {
		app_say(app, "Name a file");
	} else if (strcmp(path, x->over) != 0 && !access(path, F_OK)) {
		snprintf(x->over, sizeof x->over, "%s", path);
		app_say(app, "%s is there already. Enter again writes over it; or name another", path);
	} else if (write_file(app, x, &a, &err)) {
		app_say_err(app, &err);
	} else {
		path = arena_strdup(&a, path);
		form_done(app, v, 0);
		app_say(app, "%s is written", path);
	}
	arena_free(&a);
}

static void preview(struct app *app, struct view *v)
{
	struct export *x = (struct export *)v;
	struct arg args[4];
	size_t n = arguments(x, args);

	open_result(app, op_find(field_value(&x->fields[WHICH])), args, n);
	if (is_confined())
		app_say(app, "No file is written from here: by ssh, `%s -o -` brings you one",
			field_value(&x->fields[WHICH]));
}

static bool may_write(const struct app *app, const struct view *v)
{
	(void)app;
	(void)v;
	return !is_confined();
}

/* ---- what is left out ---- */

/* What the report itself says that it leaves out. */
static void say_left(const struct json *model, char *to, size_t size)
{
	const struct json *k = json_first(json_get(model, "left_out"));
	size_t n = 0;

	for (*to = '\0'; k && n < size; k = k->next)
		n += (size_t)snprintf(to + n, size - n, "%s%lld %s", n ? ", " : "Left out: ",
				      (long long)json_int(k, "count", 0), json_str(k, "what", ""));
}

/* Looked up where the answers have changed. Not for the team: that is noted as
 * a reading of names, and nothing but quotes is left out there. */
static const char *left_out(struct app *app, struct export *x)
{
	const char *period = field_value(&x->fields[PERIOD]), *beside = field_value(&x->fields[COMPARE]);
	const char *op = field_value(&x->fields[WHICH]), *audience = field_value(&x->fields[AUDIENCE]);
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err unread = { 0 };
	struct arg args[4];
	char of[sizeof x->left_of];

	snprintf(of, sizeof of, "%s|%s|%s|%s", op, audience, period ? period : "", beside ? beside : "");
	if (!strcmp(of, x->left_of))
		return x->left;
	memcpy(x->left_of, of, sizeof of);
	*x->left = '\0';
	if (strcmp(audience, "team") && !app_call(app, &a, op, args, arguments(x, args), &r, &unread))
		say_left(r.model, x->left, sizeof x->left);
	snprintf(x->promise, sizeof x->promise, "%s", tell_here(&a, report_promise(&a, r.model)));
	arena_free(&a);
	return x->left;
}

/* ---- the picture ---- */

static const char *names_said(struct app *app, struct export *x)
{
	left_out(app, x);
	return x->fields[AUDIENCE].chosen == 2 ? "With names: it is noted who read it." : x->promise;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct export *x = (struct export *)v;
	int room = body.cols < 76 ? body.cols - 4 : 72, rows, foot = 3 + NAMES_ROWS, more = 0, spare;
	const char *left;
	struct box a;

	propose(x);
	offer_earlier(x);
	left = left_out(app, x);
	rows = form_rows(&x->form, room, LABEL);
	/* Where rows are few, what has room; all of it is in the preview. */
	if (*left && rows + foot + LEFT_ROWS + 2 <= body.rows)
		more = LEFT_ROWS;
	foot += more;
	a = dialog_frame(c, body, rows + foot, room, "Share a report");
	/* Where rows are few, the form has them all but that of the buttons. */
	spare = a.rows - 1 - rows;
	if (rows + foot > a.rows)
		foot = 1;
	form_draw(&x->form, c, box_part(a, 0, 0, a.rows - foot, a.cols), LABEL);
	if (foot > 1)
		put_wrapped_text(c, a, a.rows - 2 - NAMES_ROWS - more, NAMES_ROWS, STYLE_DIM, names_said(app, x));
	if (foot > 1 && more)
		put_wrapped_text(c, a, a.rows - 2 - more, more, STYLE_DIM, left);
	if (foot == 1 && spare > 0 && !c->plain)
		put_wrapped_text(c, a, rows, spare, STYLE_DIM, *left ? left : names_said(app, x));
	put_buttons(c, a, a.rows - 1, is_confined() ? "Preview" : "Write file", "Not now");
}

static const char *hint(struct app *app, struct view *v)
{
	struct export *x = (struct export *)v;

	return x->form.at == AUDIENCE ? names_said(app, x) : form_at(&x->form)->hint;
}

static const struct key keys[] = {
	{ K_ENTER, "Write file", "Write the report into the file", write_it, 0, may_write, "report themes --audience leadership -o FILE" },
	{ K_ENTER, "Preview", "Look at it here, as text", preview, 0, NULL, "report themes" },
	{ K_F2, "Preview", "Look at it here, as text", preview, KEY_IN_TEXT, may_write, "report themes" },
	{ K_ESC, "Not now", "Back, nothing is written", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Share", .keys = keys, .size = sizeof (struct export), .dialog = true, .draw = draw,
	.form = offsetof(struct export, form), .hint = hint,
};

/* Those that have begun, and the one that is wanted. */
static struct choice *choices(struct export *x, const struct reply *r, const char *wanted)
{
	struct choice *all = arena_array(&x->v.own, struct choice, PERIODS + 2);
	size_t n = 0;
	bool had = !wanted;

	for (size_t i = 0; i < r->n_rows && n < PERIODS; i++) {
		const char *name = row_text(r, i, "name");
		bool is = wanted && !strcmp(name, wanted);

		had |= is;
		if (is || (strcmp(row_text(r, i, "state"), "planned") && (had || n < PERIODS - 1)))
			all[n++] = (struct choice){ name, name };
	}
	return all;
}

/* The one to work on, else the last one; NULL: there is none. */
static const char *default_period(const struct reply *r)
{
	int at = period_to_work_on(r);

	for (size_t i = 0; at < 0 && i < r->n_rows; i++)
		if (strcmp(row_text(r, i, "state"), "planned"))
			at = (int)i;
	return at < 0 ? NULL : row_text(r, (size_t)at, "name");
}

void open_export(struct app *app, struct view *of, const char *period)
{
	struct export *x = (struct export *)app_open(app, &type);
	struct reply r = { 0 };
	struct err err = { 0 };

	if (!x)
		return;
	period = period ? arena_strdup(&x->v.own, period) : NULL;
	if (app_call(app, &x->v.own, "period list", NULL, 0, &r, &err))
		app_say_err(app, &err);
	if (!period)
		period = default_period(&r);
	x->fields[WHICH] = (struct field){ .label = "What", .kind = FIELD_CHOICE, .choices = which, .always = true,
					   .chosen = of->type == &attend_view };
	x->fields[AUDIENCE] = (struct field){ .label = "For", .kind = FIELD_CHOICE, .choices = audiences, .always = true };
	x->fields[FORMAT] = (struct field){ .label = "As", .kind = FIELD_CHOICE, .choices = formats, .always = true,
					    .hidden = is_confined() };
	x->periods = choices(x, &r, period);
	x->fields[PERIOD] = (struct field){ .label = "Period", .kind = FIELD_CHOICE, .always = true, .choices = x->periods };
	x->fields[COMPARE] = (struct field){ .label = "Beside", .kind = FIELD_CHOICE, .choices = x->earlier,
					     .hint = "An earlier period to compare with." };
	offer_beside(x, x->periods);	/* any, until a draft has said of which period it is */
	x->fields[FILE_NAME] = (struct field){ .label = "File", .kind = FIELD_LINE, .max = 380,
					       .hidden = is_confined() };
	form_init(&x->form, &x->v.own, x->fields, FIELDS);
	if (period)
		field_set(&x->fields[PERIOD], period);
	propose(x);
	form_begin(app, &x->form, "report %s", period ? period : "");
}
