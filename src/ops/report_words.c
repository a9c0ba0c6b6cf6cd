/* The words of a text; and those of names that are everybody's. */
#include <ctype.h>
#include <string.h>

#include "replife/utf8.h"
#include "report_names.h"

/* ---- of a text ---- */

bool name_in_word(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return isalnum(c) || c >= 0x80;
}

size_t name_mark_length(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xC2)	/* U+0080 to U+00BF, where three are letters */
		return u[1] == 0xAA || u[1] == 0xB5 || u[1] == 0xBA ? 0 : 2;
	if (u[0] == 0xC3)	/* the signs of multiplying and dividing */
		return u[1] == 0x97 || u[1] == 0xB7 ? 2 : 0;
	/* U+2000 to U+2BFF: punctuation, money, arrows, boxes, dingbats */
	return u[0] == 0xE2 && u[1] >= 0x80 && u[1] < 0xB0 ? utf8_length(p, strlen(p)) : 0;
}

bool name_is_unspaced(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xE0)
		return u[1] >= 0xB8 && u[1] <= 0xBB;
	if (u[0] == 0xE1)
		return (u[1] >= 0x80 && u[1] <= 0x82) || u[1] == 0x9E || u[1] == 0x9F;
	return u[0] >= 0xE3;
}

size_t name_word_length(const char *p)
{
	size_t n = 0;

	while (p[n] && name_in_word(p + n) && !name_is_unspaced(p + n) && !name_mark_length(p + n))
		n++;
	if (!n && *p && name_is_unspaced(p)) {
		n = utf8_length(p, strlen(p));
		return n ? n : 1;
	}
	return n;
}

/* ---- everybody's ---- */

static bool is_listed(const char *words, const char *w)
{
	const char *at = strstr(words, w);
	size_t n = strlen(w);

	while (at && n && (at[-1] != ' ' || at[n] != ' '))
		at = strstr(at + 1, w);
	return at && n;
}

bool word_is_plain(const char *alike)
{
	static const char words[] =
		" april art ash august autumn basil bell best bill black bond brook brown can "
		"case chance chase christian cliff cook cross daisy dale dawn day dean do drew "
		"earl faith field fields fox frank free ginger glen good grace grant gray green "
		"hall hardy hart heath hill holly hope hunt hunter ivy jack jade jasmine jay joy "
		"june king lake lance law lee long love mark marsh mason max may miles mills moon "
		"new norm page park pat pearl penny pierce price quick ray rich rob rock rose "
		"ruby rusty sage sales sandy sharp short skip snow so stone sue summer swift to "
		"van victor ward wells west white will winter wise wood woods young ";

	return is_listed(words, alike);
}

bool word_is_legal_form(const char *alike)
{
	static const char words[] =
		" ab ag aktiengesellschaft aps as asa bhd bv bvba co company corp corporation ek "
		"eg ev gbr gesellschaft gmbh group holding holdings inc incorporated kft kg kgaa "
		"kk limited llc llp ltd ltda lp mbh nv ohg oy oyj plc pte pty pvt sa sarl sas sasu "
		"sc sca se sl spa spol srl sro ug ";

	return is_listed(words, alike);
}

bool word_is_common_first(const char *alike)
{
	static const char words[] =
		" advanced ai allgemeine alliance alpha american asia associated bank bundes "
		"business capital central city cloud commercial community customer data deutsche "
		"deutscher deutsches die digital direct der das east energy enterprise eu euro "
		"europe european erste first follow follow-up general german global great green "
		"group health home hr integrated inter international it la le les lead leads life "
		"marketing media mobile national net network north one online open power premier "
		"pro professional prime public real red rep royal sales service services smart "
		"social software solutions south standard star state super systems team tech "
		"telecom total trade uk union united universal us web west world ";

	return is_listed(words, alike);
}
