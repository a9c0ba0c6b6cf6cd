/* The config files: lines of KEY = VALUE. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "replife/confine.h"
#include "cli_i.h"

#define SYSTEM_CONFIG "/etc/replife/config"
#define MAX_BYTES (64 * 1024)

const struct config_key config_keys[] = {
	{ "db", "the store's file", NULL },
	{ "socket", "the server's socket", NULL },
	{ "server", "the account that a server runs as, besides root; else replife", NULL },
	{ "per-account", "connections that one account may have, where a server runs", NULL },
	{ "kiosk", "the account of the ssh kiosk, where a server runs", NULL },
	{ "tz", "the zone that times are read and shown in", NULL },
	{ "program", "the program; else Rep Life", NULL },
	{ "vectors", "the file of word vectors, or none; see replife help environment", NULL },
	{ "color", "auto, always or never", "auto always never" },
	{ "ascii", "yes: nothing but ASCII in lines and marks", "yes no" },
	{ "mouse", "no: the app leaves the mouse to the terminal", "yes no" },
	{ "accessible", "yes: plain lines for a screen reader", "yes no" },
	{ NULL, NULL, NULL },
};

const char *config_path(struct arena *a)
{
	const char *p = getenv("REPLIFE_CONFIG");

	if (p && *p)
		return p;
	p = getenv("XDG_CONFIG_HOME");
	if (p && *p == '/')
		return arena_printf(a, "%s/replife/config", p);
	p = getenv("HOME");
	return p && *p == '/' ? arena_printf(a, "%s/.config/replife/config", p) : NULL;
}

/* ---- reading ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void trim(const char **p, size_t *n)
{
	while (*n && is_blank(**p)) {
		++*p;
		--*n;
	}
	while (*n && is_blank((*p)[*n - 1]))
		--*n;
}

/* "KEY = VALUE" apart; false: a comment, a blank line, or *key is NULL. */
static bool split_line(const char *p, size_t n, const char **key, size_t *key_n,
		       const char **value, size_t *value_n)
{
	const char *eq;

	*key = NULL;
	trim(&p, &n);
	if (!n || *p == '#')
		return false;
	*key = p;
	eq = memchr(p, '=', n);
	if (!eq)
		return false;
	*key_n = (size_t)(eq - p);
	*value = eq + 1;
	*value_n = n - *key_n - 1;
	trim(key, key_n);
	trim(value, value_n);
	return true;
}

/* Is `value` among blank-separated words? */
static bool one_of(const char *words, const char *value)
{
	size_t n = strlen(value);

	for (const char *p = words; n && *p; p += strspn(p, " ")) {
		size_t k = strcspn(p, " ");

		if (k == n && !strncmp(p, value, n))
			return true;
		p += k;
	}
	return false;
}

enum rc config_known(const char *key, struct err *err)
{
	struct guess g;

	guess_begin(&g, key);
	for (const struct config_key *k = config_keys; k->name; k++) {
		if (!strcmp(k->name, key))
			return RC_OK;
		guess_try(&g, k->name);
	}
	err_set(err, RC_USAGE, "there is no setting '%s'", key);
	if (g.best)
		return err_todo(err, "Did you mean '%s'? See `replife help settings`", g.best);
	return err_todo(err, "See `replife help settings`");
}

enum rc config_check(const char *key, const char *value, struct err *err)
{
	const struct config_key *k = config_keys;
	enum rc rc = config_known(key, err);

	if (rc)
		return rc;
	while (strcmp(k->name, key))
		k++;
	if (k->words && !one_of(k->words, value)) {
		err_set(err, RC_USAGE, "%s cannot be '%s'", key, value);
		return err_todo(err, "It is one of: %s", k->words);
	}
	if (strchr(value, '\n')) {
		err_set(err, RC_USAGE, "%s cannot have a line break in it", key);
		return err_todo(err, "Give it on one line");
	}
	return RC_OK;
}

static void add_line(struct arena *a, struct config *cfg, struct config_line line)
{
	if (cfg->n == cfg->cap) {
		size_t cap = cfg->cap ? cfg->cap * 2 : 8;

		cfg->lines = arena_grow(a, cfg->lines, cfg->cap * sizeof *cfg->lines,
					cap * sizeof *cfg->lines);
		cfg->cap = cap;
	}
	cfg->lines[cfg->n++] = line;
}

