#ifndef ROUTINEX_HEAP_H
#define ROUTINEX_HEAP_H

/// Has all threads take memory from one heap, which grows by large pieces and gives nothing back. To be called before a thread is
/// started. Does nothing where the C library is not glibc.
void routinex_use_one_heap(void);

#endif
