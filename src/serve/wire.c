/* Frames, and the greeting. */
#include "wire.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bytes.h"

void head_put(unsigned char to[FRAME_HEAD], struct head h)
{
	for (int i = 0; i < 4; i++)
		to[i] = (unsigned char)(h.len >> (8 * i));
	to[4] = (unsigned char)h.kind;
	to[5] = (unsigned char)h.flags;
	to[6] = to[7] = 0;
}

bool head_get(const unsigned char from[FRAME_HEAD], struct head *out)
{
	out->len = (uint32_t)get_number(from, 4);
	out->kind = (enum frame)from[4];
	out->flags = from[5];
	return out->len <= FRAME_MAX && from[4] && strchr("HWCRBAEDFN", from[4]) && out->flags <= MORE &&
	       !from[6] && !from[7];
}

void frames_put(struct out *o, enum frame kind, const char *p, size_t n)
{
	unsigned char head[FRAME_HEAD];

	do {
		size_t part = n < FRAME_MAX ? n : FRAME_MAX;

		n -= part;
		head_put(head, (struct head){ (uint32_t)part, kind, n ? MORE : 0 });
		out_bytes(o, head, sizeof head);
		out_bytes(o, p, part);
		p += part;
	} while (n);
}

void message_begin(struct out *o)
{
	out_pad(o, FRAME_HEAD);
}

/* In its place: the last part moves the farthest. */
void message_end(struct out *o, enum frame kind)
{
	size_t n = o->len - FRAME_HEAD, i = n ? (n - 1) / FRAME_MAX : 0, last = i;

	out_pad(o, last * FRAME_HEAD);
	for (;; i--) {
		size_t at = i * FRAME_MAX, part = i == last ? n - at : FRAME_MAX;
		char *to = o->p + at + i * FRAME_HEAD;

		memmove(to + FRAME_HEAD, o->p + FRAME_HEAD + at, part);
		head_put((unsigned char *)to, (struct head){ (uint32_t)part, kind, i == last ? 0 : MORE });
		if (!i)
			return;
	}
}

/* ---- the greeting ---- */

/* FNV-1a, with the ends of texts. */
static void sum_text(uint64_t *sum, const char *s)
{
	for (; s && *s; s++)
		*sum = (*sum ^ (unsigned char)*s) * 0x100000001b3u;
	*sum = (*sum ^ 0xff) * 0x100000001b3u;
}

static void sum_int(uint64_t *sum, uint64_t v)
{
	for (; v; v >>= 8)
		*sum = (*sum ^ (v & 0xff)) * 0x100000001b3u;
	sum_text(sum, NULL);
}

uint64_t wire_sum(void)
{
	uint64_t sum = 0xcbf29ce484222325u;

	for (size_t i = 0; op_table[i]; i++) {
		const struct op *op = op_table[i];

		sum_text(&sum, op->name);
		sum_int(&sum, (uint64_t)op->effect);
		for (const struct param *p = op->params; p && p->name; p++) {
			sum_text(&sum, p->name);
			sum_int(&sum, (uint64_t)p->type);
			sum_int(&sum, p->flags);
		}
		for (const struct column *k = op->result; k && k->key; k++) {
			sum_text(&sum, k->key);
			sum_int(&sum, (uint64_t)k->type);
		}
	}
	return sum;
}

const char *hello_text(struct arena *a)
{
	return arena_printf(a, "replife %d %016" PRIx64 " " REPLIFE_VERSION, PROTOCOL, wire_sum());
}

enum rc hello_check(const char *p, size_t n, const char *side, struct err *err)
{
	char text[200], version[64] = "?";
	uint64_t sum = 0;
	int protocol = 0;

	snprintf(text, sizeof text, "%.*s", n < sizeof text ? (int)n : (int)sizeof text - 1, p);
	if (sscanf(text, "replife %d %" SCNx64 " %63[0-9A-Za-z.+~-]", &protocol, &sum, version) < 2) {
		err_set(err, RC_BUSY, "%s does not speak replife's protocol", side);
		return err_todo(err, "Look at what is there: another program seems to have the socket");
	}
	if (protocol == PROTOCOL && sum == wire_sum())
		return RC_OK;
	err_set(err, RC_BUSY, "%s is of another build, replife %s with protocol %d; this is "
		REPLIFE_VERSION " with protocol %d", side, version, protocol, PROTOCOL);
	return err_todo(err, "Install the same replife for both, and start the server again");
}
