/* Memory that a long start needs, at once. */
#ifndef REPLIFE_MEMORY_H
#define REPLIFE_MEMORY_H

#include <stddef.h>

/*
 * Have so many bytes of heap ready, page faults and all: a fault for each page
 * as it is first touched takes the app's start a third of a millisecond longer.
 * Where the system cannot do that, nothing happens.
 */
void memory_ready(size_t n);

#endif
