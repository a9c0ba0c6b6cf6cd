/* One table of words: what the store and scripts say, and what people read. */
#include "replife/core.h"

#include <string.h>

#define END { NULL, NULL }

const struct word role_words[] = {
	{ "marketer", "marketer" }, { "rep", "rep" },
	{ "lifecycle", "lifecycle" }, END };
const struct word person_status_words[] = {
	{ "active", "active" }, { "left", "has left" }, END };
const struct word program_kind_words[] = {
	{ "shadow", "sitting in" }, { "shift", "shifts" },
	{ "assignment", "assignments" }, END };
const struct word member_state_words[] = {
	{ "invited", "invited" }, { "active", "active" }, { "paused", "paused" },
	{ "left", "left" }, { "declined", "declined" }, END };
const struct word rule_state_words[] = {
	{ "active", "active" }, { "removed", "removed" }, END };
const struct word dayoff_kind_words[] = {
	{ "holiday", "holiday" }, { "skip", "day off" }, { "extra", "extra" }, END };
const struct word slot_state_words[] = {
	{ "draft", "draft" }, { "open", "open" }, { "cancelled", "cancelled" }, END };
const struct word booking_state_words[] = {
	{ "waiting", "waiting" }, { "offered", "offered" },
	{ "confirmed", "confirmed" }, { "attended", "sat in" },
	{ "customer_absent", "customer did not come" }, { "no_show", "missed" },
	{ "host_absent", "rep couldn't make it" },
	{ "stepped_out", "stepped out" }, { "cancelled", "cancelled" }, END };
const struct word note_side_words[] = {
	{ "marketer", "visitor" }, { "rep", "rep" }, { "import", "imported" }, END };
const struct word note_state_words[] = {
	{ "draft", "draft" }, { "submitted", "handed in" },
	{ "withdrawn", "withdrawn" }, END };
const struct word happened_words[] = {
	{ "yes", "yes" },
	{ "customer_absent", "yes, but the customer did not come" },
	{ "rep_could_not", "the rep couldn't make it" },
	{ "i_could_not", "I couldn't" },
	{ "stepped_out", "I stepped out at the customer's wish" },
	{ "unsaid", "-" }, END };
const struct word area_words[] = {
	{ "information", "information" }, { "alerts", "alerts" },
	{ "campaigns", "campaigns" }, { "other", "other" }, END };
const struct word words_of_words[] = {
	{ "own", "own words" }, { "customer", "customer" }, { "rep", "rep" }, END };
const struct word alerted_words[] = {
	{ "yes", "in time" }, { "late", "too late" }, { "no", "no" },
	{ "couldnt_see", "couldn't see" }, END };
const struct word followed_words[] = {
	{ "same_hour", "same hour" }, { "same_day", "same day" },
	{ "later", "later" }, { "couldnt_see", "couldn't see" }, END };
const struct word theme_state_words[] = {
	{ "proposed", "proposed" }, { "active", "active" },
	{ "retired", "retired" }, { "merged", "merged" },
	{ "declined", "we won't" }, END };
const struct word coding_by_words[] = {
	{ "person", "a person" }, { "codebook", "theme words" },
	{ "suggested", "suggested" }, END };
const struct word coding_state_words[] = {
	{ "active", "in" }, { "removed", "taken out" },
	{ "said_in", "said to be in" }, { "said_out", "said not to be in" }, END };
const struct word action_state_words[] = {
	{ "proposed", "proposed" }, { "agreed", "agreed" }, { "doing", "doing" },
	{ "done", "done" }, { "verified", "verified" },
	{ "ineffective", "still heard" }, { "declined", "we won't" }, END };
const struct word period_state_words[] = {
	{ "planned", "planned" }, { "open", "open" },
	{ "collecting", "collecting write-ups" }, { "closed", "closed" },
	{ "reopened", "re-opened" }, END };

int word_find(const struct word *words, const char *code)
{
	for (int i = 0; words[i].code; i++) {
		const char *a = words[i].code, *b = code;

		while (*a && (*a == *b || (*a == '_' && *b == '-'))) {
			a++;
			b++;
		}
		if (!*a && !*b)
			return i;
	}
	return -1;
}
