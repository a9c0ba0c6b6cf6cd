/*
 * The form after a session: its questions, and its answers as remarks and
 * leads. The front ends ask what stands here as the parameters' help.
 */
#include <string.h>

#include "notes.h"
#include "replife/utf8.h"

/* What a person can answer: happened_words without "unsaid". */
static const struct word happened_said[] = {
	{ "yes", "yes" },
	{ "customer_absent", "yes, but the customer did not come" },
	{ "rep_could_not", "the rep couldn't make it" },
	{ "i_could_not", "I couldn't" },
	{ "stepped_out", "I stepped out at the customer's wish" },
	{ NULL, NULL } };
static const struct word words_said[] = {	/* words_of_words without "own" */
	{ "customer", "the customer's" }, { "rep", "the rep's" }, { NULL, NULL } };

#define FORM_PARAMS                                                           \
	{ .name = "happened", .type = P_WORD, .words = happened_said,         \
	  .help = "Did the session happen?" },                                \
	{ .name = "information", .type = P_LONG, .flags = REPEATED,           \
	  .help = "What did the rep need from us and not have?" },            \
	{ .name = "alerts", .type = P_LONG, .flags = REPEATED,                \
	  .help = "Somebody clicked, downloaded, attended: how did the rep find out, and in time?" }, \
	{ .name = "campaigns", .type = P_LONG, .flags = REPEATED,             \
	  .help = "Did one of our campaigns surprise the rep? How did they hear of it?" }, \
	{ .name = "other", .type = P_LONG, .flags = REPEATED,                 \
	  .help = "What surprised you? In their shoes, what would you want from Marketing?" }, \
	{ .name = "kind", .type = P_NAME,                                     \
	  .help = "What kind of call was it: discovery, demo, renewal, …?", .meta = "KIND" }, \
	{ .name = "lead", .type = P_LONG, .flags = REPEATED,                  \
	  .help = "A lead from Marketing that you saw, as \"source=webinar alerted=late " \
		  "followed=same-day outcome=meeting booked\"", .meta = "LEAD" }, \
	{ .name = "quote", .type = P_LONG, .help = "A sentence worth keeping, word by word" }, \
	{ .name = "words-of", .type = P_WORD, .words = words_said,            \
	  .help = "Whose words is the quote?", .meta = "WHO" },               \
	{ .name = "may-quote", .type = P_FLAG, .help = "May your answers be quoted?" }, \
	{ .name = "worth", .type = P_INT, .min = 1, .max = 5,                 \
	  .help = "Was it worth the time, from 1 (no) to 5 (very)?" },        \
	{ .name = "file", .type = P_FILE, .flags = LOCAL, .help = "take the answers from a file; - is stdin" }, \
	{ .name = "edit", .type = P_FLAG, .flags = LOCAL, .help = "answer in your editor" }, \
	{ .name = NULL }

const struct param note_add_params[] = {
	{ .name = "booking", .type = P_REF, .flags = POSITIONAL, .letter = 'B',
	  .help = "the booking, as B-12; may be left out while only one waits" },
	FORM_PARAMS
};
const struct param note_edit_params[] = {
	{ .name = "note", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'N',
	  .help = "the write-up, as N-31" },
	FORM_PARAMS
};

bool form_answered(const struct call *c)
{
	static const char *const names[] = {
		"happened", "information", "alerts", "campaigns", "other", "kind", "lead",
		"quote", "words-of", "may-quote", "worth", NULL };

	for (size_t i = 0; names[i]; i++)
		if (arg_has(c, names[i]))
			return true;
	return false;
}

void form_note(const struct call *c, struct note *n)
{
	if (arg_has(c, "happened"))
		n->happened = (enum happened)arg_int(c, "happened", HAPPENED_YES);
	if (arg_has(c, "kind"))
		n->kind = arg_text(c, "kind");
	n->worth = arg_int(c, "worth", n->worth);
}

/* ---- remarks ---- */

/* What an answer of several texts becomes, beside what was there. */
struct remarks {
	const struct note *note;
	enum area area;
	enum words_of words_of;
	struct observation *had;
	size_t n_had;
	bool *kept;
};

static enum rc drop_codings(struct call *c, int64_t observation_id, bool all, struct err *err)
{
	struct coding *codings;
	size_t n;
	enum rc rc = codings_of_observation(c->st, c->arena, observation_id, &codings, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		if (all || codings[i].by != BY_PERSON)
			rc = ent_delete(c->st, &ent_coding, codings[i].id, err);
	return rc;
}

/* Other words: what the old ones matched holds no more, nor does a clearance. */
static enum rc reword(struct call *c, struct observation *o, const char *text, struct err *err)
{
	enum rc rc = drop_codings(c, o->id, false, err);

	o->text = text;
	o->cleared = false;
	return rc ? rc : ent_update(c->st, &ent_observation, o, err);
}

static enum rc put_one(struct call *c, struct remarks *r, const char *text, struct err *err)
{
	struct observation o = {
		.note_id = r->note->id, .area = r->area, .text = text,
		.words_of = r->words_of, .may_quote = arg_has(c, "may-quote"),
	};

