/*
 * Runs a program, writes down its system calls, and makes one of them fail.
 *
 *   fault LOG TASK:CALL:NUMBER:WHAT|- PROGRAM [ARGUMENT...]
 *
 * Tasks are the program's threads and the children that it starts, in the order of their creation; each has its calls of
 * one name counted from 0, reads from pipes as "read_pipe". What a task does after an execve is another program's affair and
 * is not seen. WHAT is
 *
 *   NAME=NUMBER     the call fails with this errno, and does nothing (close does its work all the same, as the system's does)
 *   short=NUMBER    read or write is asked for this many bytes
 *   signal=NUMBER   the signal comes to the process as the call begins
 *
 * LOG gets a line for each call, with tabs between: TASK CALL NUMBER RESULT PATH, and behind it "injected" for that one.
 * RESULT is "-" for a call that has none, and PATH the path that the call names, or that of its descriptor. fault ends as
 * the program ends.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <elf.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <linux/ptrace.h>
#include <unistd.h>

/* Of names.h: [__NR_read] = "read", and so on, made of the system's headers. */
static const char *const names[] = {
#include "names.h"
};

enum { MOST_TASKS = 256, MOST_NAMES = 1024, PATH_SIZE = 4096 };

struct task {
	pid_t id; /* 0: it has ended, or is another program now */
	int number, count, has_begun, is_inside, is_injected;
	/* By number, and the same of reads from pipes: how many of these there are is not the program's doing. */
	int counts[MOST_NAMES], pipe_reads;
	char name[64];
	unsigned long long arguments[6];
	char path[PATH_SIZE];
};

static struct task tasks[MOST_TASKS];
static int task_count;
static FILE *record;
static pid_t program;

static char wanted_name[64];
static int wanted_task = -1, wanted_count = -1, wanted_error, wanted_signal, short_size;
/* Where the program's data ends: what a brk that fails answers. */
static long long data_end;

/* Ends this program, unless a task is gone: it can be at any time, by a signal or by another's exit. */
static void trouble(const char *what)
{
	if (errno == ESRCH)
		return;
	fprintf(stderr, "fault: %s: %s\n", what, strerror(errno));
	exit(125);
}

static const char *name_of(int number)
{
	static char unknown[32];
	if (number >= 0 && (size_t)number < sizeof names / sizeof *names && names[number])
		return names[number];
	snprintf(unknown, sizeof unknown, "syscall_%d", number);
	return unknown;
}

static int is_one_of(const char *name, const char *list)
{
	const char *found = list;
	size_t length = strlen(name);
	while ((found = strstr(found, name))) {
		if ((found == list || found[-1] == ' ') && (found[length] == ' ' || !found[length]))
			return 1;
		found += length;
	}
	return 0;
}

static void read_path(pid_t task, unsigned long long address, char *path)
{
	size_t used = 0;
	path[0] = 0;
	/* A page at most at a time: what lies behind the path may be nobody's. */
	while (address && used < PATH_SIZE - 1) {
		size_t size = 4096 - (address + used) % 4096;
		if (size > PATH_SIZE - 1 - used)
			size = PATH_SIZE - 1 - used;
		struct iovec to = {path + used, size}, from = {(void *)(address + used), size};
		ssize_t got = process_vm_readv(task, &to, 1, &from, 1, 0);
		if (got <= 0)
			break;
		char *end = memchr(path + used, 0, (size_t)got);
		if (end)
			return;
		used += (size_t)got;
	}
	path[used] = 0;
}

static void descriptor_path(pid_t task, int descriptor, char *path)
{
	char link[64];
	snprintf(link, sizeof link, "/proc/%d/fd/%d", task, descriptor);
	ssize_t size = readlink(link, path, PATH_SIZE - 1);
	path[size > 0 ? size : 0] = 0;
}

static void find_path(struct task *task)
{
	const char *name = task->name;
	task->path[0] = 0;
	if (is_one_of(name, "open creat stat lstat access mkdir rmdir unlink rename link symlink readlink execve chdir chmod "
			"truncate statfs"))
		read_path(task->id, task->arguments[0], task->path);
	else if (is_one_of(name, "openat openat2 newfstatat statx faccessat faccessat2 mkdirat unlinkat renameat renameat2 linkat "
			"readlinkat fchmodat utimensat")) {
		read_path(task->id, task->arguments[1], task->path);
		if (!task->path[0])
			descriptor_path(task->id, (int)task->arguments[0], task->path);
	} else if (is_one_of(name, "read write pread64 pwrite64 readv writev fstat close getdents64 lseek ftruncate fsync fcntl "
			"flock ioctl"))
		descriptor_path(task->id, (int)task->arguments[0], task->path);
	for (char *byte = task->path; *byte; byte++)
		if (*byte == '\t' || *byte == '\n')
			*byte = '?';
}

