#include "replife/memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE 4096u

/* Linux 5.14; older headers do not name it. */
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

void memory_ready(size_t n)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(REPLIFE_PLAIN_MALLOC)
	uintptr_t begin, end;
	void *p;

	mallopt(M_TOP_PAD, (int)n);
	p = malloc(1);		/* the heap grows by that much */
	if (!p)
		return;
	begin = ((uintptr_t)p + PAGE - 1) / PAGE * PAGE;
	end = (uintptr_t)sbrk(0) / PAGE * PAGE;
	if (end > begin && end - begin <= 2 * n)
		madvise((void *)begin, end - begin, MADV_POPULATE_WRITE);
	free(p);
#else
	(void)n;
#endif
}
