/* Calendar days. The conversions follow Howard Hinnant's "chrono-Compatible
 * Low-Level Date Algorithms". */
#include "replife/date.h"

#include <stdio.h>
#include <string.h>

const char *const weekday_names[7] = { "Monday", "Tuesday", "Wednesday", "Thursday",
	"Friday", "Saturday", "Sunday" };
const char *const month_names[12] = { "January", "February", "March", "April", "May",
	"June", "July", "August", "September", "October", "November", "December" };

int64_t day_of_date(int year, int month, int day)
{
	int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
	int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void date_of_day(int64_t day, int *year, int *month, int *mday)
{
	int64_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	*mday = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2));
}

bool date_is_valid(int year, int month, int day)
{
	int y, m, d;

	if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999)
		return false;
	date_of_day(day_of_date(year, month, day), &y, &m, &d);
	return y == year && m == month && d == day;
}

int iso_week(int64_t day)
{
	int64_t thursday = day - day_weekday(day) + 3;
	int y, m, d;

	date_of_day(thursday, &y, &m, &d);
	return (int)((thursday - day_of_date(y, 1, 1)) / 7) + 1;
}

int day_weekday(int64_t day)
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

const char *rfc3339(int64_t utc_s, char buf[RFC3339_SIZE])
{
	int64_t day = (utc_s >= 0 ? utc_s : utc_s - 86399) / 86400, s = utc_s - day * 86400;
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	snprintf(buf, RFC3339_SIZE, "%04d-%02d-%02dT%02d:%02d:%02dZ", y, m, d, (int)(s / 3600),
		 (int)(s / 60 % 60), (int)(s % 60));
	return buf;
}

static bool two(const char **s, int *out)
{
	const char *p = *s;

	if (p[0] < '0' || p[0] > '9' || p[1] < '0' || p[1] > '9')
		return false;
	*out = (p[0] - '0') * 10 + p[1] - '0';
	*s = p + 2;
	return true;
}

static bool offset(const char *s, int *off_s)
{
	int h, m, sign = *s == '-' ? -1 : 1;

	*off_s = 0;
	if ((*s | 32) == 'z')
		return !s[1];
	if (*s != '+' && *s != '-')
		return false;
	s++;
	if (!two(&s, &h))
		return false;
	s += *s == ':';
	if (!two(&s, &m) || *s || h > 23 || m > 59)
		return false;
	*off_s = sign * (h * 3600 + m * 60);
	return true;
}

bool rfc3339_parse(const char *s, int64_t *utc_s)
{
	int c, y, mo, d, h, mi, sec = 0, off;

	if (!two(&s, &c) || !two(&s, &y) || *s++ != '-' || !two(&s, &mo) || *s++ != '-' ||
	    !two(&s, &d) || ((*s | 32) != 't' && *s != ' '))
		return false;
	s++;
	if (!two(&s, &h) || *s++ != ':' || !two(&s, &mi))
		return false;
	if (*s == ':') {
		s++;
		if (!two(&s, &sec))
			return false;
	}
	if (*s == '.')
		s += 1 + strspn(s + 1, "0123456789");
	if (!offset(s, &off) || h > 23 || mi > 59 || sec > 60 || !date_is_valid(c * 100 + y, mo, d))
		return false;
	*utc_s = day_of_date(c * 100 + y, mo, d) * 86400 + h * 3600 + mi * 60 + sec - off;
	return true;
}
