// Up to 0.20.7 the library counts the children of a node in 16 bits (lib/src/subtree.h: SubtreeHeapData), and finds them
// by that count: with 65,536 of them it writes outside of its memory. Comments are children of what they stand in, and
// text that is not Go can leave any number of tokens side by side, so that no count of the text tells beforehand what a
// node will hold.
//
// The children of a node are gathered in one array, eight bytes for each, which becomes the node (lib/src/subtree.c:
// ts_subtree_new_node). So a node with too many asks for a block of more than 512 KiB first, and nothing else does in a
// parse of a sensible text. There the parse ends. Since arrays double, that may already be at 32,769 children.

#include "tree_sitter_guard.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static const size_t largest_block = 65536 * 8;

// Where the parse of this thread ends when it must; NULL outside of a parse.
static _Thread_local jmp_buf *end;

static void check(size_t size) {
  if (end && size > largest_block) longjmp(*end, 1);
}

static void *checked(void *block, size_t size) {
  if (!block && size > 0) {
    fputs("routinex: out of memory\n", stderr);
    exit(1);
  }
  return block;
}

static void *guarded_malloc(size_t size) {
  check(size);
  return checked(malloc(size), size);
}

static void *guarded_calloc(size_t count, size_t size) {
  check(count * size);
  return checked(calloc(count, size), count * size);
}

static void *guarded_realloc(void *block, size_t size) {
  check(size);
  return checked(realloc(block, size), size);
}

void tree_sitter_guard_prepare(void) {
  ts_set_allocator(guarded_malloc, guarded_calloc, guarded_realloc, free);
}

TSTree *tree_sitter_guard_parse(TSParser *parser, const char *text, uint32_t length) {
  jmp_buf here;
  if (setjmp(here)) {
    end = NULL;
    return NULL;
  }
  end = &here;
  TSTree *tree = ts_parser_parse_string(parser, NULL, text, length);
  end = NULL;
  return tree;
}
