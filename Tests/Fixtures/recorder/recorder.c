/*
 * Recorder stands where a Go tool or another toolexec program would, and writes down how it is called.
 *
 * It appends one record to the file that $RECORD names, in one write: its process ID, the number of arguments, and the
 * arguments, argv[0] included, each followed by a NUL. Then:
 *
 *   as `agent`       it insists on its own arguments, `agent --level 2 -strict --`, and becomes what follows them;
 *                    with 99 if they are not these
 *   as anything else it prints $RECORD_PRINT, and ends by the signal $RECORD_SIGNAL or with the status $RECORD_EXIT
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void record(int argc, char **argv)
{
	const char *path = getenv("RECORD");
	if (!path)
		return;
	size_t size = 64;
	for (int i = 0; i < argc; i++)
		size += strlen(argv[i]) + 1;
	char *buffer = malloc(size);
	size_t used = (size_t)sprintf(buffer, "%d%c%d%c", (int)getpid(), 0, argc, 0);
	for (int i = 0; i < argc; i++) {
		size_t length = strlen(argv[i]) + 1;
		memcpy(buffer + used, argv[i], length);
		used += length;
	}
	int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (file < 0 || write(file, buffer, used) != (ssize_t)used) {
		perror(path);
		exit(98);
	}
	close(file);
	free(buffer);
}

static int become(int argc, char **argv)
{
	static const char *const own[] = {"--level", "2", "-strict", "--"};
	for (int i = 0; i < 4; i++)
		if (i + 1 >= argc || strcmp(argv[i + 1], own[i]) != 0) {
			fprintf(stderr, "agent: argument %d is not %s\n", i + 1, own[i]);
			return 99;
		}
	if (argc == 5) {
		fprintf(stderr, "agent: nothing to run\n");
		return 99;
	}
	execvp(argv[5], argv + 5);
	perror(argv[5]);
	return 97;
}

int main(int argc, char **argv)
{
	record(argc, argv);
	const char *slash = strrchr(argv[0], '/');
	if (strcmp(slash ? slash + 1 : argv[0], "agent") == 0)
		return become(argc, argv);
	const char *text = getenv("RECORD_PRINT"), *number = getenv("RECORD_SIGNAL"), *status = getenv("RECORD_EXIT");
	if (text) {
		fputs(text, stdout);
		fflush(stdout);
	}
	if (number)
		raise(atoi(number));
	return status ? atoi(status) : 0;
}
