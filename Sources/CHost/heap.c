// In C, since Swift's module of the C library lacks mallopt.
#include "heap.h"

#include <stdlib.h>

#ifdef __GLIBC__

#include <malloc.h>

void routinex_use_one_heap(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

#else

void routinex_use_one_heap(void) {}

#endif
