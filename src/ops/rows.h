/* Each noun's columns, and the filler of one row. Private to the ops layer. */
#ifndef OPS_ROWS_H
#define OPS_ROWS_H

#include "call.h"

#endif
