/* SQL that several statements share. */
#ifndef STORE_DERIVE_H
#define STORE_DERIVE_H

/* The closed report that holds the note `n`: its own period's or, handed in
 * after that was closed, a later one's. Continue with WHERE or AND. */
#define CLOSED_REPORT_OF_N                                                    \
	" FROM period h JOIN period d ON d.program_id = h.program_id"         \
	" AND d.begin_s >= h.begin_s WHERE h.program_id = n.program_id"       \
	" AND h.begin_s <= n.said_s AND h.end_s > n.said_s"                   \
	" AND h.closed_s IS NOT NULL AND d.closed_s >= n.submitted_s "

/* The notes `n` of a span of days. Their ids are gathered from the index first,
 * and the rows read as they lie in the file: day by day, each row of a large
 * period would be a page that has left the cache since. */
#define SAID_IN                                                               \
	"n.id IN (SELECT m.id FROM note m WHERE m.program_id = :program "     \
	"AND m.said_s >= :from AND m.said_s < :to) "
/* The marketer's write-up of a booking, handed in; the index is of what was not
 * withdrawn. */
#define HANDED_IN(what, booking)                                              \
	"SELECT " what " FROM note n WHERE n.booking_id = " booking " "       \
	"AND n.side = 'marketer' AND n.state <> 'withdrawn' AND n.state = 'submitted'"

/* Whether the coding `c` of the observation `o` of the note `n` counts. */
#define IS_COUNTED                                                            \
	"(c.state = 'active' AND c.by_whom <> 'suggested'"                    \
	" AND n.state = 'submitted' AND o.set_aside IS NULL)"
#define CODING_UP                                                             \
	" FROM coding c JOIN observation o ON o.id = c.observation_id"        \
	" JOIN note n ON n.id = o.note_id "
#define CODING_PERIOD                                                         \
	" LEFT JOIN period p ON p.program_id = n.program_id"                  \
	" AND p.begin_s <= n.said_s AND p.end_s > n.said_s "

/* What a coding brings into its theme: (id, what, key). `of`: which codings. */
#define CODING_BRINGS(of)                                                     \
	"SELECT c.id, 'remark' AS what, c.observation_id AS key FROM coding c " of \
	" UNION ALL SELECT c.id, 'session', b.slot_id" CODING_UP              \
	"JOIN booking b ON b.id = n.booking_id " of                           \
	" UNION ALL SELECT c.id, 'rep', s.rep_id" CODING_UP                   \
	"JOIN booking b ON b.id = n.booking_id JOIN slot s ON s.id = b.slot_id " of \
	" UNION ALL SELECT c.id, 'marketer', n.author_id" CODING_UP of        \
	" AND n.side <> 'rep' AND n.author_id IS NOT NULL"

#endif
