/* A small op table of the tests' own. Include it once a test program. */
#ifndef CLI_FIXTURE_H
#define CLI_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "replife/cli.h"
#include "replife/core.h"

#define END { NULL, P_FLAG, 0, NULL, NULL, 0, 0, 0, NULL }
#define PARAM(name, type, flags, help) { name, type, flags, help, NULL, 0, 0, 0, NULL }

static const struct param book_params[] = {
	{ "slot", P_REF, REQUIRED | POSITIONAL, "the session to join, as S-214", NULL, 'S', 0, 0,
	  NULL },
	PARAM("for", P_PERSON, 0, "book for somebody else"),
	PARAM("note", P_LINE, 0, "why; the rep reads it"),
	PARAM("wait", P_FLAG, 0, "join the waiting list where it is full"),
	END };
static const struct op op_book = {
	.name = "book", .summary = "Take a seat in a rep's session", .effect = EFFECT_WRITE,
	.who = WHO_ANYBODY, .params = book_params, .example = "book S-214" };

static const struct param find_params[] = {
	PARAM("when", P_SPAN, REST, "a day, a week"),
	{ "limit", P_INT, 0, "at most so many", NULL, 0, 1, 100, NULL }, END };
static const struct op op_find_ = {
	.name = "find", .summary = "Find a session", .effect = EFFECT_READ,
	.who = WHO_ANYBODY, .params = find_params };

static const struct param hours_params[] = {
	PARAM("rule", P_LINE, REQUIRED | REST, "as 'every tue 10-12'"),
	PARAM("kind", P_NAME, 0, "the kind of call"), END };
static const struct op op_hours_add = {
	.name = "hours add", .summary = "Say when you host", .effect = EFFECT_WRITE,
	.who = WHO_REP, .params = hours_params };

static const struct param note_params[] = {
	PARAM("booking", P_REF, POSITIONAL, "the booking"),
	{ "happened", P_WORD, REQUIRED, "Did it happen?", happened_words, 0, 0, 0, NULL },
	PARAM("information", P_LONG, REPEATED, "What did the rep need and not have?"),
	PARAM("alerts", P_LONG, REPEATED, "How did the rep find out, and in time?"),
	PARAM("may-quote", P_FLAG, 0, "May it be quoted?"),
	PARAM("edit", P_FLAG, LOCAL, "open the editor"),
	PARAM("file", P_FILE, LOCAL, "read the answers from FILE"), END };
static const struct op op_note_add = {
	.name = "note add", .summary = "Write down what you saw", .effect = EFFECT_WRITE,
	.who = WHO_ANYBODY, .params = note_params };

static const struct param assign_params[] = {
	PARAM("obs", P_REF, REQUIRED | POSITIONAL | REPEATED, "the remarks"),
	PARAM("theme", P_THEME, REQUIRED | POSITIONAL, "the theme"), END };
static const struct op op_theme_assign = {
	.name = "theme assign", .summary = "Put remarks into a theme", .effect = EFFECT_WRITE,
	.who = WHO_LIFECYCLE, .params = assign_params };

static const struct param close_params[] = {
	PARAM("name", P_PERIOD, REQUIRED | POSITIONAL, "the period"),
	PARAM("confirm", P_NAME, REQUIRED, "its name once more"), END };
static const struct op op_period_close = {
	.name = "period close", .summary = "Freeze a period", .effect = EFFECT_WRITE,
	.who = WHO_LIFECYCLE, .params = close_params };

static const struct param report_params[] = {
	PARAM("out", P_FILE, 0, "write to FILE"), END };
static const struct op op_report_themes = {
	.name = "report themes", .summary = "What was heard", .effect = EFFECT_READ,
	.who = WHO_ANYBODY, .params = report_params };

static const struct param slot_add_params[] = {
	PARAM("tz", P_ZONE, 0, "the session's own zone"), END };
static const struct op op_slot_add = {
	.name = "slot add", .summary = "Add a single session", .effect = EFFECT_WRITE,
	.who = WHO_REP, .params = slot_add_params };
static const struct op op_slot_list = {
	.name = "slot list", .summary = "List sessions", .effect = EFFECT_READ,
	.who = WHO_ANYBODY };
static const struct op op_status = {
	.name = "status", .summary = "What is to be done", .effect = EFFECT_READ,
	.who = WHO_ANYBODY };
static const struct param undo_params[] = {
	PARAM("ticket", P_INT, POSITIONAL, "which change"), END };
static const struct op op_undo = {
	.name = "undo", .summary = "Take back the latest change", .effect = EFFECT_WRITE,
	.who = WHO_ANYBODY, .params = undo_params };

static const struct op *const fixture_ops[] = {
	&op_book, &op_find_, &op_hours_add, &op_note_add, &op_period_close,
	&op_report_themes, &op_slot_add, &op_slot_list, &op_status, &op_theme_assign,
	&op_undo, NULL };
static const struct op *const *const fixture_tables[] = { fixture_ops, NULL };
static const struct op_set fixture = { fixture_tables };

#endif
