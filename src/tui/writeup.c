/*
 * The form after a session. Its questions are the parameters of `note add`;
 * what is half typed is kept as a draft whenever nobody types.
 */
#include <stdio.h>
#include <string.h>

#include "draft.h"
#include "say.h"
#include "screens.h"

#define LEADS 4
#define LABEL 15

/* By number; the leads' fields come in rows of four. */
enum {
	HAPPENED, INFORMATION, ALERTS, CAMPAIGNS, OTHER, ABOUT, MORE, KIND, LEAD,
	QUOTE = LEAD + LEADS * 4, WORDS_OF, MAY_QUOTE, WORTH, FIELDS
};
enum { SOURCE, ALERTED, FOLLOWED, OUTCOME };

struct writeup {
	struct view v;
	char booking[24];
	const char *title;
	bool host, more;
	struct form form;
	struct field fields[FIELDS];
};

/* ---- the fields ---- */

static const struct choice about[] = {
	{ "other", "something else" }, { "information", "what we give Sales" },
	{ "alerts", "alerts" }, { "campaigns", "campaigns" }, { NULL, NULL }
};
static const struct choice worth[] = {
	{ "1", "1" }, { "2", "2" }, { "3", "3" }, { "4", "4" }, { "5", "5" }, { NULL, NULL }
};

/* The same answers in a rep's mouth: "I" is who hosted. */
static const struct choice came[] = {
	{ "yes", "yes" }, { "customer_absent", "yes, but the customer did not" },
	{ "i_could_not", "no: I couldn't make it" },
	{ "stepped_out", "the customer wished to be alone" }, { NULL, NULL }
};

static struct choice *choices_of(struct arena *a, const struct word *words)
{
	struct choice *all;
	size_t n = 0;

	while (words[n].code)
		n++;
	all = arena_array(a, struct choice, n + 1);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct choice){ words[i].code, words[i].plain };
	return all;
}

static void ask(struct writeup *w, int at, const char *name, const char *label, enum field_kind kind)
{
	const struct param *p = name ? op_param(op_find("note add"), name) : NULL;

	w->fields[at] = (struct field){ .name = name, .label = label, .kind = kind, .chosen = -1 };
	if (!p)
		return;
	w->fields[at].hint = w->fields[at].empty = p->help;
	if (p->words)
		w->fields[at].choices = choices_of(&w->v.own, p->words);
}

static void ask_lead(struct writeup *w, int n)
{
	struct arena *a = &w->v.own;
	int at = LEAD + n * 4;

	ask(w, at + SOURCE, arena_printf(a, "lead%d source", n), "A lead from", FIELD_LINE);
	ask(w, at + ALERTED, arena_printf(a, "lead%d alerted", n), "  alerted", FIELD_CHOICE);
	ask(w, at + FOLLOWED, arena_printf(a, "lead%d followed", n), "  followed up", FIELD_CHOICE);
	ask(w, at + OUTCOME, arena_printf(a, "lead%d outcome", n), "  came of it", FIELD_LINE);
	w->fields[at + SOURCE].empty = "a source or campaign, as webinar";
	w->fields[at + SOURCE].hint = "A lead from Marketing that you saw the rep work on. One line each.";
	w->fields[at + ALERTED].hint = "Was the rep told of it in time?";
	w->fields[at + FOLLOWED].hint = "How soon did the rep follow up?";
	w->fields[at + OUTCOME].empty = "what came of it";
	w->fields[at + ALERTED].choices = choices_of(a, alerted_words);
	w->fields[at + FOLLOWED].choices = choices_of(a, followed_words);
}

static void ask_all(struct writeup *w)
{
	ask(w, HAPPENED, "happened", w->host ? "Came?" : "Happened?", FIELD_CHOICE);
	w->fields[HAPPENED].must = true;
	if (w->host) {
		w->fields[HAPPENED].choices = came;
		w->fields[HAPPENED].hint = "Did the visitor come? If not: Esc, then x in the list of visitors.";
	}
	ask(w, INFORMATION, "information", w->host ? "I need" : "Information", FIELD_TEXT);
	ask(w, ALERTS, "alerts", "Alerts", FIELD_TEXT);
	ask(w, CAMPAIGNS, "campaigns", "Campaigns", FIELD_TEXT);
	ask(w, OTHER, "other", "Surprises", FIELD_TEXT);
	ask(w, ABOUT, "about", "  it is about", FIELD_CHOICE);
	ask(w, MORE, NULL, "More, if you like", FIELD_HEAD);
	ask(w, KIND, "kind", "Kind of call", FIELD_LINE);
	for (int i = 0; i < LEADS; i++)
		ask_lead(w, i);
	ask(w, QUOTE, "quote", "A quote", FIELD_TEXT);
	ask(w, WORDS_OF, "words-of", "  whose words", FIELD_CHOICE);
	ask(w, MAY_QUOTE, "may-quote", "My answers may be quoted", FIELD_CHECK);
	ask(w, WORTH, "worth", w->host ? "Useful to me?" : "Worth my time?", FIELD_CHOICE);
	w->fields[ABOUT].choices = about;
	w->fields[ABOUT].hint = "Which of Marketing's areas is it about?";
	w->fields[WORTH].choices = worth;
	w->fields[QUOTE].rows = 2;
	if (w->host)
		w->fields[INFORMATION].empty = w->fields[INFORMATION].hint =
			"One thing that you need from Marketing";
}

