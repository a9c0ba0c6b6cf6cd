/* Asking the operation table. */
#include <string.h>

#include "replife/op.h"

const struct op *op_find(const char *name)
{
	for (size_t i = 0; op_table[i]; i++)
		if (!strcmp(op_table[i]->name, name))
			return op_table[i];
	return NULL;
}

const struct param *op_param(const struct op *op, const char *name)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

const char *param_meta(const struct param *p)
{
	if (p->meta)
		return p->meta;
	switch (p->type) {
	case P_NAME:
		return "NAME";
	case P_LINE:
	case P_LONG:
		return "TEXT";
	case P_INT:
		return "N";
	case P_FLAG:
		return "";
	case P_WORD:
		return "WORD";
	case P_LOGIN:
	case P_PERSON:
		return "LOGIN";
	case P_REF:
		switch (p->letter) {
		case 'S':
			return "SESSION";
		case 'B':
			return "BOOKING";
		case 'N':
			return "NOTE";
		case 'O':
			return "REMARK";
		case 'A':
			return "ACTION";
		case 'R':
			return "RULE";
		default:
			return "REF";
		}
	case P_PERIOD:
		return "PERIOD";
	case P_THEME:
		return "THEME";
	case P_PROGRAM:
		return "PROGRAM";
	case P_INSTANT:
	case P_SPAN:
		return "WHEN";
	case P_DAY:
		return "DAY";
	case P_MINUTES:
		return "LENGTH";
	case P_ZONE:
		return "ZONE";
	case P_TABLE:
	case P_FILE:
		return "FILE";
	}
	return "";
}
