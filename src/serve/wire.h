/*
 * What a server and those who call it say to each other over a Unix socket.
 *
 * Everything is a frame: four bytes of length (of what follows the head, little
 * endian, at most FRAME_MAX), one byte that says what it is, one of flags, two
 * zero bytes; then the content. A message is one or more frames of one kind; all
 * but its last carry MORE.
 *
 *	who calls		the server
 *	HELLO, CALL [ROWS]  →
 *			    ←	WELCOME (once), [BEAT …], ANSWER or REFUSAL [DATA]
 *	FOLLOW		    →
 *			    ←	NEWS, each time somebody has changed something
 *	BEAT		    →
 *			    ←	BEAT
 *
 * One call at a time a connection. HELLO comes first and stays as it is in every
 * version: the text "replife PROTOCOL SUM VERSION". Who calls, the system says
 * (SO_PEERCRED), nothing in a frame. There is no SQL in any, only operations'
 * names and texts, which are checked like those of a command line.
 */
#ifndef SERVE_WIRE_H
#define SERVE_WIRE_H

#include "replife/op.h"
#include "replife/out.h"

#define PROTOCOL 2
#define FRAME_HEAD 8u
#define FRAME_MAX (1u << 20)		/* content of one frame */
#define CALL_MAX (4u << 20)		/* of a whole call, without its rows */
#define ROWS_MAX ((int64_t)1 << 30)	/* of what goes with one call */
#define BEAT_MS 1000			/* so often a server says that it is at it */
#define NEWS_MS 100			/* so often at most that something has changed */
#define SILENCE_MS 10000		/* so long neither side waits for the other's bytes */
#define WATCHED_SILENCE_MS 4000		/* nor a caller before whom somebody sits */

enum frame {
	FRAME_HELLO = 'H', FRAME_WELCOME = 'W',
	FRAME_CALL = 'C',	/* pack_call() */
	FRAME_ROWS = 'R',	/* a table's rows, or a JSON file */
	FRAME_BEAT = 'B',	/* still at it; from a caller: are you there? It is answered; empty */
	FRAME_ANSWER = 'A',	/* pack_answer() */
	FRAME_REFUSAL = 'E',	/* pack_err() */
	FRAME_DATA = 'D',	/* a file that the op made */
	FRAME_FOLLOW = 'F', FRAME_NEWS = 'N',	/* empty */
};
#define MORE 1u

struct head {
	uint32_t len;
	enum frame kind;
	unsigned flags;
};

void head_put(unsigned char to[FRAME_HEAD], struct head h);
/* False: that is no head of ours. */
bool head_get(const unsigned char from[FRAME_HEAD], struct head *out);
/* `p` as a message of one or more frames. */
void frames_put(struct out *o, enum frame kind, const char *p, size_t n);
/* The same around what is written to `o` between these two, from its begin on. */
void message_begin(struct out *o);
void message_end(struct out *o, enum frame kind);

/* What both sides must have alike to understand each other: the operations, their
 * parameters and columns. */
uint64_t wire_sum(void);
const char *hello_text(struct arena *a);
/* RC_BUSY: the other side is of another version; says which. `side` is what the
 * other is, "the server". */
enum rc hello_check(const char *p, size_t n, const char *side, struct err *err)
	__attribute__((warn_unused_result));

/* ---- a call ---- */

void pack_call(struct out *o, const struct request *rq);
/*
 * Texts lie in `p`, which must end with a NUL and stay. A table comes without its
 * rows: `next` is NULL; *table is it, if there is one. RC_BAD_DATA: it is none.
 */
enum rc unpack_call(struct arena *a, char *p, size_t n, struct request *rq,
		    struct table **table, struct err *err)
	__attribute__((warn_unused_result));
/* A row for ROWS, and what was spooled of them as a table again. */
void pack_row(struct out *o, const struct table *t, const char *const *cells, unsigned line);
void rows_begin(struct arena *a, struct table *t, const char *p, size_t n);

/* ---- an answer ---- */

void pack_answer(struct out *o, const char *zone, const struct op *op, const struct reply *r);
/* The reply points into `p`, which must stay. */
enum rc unpack_answer(struct arena *a, const char *p, size_t n, const struct op *op, const char **zone,
		      struct reply *out, struct err *err)
	__attribute__((warn_unused_result));
void pack_err(struct out *o, const struct err *err);
/* The error that the server sent; RC_UNKNOWN where it cannot be read. `op` gives
 * err->param its text; may be NULL. */
enum rc unpack_err(struct arena *a, const char *p, size_t n, const struct op *op, struct err *err);

#endif