/* What is not asked now: leads beyond the next, all of "more" while closed. */
static void hide(struct writeup *w)
{
	struct field *f = w->fields;

	f[ABOUT].hidden = !f[OTHER].edit.len || w->host;
	f[ALERTS].hidden = f[CAMPAIGNS].hidden = f[OTHER].hidden = w->host;
	f[MORE].hidden = w->host;
	for (int i = KIND; i < WORTH; i++)
		f[i].hidden = !w->more || w->host;
	f[WORTH].hidden = !w->more && !w->host;
	for (int i = 0; i < LEADS; i++) {
		struct field *lead = &f[LEAD + i * 4];

		lead->hidden |= i && !field_value(&f[LEAD + i * 4 - 4]);
		for (int k = ALERTED; k <= OUTCOME; k++)
			lead[k].hidden |= !field_value(lead);
	}
	f[WORDS_OF].hidden |= !field_value(&f[QUOTE]);
	f[MORE].label = w->more ? "More, if you like" : "F3 More: the kind of call, leads, a quote, was it worth it";
}

/* ---- handing in ---- */

struct args {
	struct arena *a;
	struct arg *p;
	size_t n;
};

static void add_arg(struct args *args, const char *name, const char *text)
{
	args->p = arena_grow(args->a, args->p, args->n * sizeof *args->p, (args->n + 1) * sizeof *args->p);
	args->p[args->n++] = (struct arg){ name, text, NULL };
}

/* Paragraphs are remarks of their own. */
static void add_texts(struct args *args, const char *name, const char *text)
{
	while (text && *text) {
		const char *end = strstr(text, "\n\n");
		size_t len = end ? (size_t)(end - text) : strlen(text);

		if (strspn(text, " \n") < len)
			add_arg(args, name, arena_dup(args->a, text, len));
		text = end ? end + 2 : NULL;
	}
}

static void add_lead(struct writeup *w, struct args *args, int at)
{
	const struct field *f = &w->fields[LEAD + at * 4];
	const char *alerted = field_value(&f[ALERTED]), *followed = field_value(&f[FOLLOWED]);
	const char *outcome = field_value(&f[OUTCOME]);

	if (!field_value(f))
		return;
	add_arg(args, "lead", arena_printf(args->a, "source=%s%s%s%s%s%s%s", f->edit.text,
		alerted ? " alerted=" : "", alerted ? alerted : "", followed ? " followed=" : "",
		followed ? followed : "", outcome ? " outcome=" : "", outcome ? outcome : ""));
}

static void add_answer(struct writeup *w, struct args *args, int i)
{
	const struct field *f = &w->fields[i];
	const char *area = i == OTHER ? field_value(&w->fields[ABOUT]) : NULL;

	if (i >= LEAD && i < QUOTE) {
		if ((i - LEAD) % 4 == 0)
			add_lead(w, args, (i - LEAD) / 4);
	} else if (i == ABOUT || !f->name || !field_value(f)) {
		return;
	} else if (f->kind == FIELD_TEXT && i != QUOTE) {
		add_texts(args, area ? area : f->name, field_value(f));
	} else {
		add_arg(args, f->name, f->kind == FIELD_CHECK ? NULL : field_value(f));
	}
}

static void hand_in(struct app *app, struct view *v)
{
	struct writeup *w = (struct writeup *)v;
	struct arena a = { .parent = app->arena };
	struct args args = { .a = &a };

	if (w->fields[HAPPENED].chosen < 0) {
		app_say(app, "One answer is needed: \"%s\" Arrows or a digit choose, then F2.",
			w->fields[HAPPENED].label);
		form_go(&w->form, "happened");
		return;
	}
	add_arg(&args, "booking", w->booking);
	for (int i = 0; i < FIELDS; i++)
		add_answer(w, &args, i);
	if (app_do(app, "note add", args.p, args.n))
		form_done(app, v, app->undo);
	arena_free(&a);
}

