// Parsing that ends where the tree-sitter library would overflow.
#ifndef TREE_SITTER_GUARD_H_
#define TREE_SITTER_GUARD_H_

#include <stdint.h>
#include <tree_sitter/api.h>

// Prepares the library. To be called once, before the first parser is made.
void tree_sitter_guard_prepare(void);

// Parses a text. NULL: a node would have got more than 32,768 children, perhaps more than 65,535. Then the parser is lost:
// it may neither be used nor deleted, and its memory is not given back.
TSTree *tree_sitter_guard_parse(TSParser *parser, const char *text, uint32_t length);

#endif
