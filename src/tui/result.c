/* What an operation answered, as lines to read. */
#include <string.h>

#include "list.h"
#include "replife/report.h"
#include "replife/utf8.h"
#include "say.h"
#include "screens.h"

#define ANY_WIDTH 100000		/* where lines are wrapped later */
#define LABEL_MOST 26		/* cells, where a line begins with one */

struct result {
	struct view v;
	const char *title;
	const struct op *op;		/* NULL: a page, whose text is the reply's body */
	const struct arg *args;
	size_t n_args;
	struct list list;
	const char *said;
	const char **lines;		/* of `cols` cells */
	int n_lines, cols;
	struct reply reply;
};

/* ---- how values look ---- */

static const char *look_when(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s)
{
	const struct app *app = ctx;

	if (!end_s)
		return tell_at(app, a, begin_s);
	return arena_printf(a, "%s-%s", tell_at(app, a, begin_s), tell_clock(app, a, end_s));
}

static const char *look_day(void *ctx, struct arena *a, int64_t day)
{
	return tell_day(ctx, a, day);
}

static const char *which_report(const struct op *op)
{
	const char *blank = strchr(op->name, ' ');

	return blank ? blank + 1 : op->name;
}

/* ---- lines ---- */

static void split(struct result *res, char *text)
{
	int n = 1;

	for (const char *p = text; *p; p++)
		n += *p == '\n';
	res->lines = arena_array(&res->v.data, const char *, (size_t)n);
	res->n_lines = 0;
	while (*text) {
		char *end = strchr(text, '\n');

		res->lines[res->n_lines++] = text;
		if (!end)
			break;
		*end = '\0';
		text = end + 1;
	}
}

/* The bytes of a line that fit, up to a blank where there is one. */
static size_t fitting(const char *line, size_t n, size_t cols)
{
	size_t fits = 0;

	if (utf8_width(line, n) <= cols)
		return n;
	for (size_t i = strspn(line, " "); i < n && utf8_width(line, i) <= cols; i++)
		if (line[i] == ' ')
			fits = i;
	return fits ? fits : n;
}

/* Where the words of a line begin, behind a label if it has one. */
static size_t gutter(const char *line, size_t n)
{
	size_t from = strspn(line, " ");

	for (size_t i = from; i + 2 < n && i < LABEL_MOST; i++)
		if (line[i] == ' ' && line[i + 1] == ' ')
			return i + strspn(line + i, " ");
	return from;
}

/* A text that was laid out for a wider place: long lines go on below. */
static void put_body(struct out *o, const char *text, size_t cols)
{
	while (*text) {
		size_t n = strcspn(text, "\n"), fits = fitting(text, n, cols), in = gutter(text, n);

		out_bytes(o, text, fits);
		for (text += fits, n -= fits; n; text += fits, n -= fits) {
			text++;		/* the blank */
			n--;
			fits = fitting(text, n, cols - in);
			out_printf(o, "\n%*s", (int)in, "");
			out_bytes(o, text, fits);
		}
		if (*text) {
			out_char(o, '\n');
			text++;
		}
	}
}

static void lay_out(struct app *app, struct result *res, int cols)
{
	struct arena *a = &res->v.data;
	struct look look = { .width = app->plain ? ANY_WIDTH : (size_t)cols, .one_by_one = app->plain, .ascii = app->front->ascii, .when = look_when,
			     .day = look_day, .ctx = app };
	struct err ignored = { 0 };
	struct out o;

	out_to_mem(&o, a);
	res->cols = cols;
	if (res->reply.body)
		put_body(&o, res->reply.body, look.width);
	else if (res->reply.model)
		(void)!report_render(&o, res->reply.model, which_report(res->op), res->reply.audience,
				     "text", &look, &ignored);
	else
		render_text(&o, &res->reply, &look);
	if (!o.len && res->reply.empty)
		out_str(&o, res->reply.empty);
	if (res->reply.message && !res->reply.model && o.len)
		out_printf(&o, "\n%s", wrap_text(a, tell_here(a, res->reply.message), cols));
	split(res, arena_strdup(a, out_text(&o)));
	list_set(&res->list, res->n_lines);
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct result *res = (struct result *)v;
	struct request rq = { .op = res->op->name, .args = res->args, .n_args = res->n_args,
			      .limit = 1000 };
	struct reply r = { 0 };
	enum rc rc = app_request(app, &v->data, &rq, &r, err);

	if (rc)
		return rc;
	res->reply = r;
	res->cols = 0;
	return RC_OK;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct result *res = (struct result *)v;
	struct box body = box_part(a, 2, 0, a.rows - 2, a.cols);

	if (res->cols != a.cols - 2)
		lay_out(app, res, a.cols - 2);
	put(c, a, 0, 0, 0, STYLE_STRONG, res->title);
	list_fit(&res->list, body.rows);
	for (int i = 0; i < (app->plain ? res->n_lines : body.rows) && res->list.top + i < res->n_lines; i++) {
		bool on = res->list.top + i == res->list.at;

		put(c, body, i, 0, 1, STYLE_STRONG, on ? ">" : " ");
		put(c, body, i, 2, 0, STYLE_PLAIN, res->lines[res->list.top + i]);
		if (on)
			cursor_at(c, body, i, 0);
	}
}

static const struct key keys[] = { { 0, NULL, NULL, NULL, 0, NULL, NULL } };

static const struct view_type type = {
	.name = "Answer", .keys = keys, .size = sizeof (struct result), .load = load,
	.draw = draw, .list = offsetof(struct result, list),
};

void open_result(struct app *app, const struct op *op, const struct arg *args, size_t n)
{
	struct result *res = (struct result *)app_open(app, &type);
	struct arg *copy;

	if (!res)
		return;
	copy = arena_array(&res->v.own, struct arg, n + 1);
	for (size_t i = 0; i < n; i++)
		copy[i] = (struct arg){ args[i].name, arena_strdup(&res->v.own, args[i].text), NULL };
	res->title = op->summary;
	res->op = op;
	res->args = copy;
	res->n_args = n;
}

static const struct view_type page_type = {
	.name = "Page", .keys = keys, .size = sizeof (struct result), .draw = draw,
	.list = offsetof(struct result, list),
};

void open_page(struct app *app, const char *title, const char *text)
{
	struct result *res = (struct result *)app_open(app, &page_type);

	if (!res)
		return;
	res->title = arena_strdup(&res->v.own, title);
	res->reply.body = arena_strdup(&res->v.own, text);
	res->reply.body_len = strlen(text);
}