#if defined(__x86_64__)
static void change(pid_t task, int is_entry, int is_argument, long long value)
{
	struct user_regs_struct registers;
	if (ptrace(PTRACE_GETREGS, task, 0, &registers) < 0) {
		trouble("PTRACE_GETREGS");
		return;
	}
	if (is_argument)
		registers.rdx = (unsigned long long)value;
	else if (is_entry)
		registers.orig_rax = (unsigned long long)value;
	else
		registers.rax = (unsigned long long)value;
	if (ptrace(PTRACE_SETREGS, task, 0, &registers) < 0)
		trouble("PTRACE_SETREGS");
}
#elif defined(__aarch64__)
static void change(pid_t task, int is_entry, int is_argument, long long value)
{
	struct user_regs_struct registers;
	int number = (int)value;
	struct iovec all = {&registers, sizeof registers}, one = {&number, sizeof number};
	if (is_entry && !is_argument) {
		if (ptrace(PTRACE_SETREGSET, task, NT_ARM_SYSTEM_CALL, &one) < 0)
			trouble("PTRACE_SETREGSET");
		return;
	}
	if (ptrace(PTRACE_GETREGSET, task, NT_PRSTATUS, &all) < 0) {
		trouble("PTRACE_GETREGSET");
		return;
	}
	registers.regs[is_argument ? 2 : 0] = (unsigned long long)value;
	if (ptrace(PTRACE_SETREGSET, task, NT_PRSTATUS, &all) < 0)
		trouble("PTRACE_SETREGSET");
}
#else
#error "fault knows x86-64 and arm64"
#endif

/* The number of the call that does nothing. */
static void skip(pid_t task) { change(task, 1, 0, -1); }

static struct task *find(pid_t id)
{
	for (int i = 0; i < task_count; i++)
		if (tasks[i].id == id)
			return &tasks[i];
	return NULL;
}

static struct task *add(pid_t id)
{
	struct task *known = find(id);
	if (known)
		return known;
	if (task_count == MOST_TASKS) {
		fprintf(stderr, "fault: more than %d tasks\n", MOST_TASKS);
		exit(125);
	}
	tasks[task_count].id = id;
	return &tasks[task_count++];
}

static void write_down(struct task *task, const char *result)
{
	fprintf(record, "%d\t%s\t%d\t%s\t%s%s\n", (int)(task - tasks), task->name, task->count, result, task->path,
		task->is_injected ? "\tinjected" : "");
}

static void entered(struct task *task, const struct ptrace_syscall_info *info)
{
	const char *name = task->name;
	task->is_inside = 1;
	task->number = (int)info->entry.nr;
	for (int i = 0; i < 6; i++)
		task->arguments[i] = info->entry.args[i];
	snprintf(task->name, sizeof task->name, "%s", name_of(task->number));
	find_path(task);
	if (task->number < 0 || task->number >= MOST_NAMES)
		task->number = MOST_NAMES - 1;
	if (strcmp(name, "read") == 0 && strncmp(task->path, "pipe:", 5) == 0) {
		strcpy(task->name, "read_pipe");
		task->count = task->pipe_reads++;
	} else {
		task->count = task->counts[task->number]++;
	}
	task->is_injected = task - tasks == wanted_task && task->count == wanted_count && strcmp(name, wanted_name) == 0;
	/* These never come back, or not as calls do. */
	int is_last = is_one_of(name, "exit exit_group rt_sigreturn");
	/* A signal may be the end of it, and an execve that goes well is. */
	if (is_last || strcmp(name, "execve") == 0 || (task->is_injected && wanted_signal)) {
		write_down(task, "-");
		fflush(record);
	}
	if (!task->is_injected)
		return;
	if (wanted_signal)
		kill(program, wanted_signal);
	else if (short_size)
		change(task->id, 1, 1, short_size);
	else if (!is_last && strcmp(name, "close") != 0)
		skip(task->id);
}

