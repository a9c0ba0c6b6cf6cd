/* One value as data: the text that JSON, CSV and TSV share. */
#include "value.h"

#include <math.h>
#include <stdio.h>

#include "replife/date.h"

const char *value_day(int64_t day, char buf[VALUE_SIZE])
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	snprintf(buf, VALUE_SIZE, "%04d-%02d-%02d", y, m, d);
	return buf;
}

const char *value_small(const struct value *v, char letter, char buf[VALUE_SIZE])
{
	switch (v->type) {
	case V_NULL:
		return "";
	case V_BOOL:
		return v->u.b ? "true" : "false";
	case V_INT:
		snprintf(buf, VALUE_SIZE, "%lld", (long long)v->u.i);
		return buf;
	case V_REAL:
		if (!isfinite(v->u.r))
			return "";	/* null, as in JSON */
		snprintf(buf, VALUE_SIZE, "%.10g", v->u.r);
		return buf;
	case V_INSTANT:
		return rfc3339(v->u.i, buf);
	case V_DAY:
		return value_day(v->u.i, buf);
	case V_REF:
		snprintf(buf, VALUE_SIZE, "%c-%lld", letter, (long long)v->u.i);
		return buf;
	case V_UUID:
		uuid_text(&v->u.uuid, buf);
		return buf;
	case V_TEXT:
	case V_JSON:
	case V_LIST:
	case V_SPAN:
		return NULL;
	}
	return NULL;
}
