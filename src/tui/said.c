/* What is said above the keys. */
#include "said.h"

#include <stdarg.h>
#include <string.h>

#include "say.h"

void app_say(struct app *app, const char *fmt, ...)
{
	struct arena fresh = { .parent = app->arena };
	va_list ap;

	va_start(ap, fmt);
	app->said = arena_vprintf(&fresh, fmt, ap);
	va_end(ap);
	arena_free(&app->said_in);
	app->said_in = fresh;
	app->said_bad = false;
	app->undo = 0;
}

const char *said_stop(const char *s)
{
	size_t n = strlen(s);

	return n && strchr(".!?", s[n - 1]) ? "" : ".";
}

const char *said_err(struct arena *a, const struct err *err)
{
	char first = err->what[0];
	const char *what = tell_here(a, err->what + (first != 0)), *todo = tell_here(a, err->todo);

	if (first >= 'a' && first <= 'z')
		first = (char)(first - 32);
	return arena_printf(a, "%c%s%s%s%s%s", first ? first : '?', what, said_stop(err->what),
			    *todo ? " " : "", todo, *todo ? said_stop(todo) : "");
}

void app_say_err(struct app *app, const struct err *err)
{
	struct arena a = { .parent = app->arena };

	app_say(app, "%s", said_err(&a, err));
	app->said_bad = true;
	arena_free(&a);
}

void app_say_also(struct app *app, const char *text)
{
	struct arena a = { .parent = app->arena };
	const char *said = app->said ? arena_strdup(&a, app->said) : "";
	int64_t undo = app->said ? app->undo : 0;
	bool bad = app->said && app->said_bad;

	app_say(app, "%s%s%s%s", said, *said ? said_stop(said) : "", *said ? " " : "", text);
	app->undo = undo;
	app->said_bad = bad;
	arena_free(&a);
}

void app_say_not_done(struct app *app, const struct err *err)
{
	struct arena a = { .parent = app->arena };

	/* Whether it was done is not known of RC_UNKNOWN, which says what to do itself. */
	if (err->rc == RC_BUSY && session_away(app->session))
		app_say(app, "Not done: press %s again when the server answers%s. %s",
			app->plain ? key_word(app->pressed) : key_name(app->pressed),
			view_form(app_top(app)) ? ", what you typed stays" : "", said_err(&a, err));
	else
		app_say_err(app, err);
	app->said_bad = true;
	arena_free(&a);
}

/* The full stop or semicolon before the next clause; NULL: it is the last. */
static const char *clause_end(const char *text)
{
	const char *end = strpbrk(text, ".;");

	while (end && end[1] != ' ')
		end = strpbrk(end + 1, ".;");
	return end;
}

/* An answer without what it says of the shell: the bar below says what is next
 * here. Where that is all it says, it is said in this place's words. */
const char *said_of(struct arena *a, const char *message)
{
	const char *kept = "", *all = message, *before = "";

	while (message && *message) {
		const char *end = clause_end(message);
		size_t n = end ? (size_t)(end - message) + (*end == '.') : strlen(message);
		const char *sentence = arena_dup(a, message, n);

		if (!strstr(sentence, "replife ")) {
			kept = arena_printf(a, "%s%s%s", kept, *kept ? before : "", sentence);
			before = end && *end == ';' ? "; " : " ";
		}
		message = end ? end + 2 : NULL;
	}
	return *kept ? kept : all && *all ? tell_here(a, all) : "Done";
}