	for (size_t i = 0; i < r->n_had; i++)
		if (!r->kept[i]) {
			r->kept[i] = true;
			r->had[i].words_of = r->words_of;
			return reword(c, &r->had[i], text, err);
		}
	return ent_insert(c->st, &ent_observation, &o, err);
}

static bool keep_same(struct remarks *r, const char *text)
{
	for (size_t i = 0; i < r->n_had; i++)
		if (!r->kept[i] && r->had[i].words_of == r->words_of &&
		    !strcmp(r->had[i].text, text))
			return r->kept[i] = true;
	return false;
}

/* The answers to `param` take the place of the remarks in `r`. */
static enum rc replace(struct call *c, struct remarks *r, const char *param, struct err *err)
{
	const char **fresh = arena_array(c->arena, const char *, c->n_bound + 1);
	const struct bound *b;
	size_t n = 0;
	enum rc rc = RC_OK;

	r->kept = arena_array(c->arena, bool, r->n_had + 1);
	for (size_t i = 0; (b = arg_nth(c, param, i)); i++)
		if (*b->text && !keep_same(r, b->text))
			fresh[n++] = b->text;
	for (size_t i = 0; !rc && i < n; i++)
		rc = put_one(c, r, fresh[i], err);
	for (size_t i = 0; !rc && i < r->n_had; i++) {
		if (r->kept[i])
			continue;
		rc = drop_codings(c, r->had[i].id, true, err);
		if (!rc)
			rc = ent_delete(c->st, &ent_observation, r->had[i].id, err);
	}
	return rc;
}

/* Those of `all` that the answer stands for: an area's, or the quotes. */
static void pick(struct call *c, struct remarks *r, const struct observation *all, size_t n,
		 bool quotes)
{
	r->had = arena_array(c->arena, struct observation, n + 1);
	r->n_had = 0;
	for (size_t i = 0; i < n; i++)
		if (quotes ? all[i].words_of != WORDS_OWN
			   : all[i].words_of == WORDS_OWN && all[i].area == r->area)
			r->had[r->n_had++] = all[i];
}

static enum rc write_quote(struct call *c, struct remarks *r, struct err *err)
{
	enum rc rc = RC_OK;

	r->words_of = r->n_had ? r->had[0].words_of : WORDS_REP;
	if (arg_has(c, "words-of"))
		r->words_of = arg_int(c, "words-of", 0) ? WORDS_REP : WORDS_CUSTOMER;
	if (arg_has(c, "quote")) {
		if (!arg_has(c, "words-of") && !r->n_had && *arg_text(c, "quote"))
			reply_warn(c->reply, "whose words the quote is was not said: it counts "
				   "as the rep's, who clears it (--words-of customer|rep)");
		return replace(c, r, "quote", err);
	}
	if (!arg_has(c, "words-of"))
		return RC_OK;
	if (!r->n_had) {
		err_set(err, RC_USAGE, "--words-of says whose a quote is, and there is none");
		return err_todo(err, "Add --quote 'TEXT'");
	}
	for (size_t i = 0; !rc && i < r->n_had; i++) {
		r->had[i].words_of = r->words_of;
		r->had[i].cleared = false;
		rc = ent_update(c->st, &ent_observation, &r->had[i], err);
	}
	return rc;
}

static enum rc allow_quotes(struct call *c, int64_t note_id, struct err *err)
{
	struct observation *all;
	size_t n;
	enum rc rc = observations_of(c->st, c->arena, note_id, &all, &n, err);

	for (size_t i = 0; !rc && i < n; i++) {
		all[i].may_quote = true;
		rc = ent_update(c->st, &ent_observation, &all[i], err);
	}
	return rc;
}

static enum rc write_remarks(struct call *c, const struct note *note, struct err *err)
{
	struct remarks r = { .note = note };
	struct observation *all;
	size_t n;
	enum rc rc = observations_of(c->st, c->arena, note->id, &all, &n, err);

	for (int area = AREA_INFORMATION; !rc && area <= AREA_OTHER; area++) {
		if (!arg_has(c, area_words[area].code))
			continue;
		r.area = (enum area)area;
		pick(c, &r, all, n, false);
		rc = replace(c, &r, area_words[area].code, err);
	}
	r.area = AREA_OTHER;
	pick(c, &r, all, n, true);
	if (!rc)
		rc = write_quote(c, &r, err);
	return rc || !arg_has(c, "may-quote") ? rc : allow_quotes(c, note->id, err);
}

/* ---- leads ---- */

enum lead_key { LEAD_SOURCE, LEAD_ALERTED, LEAD_FOLLOWED, LEAD_OUTCOME, LEAD_KEYS };
static const char *const lead_keys[] = { "source", "alerted", "followed", "outcome" };

/* "key=…" at the start of a word: the key's length, else 0. */
static size_t key_at(const char *p)
{
	size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz_-");

	return n && p[n] == '=' ? n : 0;
}

static enum rc bad_key(const char *p, size_t n, struct err *err)
{
	if (n)
		err_set(err, RC_USAGE, "--lead has no '%.*s'", n > 40 ? 40 : (int)n, p);
	else
		err_set(err, RC_USAGE, "--lead begins with '%.40s' and not with what it is", p);
	return err_todo(err, "Say source=, alerted=, followed=, outcome=, as "
			     "--lead \"source=webinar alerted=late followed=same-day\"");
}

/* Cut the text into its values; each runs to the next key. */
static enum rc cut_lead(struct call *c, const char *text, const char *value[LEAD_KEYS],
			struct err *err)
{
	char *p = arena_strdup(c->arena, text), *end = NULL;
	bool at_word = true;

