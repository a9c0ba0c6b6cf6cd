/* The pure rules: spans, what may follow what, refs. */
#include "replife/core.h"

#include <stdio.h>
#include <string.h>

bool span_overlaps(struct span a, struct span b)
{
	return a.begin_s < b.end_s && b.begin_s < a.end_s;
}

/* Each row: the states that may follow, as bits. */
#define B(s) (1u << (s))

static bool may(const unsigned *after, unsigned from, unsigned to)
{
	return (after[from] & B(to)) != 0;
}

bool member_may(enum member_state from, enum member_state to)
{
	static const unsigned after[] = {
		[MEMBER_INVITED] = B(MEMBER_ACTIVE) | B(MEMBER_DECLINED),
		[MEMBER_ACTIVE] = B(MEMBER_PAUSED) | B(MEMBER_LEFT),
		[MEMBER_PAUSED] = B(MEMBER_ACTIVE) | B(MEMBER_LEFT),
		[MEMBER_LEFT] = B(MEMBER_INVITED),
		[MEMBER_DECLINED] = B(MEMBER_INVITED),
	};
	return may(after, from, to);
}

bool slot_may(enum slot_state from, enum slot_state to)
{
	static const unsigned after[] = {
		[SLOT_DRAFT] = B(SLOT_OPEN) | B(SLOT_CANCELLED),
		[SLOT_OPEN] = B(SLOT_CANCELLED),
		[SLOT_CANCELLED] = 0,
	};
	return may(after, from, to);
}

#define OUTCOMES (B(BOOKING_ATTENDED) | B(BOOKING_CUSTOMER_ABSENT) | \
		  B(BOOKING_NO_SHOW) | B(BOOKING_HOST_ABSENT) | \
		  B(BOOKING_STEPPED_OUT))

bool booking_may(enum booking_state from, enum booking_state to)
{
	/* An outcome may be corrected: two people remember one session. */
	static const unsigned after[] = {
		[BOOKING_WAITING] = B(BOOKING_CONFIRMED) | B(BOOKING_OFFERED) |
				    B(BOOKING_CANCELLED),
		[BOOKING_OFFERED] = B(BOOKING_CONFIRMED) | B(BOOKING_CANCELLED),
		[BOOKING_CONFIRMED] = OUTCOMES | B(BOOKING_CANCELLED),
		[BOOKING_ATTENDED] = OUTCOMES,
		[BOOKING_CUSTOMER_ABSENT] = OUTCOMES,
		[BOOKING_NO_SHOW] = OUTCOMES,
		[BOOKING_HOST_ABSENT] = OUTCOMES,
		[BOOKING_STEPPED_OUT] = OUTCOMES,
		[BOOKING_CANCELLED] = 0,
	};
	return may(after, from, to);
}

bool note_may(enum note_state from, enum note_state to)
{
	static const unsigned after[] = {
		[NOTE_DRAFT] = B(NOTE_SUBMITTED),
		[NOTE_SUBMITTED] = B(NOTE_WITHDRAWN),
		[NOTE_WITHDRAWN] = 0,
	};
	return may(after, from, to);
}

bool theme_may(enum theme_state from, enum theme_state to)
{
	static const unsigned after[] = {
		[THEME_PROPOSED] = B(THEME_ACTIVE) | B(THEME_RETIRED) |
				   B(THEME_MERGED) | B(THEME_DECLINED),
		[THEME_ACTIVE] = B(THEME_RETIRED) | B(THEME_MERGED) | B(THEME_DECLINED),
		[THEME_RETIRED] = B(THEME_ACTIVE) | B(THEME_DECLINED),
		[THEME_MERGED] = 0,
		[THEME_DECLINED] = B(THEME_ACTIVE) | B(THEME_RETIRED) | B(THEME_MERGED),
	};
	return may(after, from, to);
}

bool action_may(enum action_state from, enum action_state to)
{
	static const unsigned after[] = {
		[ACTION_PROPOSED] = B(ACTION_AGREED) | B(ACTION_DOING) | B(ACTION_DECLINED),
		[ACTION_AGREED] = B(ACTION_DOING) | B(ACTION_DONE) | B(ACTION_DECLINED),
		[ACTION_DOING] = B(ACTION_DONE) | B(ACTION_DECLINED),
		[ACTION_DONE] = B(ACTION_VERIFIED) | B(ACTION_INEFFECTIVE),
		[ACTION_VERIFIED] = 0,
		[ACTION_INEFFECTIVE] = 0,
		[ACTION_DECLINED] = 0,
	};
	return may(after, from, to);
}

bool booking_holds_seat(enum booking_state s)
{
	return s != BOOKING_WAITING && s != BOOKING_CANCELLED;
}

bool booking_is_live(enum booking_state s)
{
	return s == BOOKING_WAITING || s == BOOKING_OFFERED || s == BOOKING_CONFIRMED;
}

bool booking_was_held(enum booking_state s)
{
	return s == BOOKING_ATTENDED || s == BOOKING_CUSTOMER_ABSENT ||
	       s == BOOKING_STEPPED_OUT;
}

bool action_is_open(enum action_state s)
{
	return s == ACTION_PROPOSED || s == ACTION_AGREED || s == ACTION_DOING;
}

enum booking_state booking_outcome(enum happened h)
{
	switch (h) {
	case HAPPENED_YES:
	case HAPPENED_UNSAID:
		break;
	case HAPPENED_CUSTOMER_ABSENT:
		return BOOKING_CUSTOMER_ABSENT;
	case HAPPENED_REP_COULD_NOT:
		return BOOKING_HOST_ABSENT;
	case HAPPENED_I_COULD_NOT:
		return BOOKING_NO_SHOW;
	case HAPPENED_STEPPED_OUT:
		return BOOKING_STEPPED_OUT;
	}
	return BOOKING_ATTENDED;
}

enum period_state period_state_at(int64_t begin_s, int64_t end_s,
				  int64_t closed_s, bool reopened, int64_t now_s)
{
	if (closed_s)
		return PERIOD_CLOSED;
	if (reopened)
		return PERIOD_REOPENED;
	if (now_s < begin_s)
		return PERIOD_PLANNED;
	return now_s < end_s ? PERIOD_OPEN : PERIOD_COLLECTING;
}

enum reason booking_time(struct span s, int64_t notice_s, int64_t now_s)
{
	if (s.begin_s <= now_s)
		return REASON_PAST;
	return now_s > s.begin_s - notice_s ? REASON_NOTICE : REASON_NONE;
}

bool login_is_valid(const char *s)
{
	static const char ok[] = "._-abcdefghijklmnopqrstuvwxyz0123456789";
	size_t n = strspn(s, ok);

	return n && n <= 64 && !s[n] && !strchr("._-", *s);
}

int64_t ref_parse(char letter, const char *s)
{
	int64_t v = 0;

	if ((*s | 32) == (letter | 32)) {
		s++;
		if (*s == '-')
			s++;
	}
	if (*s < '1' || *s > '9')
		return 0;
	for (; *s >= '0' && *s <= '9'; s++) {
		if (v > INT64_MAX / 10 - 1)
			return 0;
		v = v * 10 + (*s - '0');
	}
	return *s ? 0 : v;
}

const char *ref_text(char letter, int64_t id, char buf[REF_SIZE])
{
	snprintf(buf, REF_SIZE, "%c-%lld", letter, (long long)id);
	return buf;
}
