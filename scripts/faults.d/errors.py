"""Which errors a system call can fail with, and what is to come of it."""
import errno
import os

_open = "EACCES EMFILE ENFILE EIO ELOOP ENOMEM"
_look = "EACCES EIO ELOOP ENOMEM"
_change = "EACCES EIO ENOSPC EROFS"
_memory = "ENOMEM"

_errors = {
    "open": _open, "openat": _open, "openat2": _open, "creat": _open + " ENOSPC EROFS",
    "stat": _look, "lstat": _look, "newfstatat": _look, "statx": _look, "fstat": "EIO ENOMEM",
    "access": _look, "faccessat": _look, "faccessat2": _look, "readlink": _look, "readlinkat": _look,
    "getcwd": "EACCES ENOENT ENOMEM", "chdir": _look, "statfs": _look, "fstatfs": "EIO",
    # With ENOENT readdir(3) ends as at a folder's end: so it is when the folder has been removed meanwhile.
    "getdents64": "EIO EACCES", "lseek": "EIO", "fcntl": "EMFILE EIO", "flock": "EIO EINTR ENOLCK",
    "read": "EIO EINTR", "read_pipe": "EIO EINTR", "pread64": "EIO EINTR", "readv": "EIO EINTR",
    "write": "EIO EINTR ENOSPC EDQUOT EFBIG", "pwrite64": "EIO EINTR ENOSPC", "writev": "EIO EINTR ENOSPC",
    "close": "EIO EINTR ENOSPC", "ftruncate": "EIO ENOSPC", "fsync": "EIO", "fdatasync": "EIO", "fchmod": "EIO EPERM",
    "mkdir": _change, "mkdirat": _change, "rmdir": _change, "unlink": _change, "unlinkat": _change,
    "rename": _change, "renameat": _change, "renameat2": _change, "link": _change, "linkat": _change,
    "symlink": _change, "symlinkat": _change, "utimensat": _change,
    "mmap": _memory, "mremap": _memory, "munmap": _memory, "mprotect": _memory, "madvise": _memory, "brk": _memory,
    "clone": "EAGAIN ENOMEM", "clone3": "EAGAIN ENOMEM ENOSYS", "fork": "EAGAIN ENOMEM", "vfork": "EAGAIN ENOMEM",
    "execve": "EACCES ENOENT ENOMEM E2BIG EIO ETXTBSY", "pipe": "EMFILE ENFILE", "pipe2": "EMFILE ENFILE",
    "dup": "EMFILE EIO", "dup2": "EMFILE EIO", "dup3": "EMFILE EIO",
    "wait4": "EINTR", "waitid": "EINTR", "pause": "EINTR", "rt_sigsuspend": "EINTR", "futex": "EAGAIN EINTR",
    "poll": "EINTR ENOMEM", "ppoll": "EINTR ENOMEM", "nanosleep": "EINTR", "clock_nanosleep": "EINTR",
}  # fmt: skip
# Old kernels lack calls, and sandboxes forbid them.
_others = "ENOSYS EPERM"

# These have no result that a program could look at, and do not fail.
_never = {"exit", "exit_group", "rt_sigreturn", "getpid", "gettid", "getppid", "getuid", "geteuid", "sched_yield"}

# What the C library and the Swift runtime ask for on their own, and give up without: the program is not asked then.
_runtime = {
    "mmap", "mremap", "munmap", "mprotect", "madvise", "brk", "futex", "rt_sigprocmask", "rt_sigaction", "sigaltstack",
    "arch_prctl", "set_tid_address", "set_robust_list", "rseq", "prlimit64", "getrandom", "sched_getaffinity", "uname",
}  # fmt: skip


def errors(name: str, path: bytes, result: str, arguments: list[bytes]) -> list[str]:
    """The names of the errors to try on a call that the undisturbed program makes."""
    if name in _never or (name == "brk" and result == "0"):
        return []
    chosen = _errors.get(name, _others).split()
    # Elsewhere absence is an answer like any other: a folder may have been removed since it was looked for.
    if name in ("open", "openat") and path in arguments and not os.path.isdir(path):
        chosen.append("ENOENT")
    return chosen


def is_runtimes(name: str, path: bytes) -> bool:
    """Whether the call is made for the C library or the Swift runtime, which may end the program in their own words."""
    return name in _runtime or path.startswith((b"/proc/", b"/sys/", b"/etc/")) or path == b"/dev/null"


def number(name: str) -> int:
    return getattr(errno, name)
