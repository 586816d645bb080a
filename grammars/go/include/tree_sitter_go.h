#ifndef TREE_SITTER_GO_H
#define TREE_SITTER_GO_H

typedef struct TSLanguage TSLanguage;

/// The Go grammar, to be handed to `ts_parser_set_language`.
const TSLanguage *tree_sitter_go(void);

#endif