	if (!key_at(p))
		return bad_key(p, 0, err);
	for (; *p; at_word = strchr(" \n\t", *p) != NULL, p++) {
		size_t n = at_word ? key_at(p) : 0;
		int k = 0;

		if (!n)
			continue;
		while (k < LEAD_KEYS && (strlen(lead_keys[k]) != n || memcmp(lead_keys[k], p, n)))
			k++;
		if (k == LEAD_KEYS)
			return bad_key(p, n, err);
		if (value[k]) {
			err_set(err, RC_USAGE, "--lead says '%s' twice", lead_keys[k]);
			return err_todo(err, "Give each lead its own --lead");
		}
		if (end)
			*end = '\0';
		value[k] = p + n + 1;
		p += n;
		for (end = p + 1; *end && !(strchr(" \n\t", *end) && key_at(end + 1)); end++)
			;
	}
	return RC_OK;
}

static enum rc lead_word(struct call *c, const struct word *words, const char *key,
			 const char *value, int *out, struct err *err)
{
	const char *all = "";

	if (!value)
		return RC_OK;
	*out = word_find(words, value);
	if (*out >= 0)
		return RC_OK;
	for (size_t i = 0; words[i].code; i++)
		all = arena_printf(c->arena, "%s%s%s", all, i ? ", " : "", words[i].code);
	err_set(err, RC_USAGE, "--lead: %s cannot be '%.100s'", key, value);
	return err_todo(err, "Say one of: %s", all);
}

static enum rc read_lead(struct call *c, const char *text, struct lead *l, struct err *err)
{
	const char *value[LEAD_KEYS] = { NULL };
	int alerted = ALERTED_UNSEEN, followed = FOLLOWED_UNSEEN;
	enum rc rc = cut_lead(c, text, value, err);

	for (int k = 0; !rc && k < LEAD_KEYS; k++)
		if (value[k])
			rc = text_clean(c->arena, TEXT_LINE, lead_keys[k], value[k],
					strlen(value[k]), &value[k], err);
	if (!rc)
		rc = lead_word(c, alerted_words, "alerted", value[LEAD_ALERTED], &alerted, err);
	if (!rc)
		rc = lead_word(c, followed_words, "followed", value[LEAD_FOLLOWED], &followed, err);
	if (rc)
		return rc;
	if (!value[LEAD_SOURCE] || !*value[LEAD_SOURCE]) {
		err_set(err, RC_USAGE, "--lead does not say where the lead came from");
		return err_todo(err, "Add source=, as --lead \"source=webinar alerted=late\"");
	}
	l->source = value[LEAD_SOURCE];
	l->alerted = (enum alerted)alerted;
	l->followed = (enum followed)followed;
	l->outcome = value[LEAD_OUTCOME] && *value[LEAD_OUTCOME] ? value[LEAD_OUTCOME] : NULL;
	return RC_OK;
}

/* The answers take the place of the note's leads, one after the other. */
enum rc lead_put(struct call *c, struct lead *l, struct err *err)
{
	struct note n;
	enum rc rc = ent_get(c->st, &ent_note, l->note_id, c->arena, &n, err);

	if (rc)
		return rc;
	l->said_s = n.said_s;
	return l->id ? ent_update(c->st, &ent_lead, l, err) : ent_insert(c->st, &ent_lead, l, err);
}

static enum rc write_leads(struct call *c, int64_t note_id, struct err *err)
{
	const struct bound *b;
	struct lead *had;
	size_t n_had, n = 0;
	enum rc rc = leads_of(c->st, c->arena, note_id, &had, &n_had, err);

	for (size_t i = 0; !rc && (b = arg_nth(c, "lead", i)); i++) {
		struct lead l = { .note_id = note_id };

		if (!*b->text)
			continue;
		if (n < n_had)
			l = had[n];
		rc = read_lead(c, b->text, &l, err);
		if (!rc)
			rc = lead_put(c, &l, err);
		n++;
	}
	for (; !rc && n < n_had; n++)
		rc = ent_delete(c->st, &ent_lead, had[n].id, err);
	return rc;
}

enum rc form_write(struct call *c, const struct note *n, struct err *err)
{
	enum rc rc = write_remarks(c, n, err);

	return rc || !arg_has(c, "lead") ? rc : write_leads(c, n->id, err);
}
