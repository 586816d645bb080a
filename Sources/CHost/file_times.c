// In C, since Swift's module of the C library lacks statx.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "file_times.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__

#include <linux/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

static int64_t nanoseconds(int64_t seconds, int64_t rest) { return seconds * 1000000000 + rest; }

// File systems whose times are the kernel's own clock (current_time, fs/inode.c), kept in nanoseconds. Others have a
// server's clock, or keep whole seconds, so that a file could seem older or younger than it is. ext2 and ext3 share
// ext4's number, and say of no file when it was made.
static int has_own_clock(int64_t type) {
  switch (type) {
  case 0xef53:      // ext4
  case 0x58465342:  // xfs
  case 0x9123683e:  // btrfs
  case 0xf2f52010:  // f2fs
  case 0x01021994:  // tmpfs
  case 0x794c7630:  // overlayfs
    return 1;
  }
  return 0;
}

static int look(const char *path, int flags, struct routinex_file_times *times, int *is_link) {
  // Without any right to the file, and of a link the link itself.
  int descriptor = open(path, O_PATH | O_CLOEXEC | flags);
  if (descriptor < 0) return 0;
  struct statfs system;
  struct statx status;
  memset(&status, 0, sizeof status);
  int is_known = fstatfs(descriptor, &system) == 0 && has_own_clock((uint32_t)system.f_type) &&
                 syscall(SYS_statx, descriptor, "", AT_EMPTY_PATH, STATX_TYPE | STATX_MTIME | STATX_CTIME | STATX_BTIME, &status) == 0 &&
                 status.stx_mask & STATX_CTIME;
  close(descriptor);
  if (!is_known) return 0;
  *is_link = S_ISLNK(status.stx_mode);
  int64_t changed = nanoseconds(status.stx_ctime.tv_sec, status.stx_ctime.tv_nsec);
  if (changed > times->changed) times->changed = changed;
  times->modified = nanoseconds(status.stx_mtime.tv_sec, status.stx_mtime.tv_nsec);
  // ext4 has a 0 for a folder that an older program made.
  int is_told = status.stx_mask & STATX_BTIME && status.stx_btime.tv_sec > 0;
  times->born = is_told ? nanoseconds(status.stx_btime.tv_sec, status.stx_btime.tv_nsec) : INT64_MAX;
  return 1;
}

int routinex_read_times(const char *path, struct routinex_file_times *times) {
  int is_link = 0;
  times->changed = INT64_MIN;
  if (!look(path, O_NOFOLLOW, times, &is_link)) return 0;
  return is_link ? look(path, 0, times, &is_link) : 1;
}

#elif defined(__APPLE__)

#include <sys/mount.h>
#include <sys/param.h>

static int64_t nanoseconds(struct timespec time) { return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec; }

int routinex_read_times(const char *path, struct routinex_file_times *times) {
  struct stat link, file;
  struct statfs system;
  // APFS keeps nanoseconds of this machine's clock; HFS+ keeps seconds.
  if (lstat(path, &link) != 0 || stat(path, &file) != 0 || statfs(path, &system) != 0) return 0;
  if (strcmp(system.f_fstypename, "apfs") != 0) return 0;
  int64_t changed = nanoseconds(link.st_ctimespec);
  times->changed = nanoseconds(file.st_ctimespec);
  if (changed > times->changed) times->changed = changed;
  times->modified = nanoseconds(file.st_mtimespec);
  times->born = nanoseconds(file.st_birthtimespec);
  return 1;
}

#else

int routinex_read_times(const char *path, struct routinex_file_times *times) {
  (void)path, (void)times;
  return 0;
}

#endif