static enum rc read_line(struct arena *a, struct config *cfg, struct config_line line,
			 const char *p, size_t n, struct err *err)
{
	const char *key, *value;
	size_t key_n, value_n;

	if (!split_line(p, n, &key, &key_n, &value, &value_n)) {
		if (!key)
			return RC_OK;
		err_set(err, RC_BAD_DATA, "there is no '=' in it");
		return err_todo(err, "Write KEY = VALUE, or a # before it");
	}
	if (memchr(p, '\0', n))
		return err_set(err, RC_BAD_DATA, "it is not text");
	line.key = arena_dup(a, key, key_n);
	line.value = arena_dup(a, value, value_n);
	if (config_check(line.key, line.value, err)) {
		err->rc = RC_BAD_DATA;
		return RC_BAD_DATA;
	}
	add_line(a, cfg, line);
	return RC_OK;
}

enum rc config_read(struct arena *a, struct config *cfg, const char *file,
		    const char *text, size_t n, struct err *err)
{
	struct config_line line = { .file = file };
	enum rc rc = RC_OK;

	while (n && !rc) {
		const char *end = memchr(text, '\n', n);
		size_t len = end ? (size_t)(end - text) : n;

		line.line++;
		rc = read_line(a, cfg, line, text, len, err);
		len += end != NULL;
		text += len;
		n -= len;
	}
	return rc ? err_prefix(err, "%s:%u: ", file, line.line) : RC_OK;
}

static enum rc load_file(struct arena *a, struct config *cfg, const char *file,
			 struct err *err)
{
	const char *text;
	size_t n;
	enum rc rc = file_read(a, file, MAX_BYTES, &text, &n, err);

	if (rc == RC_NOT_FOUND) {
		memset(err, 0, sizeof *err);
		return RC_OK;
	}
	return rc ? rc : config_read(a, cfg, file, text, n, err);
}

enum rc config_load(struct arena *a, struct config *out, struct err *err)
{
	enum rc rc = RC_OK;

	memset(out, 0, sizeof *out);
	out->path = config_path(a);
	if (out->path)
		rc = load_file(a, out, out->path, err);
	return rc ? rc : load_file(a, out, SYSTEM_CONFIG, err);
}

/* Within one file the last line counts, of two files the user's. */
const char *config_get(const struct config *cfg, const char *key)
{
	const struct config_line *best = NULL;

	for (size_t i = 0; i < cfg->n; i++)
		if (!strcmp(cfg->lines[i].key, key) &&
		    (!best || best->file == cfg->lines[i].file))
			best = &cfg->lines[i];
	return best ? best->value : NULL;
}

/* ---- writing ---- */

const char *config_edited(struct arena *a, const char *text, size_t n,
			  const char *key, const char *value)
{
	const char *p = text, *end = text + n, *last = NULL, *last_end = NULL;
	struct out o;

	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p)), *k, *v;
		const char *next = nl ? nl + 1 : end;
		size_t k_n, v_n;

		if (split_line(p, (size_t)((nl ? nl : end) - p), &k, &k_n, &v, &v_n) &&
		    k_n == strlen(key) && !memcmp(k, key, k_n)) {
			last = p;
			last_end = next;
		}
		p = next;
	}
	if (!last)
		last = last_end = end;
	out_to_mem(&o, a);
	out_bytes(&o, text, (size_t)(last - text));
	if (*value) {
		if (o.len && o.p[o.len - 1] != '\n')
			out_char(&o, '\n');
		out_printf(&o, "%s = %s\n", key, value);
	}
	out_bytes(&o, last_end, (size_t)(end - last_end));
	return out_text(&o);
}

/* The file's directory; one that cannot be made is out_file_open's to say. */
static void make_parents(struct arena *a, const char *path)
{
	char *p = arena_strdup(a, path);

	for (char *c = p + 1; *c; c++)
		if (*c == '/') {
			*c = '\0';
			(void)!mkdir(p, 0700);
			*c = '/';
		}
}

enum rc config_set(struct arena *a, const char *key, const char *value, struct err *err)
{
	const char *path = config_path(a), *text = "";
	struct out_file f;
	size_t n = 0;
	enum rc rc = confine_check("change settings", "Ask who looks after this computer", err);

	if (rc)
		return rc;
	if (!path) {
		err_set(err, RC_CANNOT_CREATE, "there is no home folder to keep settings in");
		return err_todo(err, "Set HOME, or name a file with REPLIFE_CONFIG");
	}
	rc = file_read(a, path, MAX_BYTES, &text, &n, err);
	if (rc == RC_NOT_FOUND)
		make_parents(a, path);
	else if (rc)
		return rc;
	rc = out_file_open(a, path, &f, err);
	if (rc)
		return rc;
	out_str(&f.out, config_edited(a, text, n, key, value));
	return out_file_close(&f, err);
}
