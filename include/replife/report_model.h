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
 *     set_aside, marketers, reps; write-ups missing and excused*}
 *   areas [{area remarks}]
 *   themes [{rank id name definition area state reason observations sessions
 *     reps marketers front actions[ids] quotes[{id text words_of by personal}]
 *     before {observations sessions change} (with --compare; change: up down
 *     same new, or few where a base is under 5)}]
 *   actions [{id title area owner due state done outcome reason themes[ids]
 *     changed since*{sessions of observations sessions_until of_until}}]
 *     (changed: done in this period; since: of those, in how many sessions its
 *     themes were spoken of since it was done and until then, of how many)
 *   done_before* [as actions]: done in the period before; no theme names them
 *   leads {seen alerted{…} followed{…} both*[{alerted followed leads}]}
 *   coded* {person codebook suggested}: how remarks came into themes
 *   addendum {period remarks themes[{id name observations}]}: what was handed
 *     in after the report of the period before was closed
 *   participation {seats{…} marketers{…} reps{…} teams[…] by_person[…]}
 *   coverage [{group name sessions seats taken held written_up}]
 *   coverage_map* [{team kind sessions held}]
 *   compare {period base gone[{id name observations sessions}]} (with --compare)
 *   trend [{period held written_up themes[{id observations sessions}]}]: up to
 *     three closed reports before, the oldest first; looked up when it is read
 *
 * What has a star is not in the reports that the first programs closed.
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
