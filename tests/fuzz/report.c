/*
 * The report's renderer. The input is a model as JSON, and is changed as one:
 * whatever a model holds, it is refused, or shown without harm.
 */
#include "fuzz.h"

#include "replife/csv.h"
#include "replife/json.h"
#include "replife/report.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

static const struct look looks[] = {
	{ .when = feed_when, .day = feed_day },
	{ .width = 30, .color = true, .ascii = true },
};

/* ---- what must be true of each format ---- */

static bool name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
}

/* Behind the tag's name, up to behind its '>': name="value" and no more; a
 * value holds no tag, and none is an address or a script. */
static const char *attributes(const char *s, bool *closed)
{
	*closed = false;
	while (*s == ' ') {
		const char *name = ++s;

		while (name_char(*s))
			s++;
		HOLDS(s > name && strncmp(name, "on", 2) && strncmp(name, "href", 4) && strncmp(name, "src", 3) &&
		      strncmp(name, "style", 5));
		HOLDS(s[0] == '=' && s[1] == '"');
		for (s += 2; *s != '"'; s++)
			HOLDS(*s && *s != '<' && *s != '>');
		s++;
	}
	if (*s == '/') {
		*closed = true;
		s++;
	}
	HOLDS(*s == '>');
	return s + 1;
}

static bool is_one_of(const char *list, const char *tag, size_t n)
{
	for (const char *s = list; *s; s += strcspn(s, " "), s += *s == ' ')
		if (strcspn(s, " ") == n && !memcmp(s, tag, n))
			return true;
	return false;
}

/* Only the tags that a report has; what opens is closed, in its order. */
static void check_html(const char *s, size_t n)
{
	static const char tags[] = "html head meta title style body main section article h1 h2 h3 p ul li dl div dt dd "
				   "small blockquote cite table caption span thead tbody tr th td figure figcaption svg rect "
				   "text desc details summary line circle g path polyline tspan";
	const char *open[64], *end = s + n;
	size_t open_n[64], depth = 0;

	check_terminal(s, n, "\n\t");
	HOLDS(!strncmp(s, "<!DOCTYPE html>\n", 16));
	for (s += 16; (s = memchr(s, '<', (size_t)(end - s)));) {
		bool ends = s[1] == '/', closed;
		const char *tag = s + 1 + ends;
		size_t len = 0;

		while (name_char(tag[len]))
			len++;
		HOLDS(is_one_of(tags, tag, len));
		s = attributes(tag + len, &closed);
		if (ends) {
			HOLDS(depth && open_n[depth - 1] == len && !memcmp(open[depth - 1], tag, len));
			depth--;
		} else if (!closed && !is_one_of("meta", tag, len)) {
			HOLDS(depth < 64);
			open[depth] = tag;
			open_n[depth++] = len;
		}
	}
	HOLDS(!depth);
}

static void check_csv(struct arena *a, const char *p, size_t n)
{
	struct err err = { 0 };
	struct csv *c;
	const char *const *cells;
	unsigned line;
	bool more = true;

	HOLDS(!csv_open_text(a, p, n, "report.csv", &c, &err));
	while (more)
		HOLDS(!csv_next(c, &cells, &line, &more, &err));
}

/* As it came, and for Sales nothing besides; for others there are words, too. */
static void check_json(struct arena *a, const struct json *model, bool words, const char *p, size_t n)
{
	struct err err = { 0 };
	struct json *again;
	const struct json *k;

	HOLDS(!json_parse(a, p, n, &again, &err));
	if (!words)
		HOLDS(!strcmp(json_text(a, model), json_text(a, again)));
	for (k = model->type == J_OBJECT ? json_first(model) : NULL; words && k; k = k->next)
		HOLDS(json_get(again, k->key) &&
		      (!strcmp(json_text(a, json_get(again, k->key)), json_text(a, k)) || !strcmp(k->key, "in_one_minute") ||
		       !strcmp(k->key, "you_said_we_did") || !strcmp(k->key, "how_to_read")));
}

static void render(const struct json *model, const char *which, const char *audience, const char *format,
		   const struct look *look)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct out o;

	out_to_mem(&o, &a);
	if (report_render(&o, model, which, audience, format, look, &err)) {
		HOLDS(err.rc && *err.what && *err.todo);
		arena_free(&a);
		return;
	}
	out_text(&o);
	if (!strcmp(format, "html"))
		check_html(o.p, o.len);
	else if (!strcmp(format, "csv"))
		check_csv(&a, o.p, o.len);
	else if (!strcmp(format, "json"))
		check_json(&a, model, strcmp(audience, "sales") != 0, o.p, o.len);
	else
		check_terminal(o.p, o.len, look->color && *format == 't' ? "\n\033" : "\n");
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const which[] = { "themes", "participation", "coverage" };
	static const char *const audience[] = { "leadership", "sales", "team" };
	struct arena a = { 0 };
	struct err err = { 0 };
	struct json *model;

	if (!json_parse(&a, (const char *)data, size, &model, &err))
		for (size_t w = 0; w < 3; w++) {
			render(model, which[w], "team", "csv", &looks[0]);
			for (size_t p = 0; p < 3; p += w ? 2 : 1) {
				render(model, which[w], audience[p], "text", &looks[p == 1]);
				render(model, which[w], audience[p], "md", &looks[p == 2]);
				render(model, which[w], audience[p], "html", &looks[0]);
			}
		}
	if (!err.rc)
		for (size_t p = 1; p < 3; p++)
			render(model, "themes", audience[p], "json", &looks[0]);
	arena_free(&a);
	return 0;
}