static void left(struct task *task, const struct ptrace_syscall_info *info)
{
	const char *name = task->name;
	long long result = info->exit.rval;
	if (!task->is_inside)
		return;
	task->is_inside = 0;
	if (task->is_injected && wanted_error) {
		result = strcmp(name, "brk") == 0 ? data_end : -wanted_error;
		change(task->id, 0, 0, result);
	}
	if (strcmp(name, "brk") == 0)
		data_end = result;
	if (strcmp(name, "execve") != 0 && !(task->is_injected && wanted_signal)) {
		char text[32];
		snprintf(text, sizeof text, "%lld", result);
		write_down(task, text);
	}
}

/* Looks at a stop, and answers the signal that the task is to get; -1 if it was let go. */
static int stopped(pid_t id, int status)
{
	int number = WSTOPSIG(status), event = status >> 16;
	struct task *task = add(id);
	if (number == (SIGTRAP | 0x80)) {
		struct ptrace_syscall_info info;
		if (ptrace(PTRACE_GET_SYSCALL_INFO, id, sizeof info, &info) <= 0) {
			trouble("PTRACE_GET_SYSCALL_INFO");
			return 0;
		}
		if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
			entered(task, &info);
		else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
			left(task, &info);
		return 0;
	}
	if (event == PTRACE_EVENT_EXEC) {
		task->id = 0;
		ptrace(PTRACE_DETACH, id, 0, 0);
		return -1;
	}
	if (event == PTRACE_EVENT_CLONE || event == PTRACE_EVENT_FORK || event == PTRACE_EVENT_VFORK) {
		unsigned long child = 0;
		ptrace(PTRACE_GETEVENTMSG, id, 0, &child);
		add((pid_t)child);
		return 0;
	}
	/* A new task's first stop. */
	if (number == SIGSTOP && !event && !task->has_begun) {
		task->has_begun = 1;
		return 0;
	}
	return event ? 0 : number;
}

static void parse(char *what)
{
	char *kind = strrchr(what, ':');
	if (!kind || sscanf(what, "%d:%63[^:]:%d:", &wanted_task, wanted_name, &wanted_count) != 3)
		goto bad;
	kind++;
	char *value = strchr(kind, '=');
	if (value && strncmp(kind, "short=", 6) == 0)
		short_size = atoi(value + 1);
	else if (value && strncmp(kind, "signal=", 7) == 0)
		wanted_signal = atoi(value + 1);
	else if (value)
		wanted_error = atoi(value + 1);
	if (short_size > 0 || wanted_signal > 0 || wanted_error > 0)
		return;
bad:
	fprintf(stderr, "fault: not TASK:CALL:NUMBER:WHAT: %s\n", what);
	exit(125);
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fprintf(stderr, "usage: fault LOG TASK:CALL:NUMBER:WHAT|- PROGRAM [ARGUMENT...]\n");
		return 125;
	}
	if (!(record = fopen(argv[1], "we")))
		trouble(argv[1]);
	if (strcmp(argv[2], "-") != 0)
		parse(argv[2]);
	program = fork();
	if (program < 0)
		trouble("fork");
	if (program == 0) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0)
			trouble("PTRACE_TRACEME");
		/* Where memory lies decides how often the C library asks for more. */
		personality(ADDR_NO_RANDOMIZE);
		raise(SIGSTOP);
		execv(argv[3], argv + 3);
		trouble(argv[3]);
	}
	int status;
	if (waitpid(program, &status, 0) < 0 || !WIFSTOPPED(status))
		trouble("the program did not stop");
	add(program)->has_begun = 1;
	if (ptrace(PTRACE_SETOPTIONS, program, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK
			| PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL) < 0)
		trouble("PTRACE_SETOPTIONS");
	/* Up to its own execve it is not yet the program. */
	ptrace(PTRACE_CONT, program, 0, 0);
	if (waitpid(program, &status, 0) < 0)
		trouble("waitpid");
	if (!WIFSTOPPED(status))
		return WIFEXITED(status) ? WEXITSTATUS(status) : 125;
	ptrace(PTRACE_SYSCALL, program, 0, 0);
	for (;;) {
		pid_t id = waitpid(-1, &status, __WALL);
		if (id < 0)
			trouble("waitpid");
		if (WIFSTOPPED(status)) {
			int number = stopped(id, status);
			if (number >= 0)
				ptrace(PTRACE_SYSCALL, id, 0, number);
			continue;
		}
		struct task *task = find(id);
		if (task)
			task->id = 0;
		if (id != program)
			continue;
		fclose(record);
		if (WIFSIGNALED(status)) {
			signal(WTERMSIG(status), SIG_DFL);
			raise(WTERMSIG(status));
		}
		return WEXITSTATUS(status);
	}
}
