#ifndef ROUTINEX_GO_GRAMMAR_H
#define ROUTINEX_GO_GRAMMAR_H

#include <stdint.h>

/// The Go grammar in the layout of an ABI that the tree-sitter library takes: its TREE_SITTER_LANGUAGE_VERSION. To be called
/// once: the older layout is made anew each time, in one place.
///
/// @return a TSLanguage.
const void *routinex_go_grammar(uint32_t abi);

#endif
