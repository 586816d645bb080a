// Linked prints the greeting of the archive that it is linked with.
#include <stdio.h>

extern char *greeting(void);

int main(void) { return puts(greeting()) < 0; }
