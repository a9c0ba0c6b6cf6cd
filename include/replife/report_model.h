/*
 * The report's model: a JSON tree that ops builds, that `period close`
 * freezes, and that src/report renders. Later programs read older models, so
 * a member is never renamed and never changes its meaning.
 *
 * Model 1. Instants are RFC 3339 in UTC, refs are texts ("T-4"):
 *
 *   model 1, program, period {id name start end first_day
 *     last_day due state revision zone},
 *   as_of, snapshot {revision at hash} (where it is frozen), audience
 *   base {sessions held, of them written_up, remarks, in_themes, uncoded,
 *     set_aside, marketers, reps}
 *   areas [{area remarks}]
 *   themes [{rank id name definition area state reason observations sessions
 *     reps marketers front actions[ids] quotes[{id text words_of by personal}]
 *     before {observations sessions} (with --compare)}]
 *   actions [{id title area owner due state done outcome reason themes[ids]
 *     changed}] (changed: done in this period)
 *   leads {seen alerted{…} followed{…}}
 *   addendum {period remarks themes[{id name observations}]}: what was handed
 *     in after the report of the period before was closed
 *   participation {seats{…} marketers{…} reps{…} teams[…] by_person[…]}
 *   coverage [{group name sessions seats taken held written_up}]
 *   compare {period base} (with --compare)
 *
 * by_person, by and owner, and quotes that name somebody, are there for the
 * team alone; for other audiences names are struck from every text.
 */
#ifndef REPLIFE_REPORT_MODEL_H
#define REPLIFE_REPORT_MODEL_H

#define REPORT_MODEL 1

/* "In front": themes that need an answer before their period closes. The
 * first five, of an area that Marketing can improve (not `other`), heard in
 * two sessions at least (imported remarks: twice). */
#define FRONT_RANK 5
#define FRONT_SESSIONS 2

#endif
