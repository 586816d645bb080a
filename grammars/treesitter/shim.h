// The system's tree-sitter library (libtree-sitter-dev).
#include <tree_sitter/api.h>
