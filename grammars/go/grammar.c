// Compiles the Go grammar that `make setup` fetches (scripts/setup, scripts/pins), or says how to fetch it.
#if __has_include("src/parser.c")
#include "src/parser.c"
#else
#error "the Go grammar is not here yet: run 'make setup'"
#endif