/* ---- a model changed is still JSON ---- */

#define NODES 4000

struct nodes {
	size_t n;
	struct json *node[NODES], *parent[NODES];
};

static void collect(struct nodes *all, struct json *j, struct json *parent)
{
	if (all->n == NODES)
		return;
	all->parent[all->n] = parent;
	all->node[all->n++] = j;
	if (j->type == J_ARRAY || j->type == J_OBJECT)
		for (struct json *k = j->u.kids.first; k; k = k->next)
			collect(all, k, j);
}

/* Its value, under the key that `to` has. */
static void become(struct arena *a, struct json *to, const struct json *from)
{
	struct err err = { 0 };
	const char *text = json_text(a, from), *key = to->key;
	struct json *next = to->next, *copy;

	if (json_parse(a, text, strlen(text), &copy, &err))
		return;
	*to = *copy;
	to->key = key;
	to->next = next;
}

static void set_scalar(struct json *j, unsigned r)
{
	static const int64_t ints[] = { 0, 1, 2, -1, 4, 5, 60, 1000000, INT32_MAX, INT64_MAX, INT64_MIN, 9007199254740993 };
	static const char *const texts[] = {
		"", "T-1", "A-1", "<script>alert(1)</script>", "\"><img src=x onerror=y>", "\033[2J\a", "\u202Ex",
		"=1+1", "a\r\nb", "| x | y |", "[a](javascript:b)", "2026-11-24T10:00:00Z", "2026-11-24", "9999-99-99",
		"information", "alerts", "declined", "done", "agreed", "up", "few", "new", "\u200B", "%s%n", "\U0001F600",
		"a very long name that goes on and on, with no end in sight, as names in reports now and then have it",
	};
	struct json *next = j->next;
	const char *key = j->key;

	*j = (struct json){ .type = J_NULL, .key = key, .next = next };
	switch (r % 8) {
	case 0:
		break;
	case 1:
		j->type = J_BOOL;
		j->u.b = r & 8;
		break;
	case 2:
	case 3:
		j->type = J_INT;
		j->u.i = ints[r / 8 % (sizeof ints / sizeof *ints)];
		break;
	case 4:
		j->type = J_REAL;
		j->u.r = (double)ints[r / 8 % (sizeof ints / sizeof *ints)] / 3;
		break;
	default:
		j->type = J_STR;
		j->u.s.p = texts[r / 8 % (sizeof texts / sizeof *texts)];
		j->u.s.n = strlen(j->u.s.p);
	}
}

static void take_out(struct json *j, struct json *parent)
{
	struct json *before = NULL;

	for (struct json *k = parent->u.kids.first; k != j; k = k->next)
		before = k;
	if (before)
		before->next = j->next;
	else
		parent->u.kids.first = j->next;
	if (parent->u.kids.last == j)
		parent->u.kids.last = before;
	parent->u.kids.n--;
}

static void change_text(struct arena *a, struct json *j)
{
	size_t n = j->u.s.n;
	char *p = arena_alloc(a, n + 65);

	memcpy(p, j->u.s.p, n);
	n = LLVMFuzzerMutate((uint8_t *)p, n, n + 64);
	p[n] = '\0';
	j->u.s.p = p;
	j->u.s.n = strlen(p);
}

static void change(struct arena *a, struct nodes *all, unsigned seed)
{
	unsigned r = (unsigned)rand_r(&seed), at = (unsigned)rand_r(&seed) % (unsigned)all->n;
	struct json *j = all->node[at], *parent = all->parent[at], *other = all->node[(unsigned)rand_r(&seed) % all->n];

	switch (r % 6) {
	case 0:
		if (parent)
			take_out(j, parent);
		break;
	case 1:
		if (parent && parent->type == J_ARRAY)
			become(a, json_add(a, parent, NULL, J_NULL), j);
		break;
	case 2:
		become(a, j, other);
		break;
	case 3:
		if (other->key && parent && parent->type == J_OBJECT && !json_get(parent, other->key))
			j->key = other->key;
		break;
	case 4:
		if (j->type == J_STR) {
			change_text(a, j);
			break;
		}
		set_scalar(j, r / 6);
		break;
	default:
		set_scalar(j, r / 6);
	}
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct nodes *all = arena_new(&a, struct nodes);
	struct json *model;
	const char *text;
	size_t n;

	if (json_parse(&a, (const char *)data, size, &model, &err)) {
		arena_free(&a);
		return LLVMFuzzerMutate(data, size, most);
	}
	for (unsigned times = 1 + seed % 3; times; times--) {
		all->n = 0;
		collect(all, model, NULL);
		change(&a, all, seed + times);
	}
	text = json_text(&a, model);
	n = strlen(text);
	if (n <= most) {
		memcpy(data, text, n);
		size = n;
	}
	arena_free(&a);
	return size;
}