/* ---- the picture, and keys ---- */

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct writeup *w = (struct writeup *)v;
	struct arena m = { .parent = app->arena };
	int answered = 0, asked = 0, col, rows;
	const char *saved = w->form.changed ? "" : w->form.saved_s
		? arena_printf(&m, "draft saved %s", tell_clock(app, &m, w->form.saved_s)) : "";

	hide(w);
	col = put(c, a, 0, 0, a.cols, STYLE_STRONG, w->host ? "How was it? " : "Write up: ");
	put(c, a, 0, col, a.cols - col - (a.cols > 60 ? 20 : 0), STYLE_PLAIN, w->title);
	if (a.cols > 60)
		put_right(c, a, 0, a.cols - 18, 18, STYLE_DIM, saved);
	rows = form_draw(&w->form, c, box_part(a, a.rows > 14 ? 2 : 1, a.cols > 60 ? 2 : 0,
					       a.rows - (a.rows > 14 ? 4 : 1),
					       a.cols - (a.cols > 60 ? 4 : 0)), LABEL);
	for (int i = 0; i < FIELDS; i++)
		if (!w->fields[i].hidden && w->fields[i].name && i != ABOUT) {
			asked++;
			answered += field_value(&w->fields[i]) != NULL;
		}
	if (a.rows > 14 && rows + 3 < a.rows)
		putf(c, a, a.rows - 1, a.cols > 60 ? 2 : 0, STYLE_DIM,
		     "%d of %d answered. Only \"%s\" is needed.%s%s", answered, asked,
		     w->fields[HAPPENED].label, a.cols > 60 || !*saved ? "" : "  ", a.cols > 60 || !*saved ? "" : "saved");
	arena_free(&m);
}

/* Enter goes on where it makes no new line. */
static bool input(struct app *app, struct view *v, const struct event *e)
{
	static const struct event tab = { .type = EV_KEY, .key = K_TAB };
	struct form *f = view_form(v);

	(void)app;
	return e->type == EV_KEY && e->key == K_ENTER && form_at(f)->kind != FIELD_TEXT &&
	       form_input(f, &tab);
}

static const char *selected(const struct view *v)
{
	return ((const struct writeup *)v)->booking;
}

static void show_more(struct app *app, struct view *v)
{
	struct writeup *w = (struct writeup *)v;

	for (int i = KIND; w->more && i < FIELDS; i++)
		if (field_value(&w->fields[i])) {
			app_say(app, "Something is answered there: it stays in sight");
			return;
		}
	w->more = !w->more;
	hide(w);
	if (w->more)
		w->form.at = KIND;
	else if (w->form.at >= MORE)
		w->form.at = OTHER;
}

static bool shows_more(const struct app *app, const struct view *v)
{
	const struct writeup *w = (const struct writeup *)v;

	(void)app;
	return w->more && !w->host;
}

static bool is_guest(const struct app *app, const struct view *v)
{
	(void)app;
	return !((const struct writeup *)v)->host;
}

static const struct key keys[] = {
	{ K_F2, "Hand in", "Hand it in", hand_in, KEY_IN_TEXT, NULL, "note add %" },
	{ K_F3, "Fewer", "Fewer questions", show_more, KEY_IN_TEXT, shows_more, NULL },
	{ K_F3, "More", "More questions: the kind of call, leads, a quote", show_more, KEY_IN_TEXT, is_guest, NULL },
	{ K_ESC, "Keep draft", "Back; what is typed stays as a draft", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Write up", .keys = keys, .size = sizeof (struct writeup), .draw = draw,
	.form = offsetof(struct writeup, form), .input = input, .selected = selected,
};

void open_writeup(struct app *app, const char *booking, const char *title, bool host)
{
	struct writeup *w = (struct writeup *)app_open(app, &type);

	if (!w)
		return;
	snprintf(w->booking, sizeof w->booking, "%s", booking);
	w->title = arena_strdup(&w->v.own, title);
	w->host = host;
	ask_all(w);
	form_init(&w->form, &w->v.own, w->fields, FIELDS);
	form_begin(app, &w->form, "note %s", booking);
	for (int i = KIND; i < FIELDS; i++)
		w->more |= field_value(&w->fields[i]) != NULL;
	hide(w);
}
