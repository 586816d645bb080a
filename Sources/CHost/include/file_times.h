#ifndef ROUTINEX_FILE_TIMES_H
#define ROUTINEX_FILE_TIMES_H

#include <stdint.h>

/// In nanoseconds since 1970.
struct routinex_file_times {
  /// When the path, the link there or what it leads to, last changed (ctime).
  int64_t changed;
  /// When the content of what it leads to, or the names in it, last changed (mtime), unless someone has set it.
  int64_t modified;
  /// When what it leads to was made; INT64_MAX where the file system does not say.
  int64_t born;
};

/// The times of a path on a file system that takes them from this machine's clock, in nanoseconds. Returns 0 where they
/// are not known, or not to be compared with those of another file system.
int routinex_read_times(const char *path, struct routinex_file_times *times);

#endif
