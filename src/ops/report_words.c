/* Words of names that are everybody's. */
#include <string.h>

#include "report_names.h"

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
