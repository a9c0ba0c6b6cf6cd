/* What the workbench reads: of one period, or of all that are not closed. */
#include <stdio.h>
#include <string.h>

#include "periods.h"
#include "say.h"
#include "themes.h"

#define ROWS_MAX 300

/* ---- what is selected ---- */

static const char *remark_ref(struct themes *t, int i)
{
	return row_ref(&t->v.data, &t->remarks, (size_t)i, "id");
}

static const char *theme_ref(struct themes *t, int i)
{
	return row_ref(&t->v.data, &t->themes, (size_t)i, "id");
}

static const char *said_ref(struct themes *t, int i)
{
	return json_str(t->said[i], "id", "");
}

static const char *(*const ref_of[PANES])(struct themes *, int) = { remark_ref, theme_ref, said_ref };

static void select_again(struct themes *t, enum pane p, int n)
{
	struct list *l = &t->lists[p];

	list_set(l, n);
	for (int i = 0; *t->refs[p] && i < n; i++)
		if (!strcmp(ref_of[p](t, i), t->refs[p]))
			list_select(l, i);
}

void themes_selected(struct themes *t)
{
	for (int p = 0; p < PANES; p++)
		snprintf(t->refs[p], sizeof t->refs[p], "%s",
			 t->lists[p].at >= 0 ? ref_of[p](t, t->lists[p].at) : "");
}

/* ---- reading ---- */

/* The period that was chosen, as long as it is not closed. */
static void find_period(struct themes *t)
{
	int at = *t->name ? period_row(&t->periods, t->name) : -1;

	if (at < 0 || !period_in_work(&t->periods, at)) {
		t->name[0] = '\0';
		at = period_to_work_on(&t->periods);
	}
	t->period = t->period_said = "";
	if (at >= 0 && !t->ever) {
		t->period = row_text(&t->periods, (size_t)at, "name");
		t->period_said = row_text(&t->periods, (size_t)at, "state_said");
	}
}

/* What a closed report holds is not to be worked on. */
static enum rc load_remarks(struct app *app, struct themes *t, struct err *err)
{
	struct request rq = { .op = "note remarks", .limit = ROWS_MAX, .n_args = 3 };

	rq.args = (struct arg[]){ { t->second ? "second" : "uncoded", NULL, NULL }, { "open", NULL, NULL },
				  { "period", t->period, NULL } };
	rq.n_args -= !*t->period;
	return app_request(app, &t->v.data, &rq, &t->remarks, err);
}

static struct arg when(const struct themes *t)
{
	return *t->period ? (struct arg){ "period", t->period, NULL } : (struct arg){ "ever", NULL, NULL };
}

/* Which are in front is the report's to say, as for closing. Of all periods it
 * is that of the one to work on. */
static enum rc load_report(struct app *app, struct themes *t, struct err *err)
{
	int at = period_to_work_on(&t->periods);
	struct reply r = { 0 };
	enum rc rc;

	t->report = NULL;
	if (at < 0)
		return RC_OK;
	rc = app_call(app, &t->v.data, "report themes",
		      ARGS({ "period", *t->period ? t->period : row_text(&t->periods, (size_t)at, "name"), NULL }),
		      &r, err);
	t->report = r.model;
	return rc;
}

enum rc themes_load_said(struct app *app, struct themes *t, struct err *err)
{
	struct arena fresh = { .parent = app->arena };
	struct request rq = { .op = "theme show", .limit = ROWS_MAX };
	const struct json **list = NULL;
	struct json *said = NULL;
	struct reply r = { 0 };
	enum rc rc = RC_OK;
	int n = 0;

	rq.args = (struct arg[]){ { "theme", t->refs[THEMES], NULL }, when(t) };
	rq.n_args = 2;
	if (*t->refs[THEMES]) {
		rc = app_request(app, &fresh, &rq, &r, err);
		if (!rc)
			rc = json_parse(&fresh, reply_cell(&r, 0, "said")->u.s.p,
					reply_cell(&r, 0, "said")->u.s.n, &said, err);
	}
	if (rc) {
		arena_free(&fresh);
		return rc;
	}
	list = arena_array(&fresh, const struct json *, (said ? said->u.kids.n : 0) + 1);
	for (const struct json *j = json_first(said); j; j = j->next)
		list[n++] = j;
	arena_free(&t->said_in);
	t->said_in = fresh;
	t->said = list;
	t->n_said = n;
	select_again(t, QUOTES, n);
	themes_selected(t);
	return RC_OK;
}

enum rc themes_load(struct app *app, struct view *v, struct err *err)
{
	struct themes *t = (struct themes *)v;
	enum rc rc = app_call(app, &v->data, "period list", NULL, 0, &t->periods, err);

	if (rc)
		return rc;
	find_period(t);
	rc = load_remarks(app, t, err);
	if (!rc)
		rc = app_call(app, &v->data, "theme list", (struct arg[]){ when(t) }, 1, &t->themes, err);
	if (!rc)
		rc = load_report(app, t, err);
	if (rc)
		return rc;
	marks_keep(&t->marks, &t->remarks);
	select_again(t, REMARKS, (int)t->remarks.n_rows);
	select_again(t, THEMES, (int)t->themes.n_rows);
	snprintf(t->refs[THEMES], sizeof t->refs[THEMES], "%s",
		 t->lists[THEMES].at >= 0 ? theme_ref(t, t->lists[THEMES].at) : "");
	return themes_load_said(app, t, err);
}

/* ---- answers ---- */

static bool names(const struct json *list, const char *ref)
{
	for (const struct json *j = json_first(list); j; j = j->next)
		if (j->type == J_STR && !strcmp(j->u.s.p, ref))
			return true;
	return false;
}

const char *themes_answer(const struct themes *t, struct arena *a, int i, bool *wanted)
{
	const char *ref = row_ref(a, &t->themes, (size_t)i, "id"), *first = "";
	int n = 0;

	*wanted = false;
	if (!strcmp(row_text(&t->themes, (size_t)i, "state"), "declined"))
		return "won't";
	for (const struct json *j = json_first(json_get(t->report, "actions")); j; j = j->next)
		if (names(json_get(j, "themes"), ref) && !n++)
			first = json_str(j, "id", "");
	for (const struct json *j = json_first(json_get(t->report, "themes")); !n && j; j = j->next)
		if (!strcmp(json_str(j, "id", ""), ref))
			*wanted = json_bool(j, "front", false);
	return n > 1 ? arena_printf(a, "%s +%d", first, n - 1) : first;
}
