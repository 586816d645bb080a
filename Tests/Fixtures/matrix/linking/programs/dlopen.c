// Dlopen loads the library that it is given, and prints its greeting.
#include <dlfcn.h>
#include <stdio.h>

int main(int argc, char **argv) {
  void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW) : 0;
  char *(*greeting)(void) = library ? (char *(*)(void))dlsym(library, "greeting") : 0;
  if (!greeting) {
    fprintf(stderr, "dlopen: %s\n", dlerror());
    return 1;
  }
  return puts(greeting()) < 0;
}
