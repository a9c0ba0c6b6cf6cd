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
 *     set_aside, marketers, reps; write-ups missing and excused*; offered, ahead*}
 *     (ahead: sessions of the period that have not begun, which are counted neither
 *     as on offer nor in participation or coverage; none once it is over)
 *   areas [{area remarks}]
 *   themes [{rank id name definition area state reason observations sessions
 *     reps marketers front part_of*{id name} actions[ids]
 *     quotes[{id text words_of by by_role* personal}]
 *     before {observations sessions unit change within*{id name remarks}} (with
 *     --compare; unit: sessions or remarks, of which the shares are; change: up down
 *     same new, few where a base is under 5, split where it was counted within
 *     another theme then, from which so many of its remarks were moved; no before:
 *     what it was then cannot be told any more)}]
 *   actions [{id title area owner owner_role* due state done outcome reason themes[ids]
 *     changed since*{sessions of observations sessions_until of_until}}]
 *     (changed: done in this period; since: of those, in how many sessions its
 *     themes were spoken of since it was done and until then, of how many)
 *   done_before* [as actions]: done in the period before; no theme names them
 *   leads {seen alerted{…} followed{…} both*[{alerted followed leads}]}
 *   coded* {person codebook suggested by_two*{remarks pairs alike_in_100
 *     kappa_in_100}}: how remarks came into themes; how alike the two people are
 *     who coded most of the same ones (no kappa: chance alone makes them alike)
 *   addendum {period remarks themes[{id name observations}]}: what was handed
 *     in after the report of the period before was closed
 *   quotes_left* {not_allowed held_back not_cleared more}: remarks in themes that
 *     are not quoted, by why; more: could be, beside the best three of a theme
 *   participation {seats{… ahead* seats_ahead* taken_ahead*} marketers{…} reps{…} teams[{side team people took_part
 *     sessions written_up}] by_person[{… team segment* … kinds*[of sessions on
 *     offer]}]}
 *   coverage [{group name sessions seats taken held written_up}]
 *   coverage_map* [{team kind sessions held}]
 *   compare {period base gone[{id name observations sessions unit}]} (with --compare;
 *     gone: as new is, only where the bases and the difference let it be said)
 *   trend [{period held written_up themes[{id observations sessions within*
 *     unknown*}]}]: up to three closed reports before, the oldest first; looked up
 *     when it is read. There and in compare, themes that have been merged since are
 *     counted as the one that they are now, a session that spoke of both once; the
 *     closed reports themselves stay as they are
 *
 * What has a star is not in the reports that the first programs closed.
 *
 * A model that is built or frozen is the team's: it has everything. For an
 * audience it is fitted each time it is read, a closed report of an older
 * program as one of today, so that a rule that is found later holds for both:
 *
 *   audience
 *   left_out [{code count what why}]: what is not there, for each audience
 *   customers_listed*: how many customers' names were looked for (not for the team)
 *   joined*: how many groups a row of teams, coverage or coverage_map is of
 *
 * and outside the team
 *   - by_person, by, owner and quotes that name somebody or a listed customer,
 *     or have an address, a handle or a phone number, are not there; by_role and owner_role are (marketer, rep,
 *     lifecycle). Both are struck from every text.
 *   - done is a month ("2026-11"), and so are days in the text of a quote.
 *     Dates of the period and due dates stay: they tell of nobody.
 *   - teams, coverage and coverage_map have no row of fewer than five people, nor
 *     any that could be had by subtraction: small groups are joined, kinds of
 *     calls in the map ("other kinds") too, or the breakdown is not there; the
 *     map then has one row, "All teams". disclose.h has the rule. Five are those
 *     who did what is counted (reps with sessions on offer, marketers who
 *     booked); of a group where nobody did anything, those who are in it.
 *   - who changed groups since an earlier closed report of the same period takes
 *     that breakdown out; what changes from one day to the next of a report that
 *     is not closed is not looked at.
 *   - what a closed report does not say (segment*, kinds*) is taken to be small.
 * Totals stay: of themes, of kinds of calls, of all.
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
