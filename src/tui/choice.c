#include "choice.h"

#include <ctype.h>
#include <strings.h>

#include "form.h"

int choices_count(const struct field *f)
{
	int n = 0;

	while (f->choices[n].label)
		n++;
	return n;
}

bool choice_letter(int code)
{
	return code >= ' ' && code < K_UP && code != K_BACKSPACE && !(code >= '0' && code <= '9');
}

/* The first that begins with these letters, from what is chosen on, and from the
 * next on where `on`. -1: none does. */
static int beginning(const struct field *f, const char *typed, int len, bool on)
{
	int n = choices_count(f), from = f->chosen < 0 ? 0 : f->chosen + on;

	for (int i = 0; i < n; i++)
		if (!strncasecmp(f->choices[(from + i) % n].label, typed, (size_t)len))
			return (from + i) % n;
	return -1;
}

/* One more letter of a word. The first again goes on to the next that begins with it. */
static int letter_key(struct choosing *t, const struct field *f, int code)
{
	bool again = t->n == 1 && tolower(code) == tolower((unsigned char)t->typed[0]);
	int at;

	if (t->lost || code >= 128 || t->n + 1 == (int)sizeof t->typed)
		return -1;
	t->typed[t->n] = (char)code;
	at = beginning(f, t->typed, t->n + 1, !t->n);
	if (at >= 0)
		t->n++;
	else if (again)
		at = beginning(f, t->typed, 1, true);
	return at;
}

static void go_on(struct field *f, int by)
{
	int n = choices_count(f);

	f->chosen = by > 0 ? (f->chosen + 1) % n : f->chosen <= 0 ? n - 1 : f->chosen - 1;
}

/* Where no word is typed they are arrows. */
static bool is_arrow(const struct choosing *t, int code)
{
	return !t->n && !t->lost && (code == 'h' || code == 'j' || code == 'k' || code == 'l');
}

/* What arrows choose is no word's to take back; but one alone was perhaps its first
 * letter: "he said so". */
static bool arrow_key(struct choosing *t, struct field *f, int code)
{
	if (!t->arrows++)
		t->before = f->chosen;
	if (code == 'j' || code == 'k')
		return false;
	go_on(f, code == 'l' ? 1 : -1);
	return true;
}

static bool word_key(struct choosing *t, struct field *f, int code)
{
	int at = letter_key(t, f, code);

	if (at < 0 && is_arrow(t, code))
		return arrow_key(t, f, code);
	if (!t->begun && t->arrows != 1)
		t->before = f->chosen;
	t->begun = true;
	if (at >= 0) {
		f->chosen = at;
	} else if (code == ' ') {	/* what was typed before it stays chosen */
		t->lost = true;
		t->before = f->chosen;
	} else {
		t->lost = t->refused = true;
		f->chosen = t->before;
	}
	return true;
}

bool choice_key(struct choosing *t, struct field *f, int code)
{
	int n = choices_count(f);

	if (!n)
		return false;
	if (t->in != f)		/* what was chosen in another is no answer here */
		*t = (struct choosing){ .in = f };
	if (code == ' ' && !t->n && !t->lost)	/* it takes the first, and changes no answer */
		f->chosen = f->chosen < 0 ? 0 : f->chosen;
	else if (choice_letter(code))
		return word_key(t, f, code);
	else if (code == K_RIGHT || code == K_LEFT)
		go_on(f, code == K_RIGHT ? 1 : -1);
	else if ((code == K_BACKSPACE || code == K_DELETE) && !f->always)
		f->chosen = -1;
	else if (code >= '1' && code < '1' + n)
		f->chosen = code - '1';
	else
		return false;
	return true;
}
