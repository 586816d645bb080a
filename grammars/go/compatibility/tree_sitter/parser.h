// The parser header of the system's tree-sitter library, made complete for the pinned Go grammar.
//
// tree-sitter-go 0.23.4 was generated for a parser.h newer than some systems have (Debian 12: 0.20.7). The
// parse tables' layout (ABI 14) is the same in both; what an old header lacks are the helpers below. A header that
// has them defines ADVANCE_MAP, and then nothing is added.
#ifndef ROUTINEX_COMPATIBILITY_PARSER_H
#define ROUTINEX_COMPATIBILITY_PARSER_H

#include_next <tree_sitter/parser.h>

#ifndef ADVANCE_MAP

typedef struct {
  int32_t start;
  int32_t end;
} TSCharacterRange;

// Whether a sorted list of inclusive ranges holds a code point.
static inline bool set_contains(const TSCharacterRange *ranges, uint32_t count, int32_t lookahead) {
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (lookahead < ranges[middle].start) {
      high = middle;
    } else if (lookahead > ranges[middle].end) {
      low = middle + 1;
    } else {
      return true;
    }
  }
  return false;
}

// Pairs of (character, next state): the lexer goes to the state of the character that it sees.
#define ADVANCE_MAP(...)                                                        \
  {                                                                             \
    static const uint16_t map[] = {__VA_ARGS__};                                \
    for (uint32_t i = 0; i < sizeof(map) / sizeof(map[0]); i += 2) {            \
      if (map[i] == lookahead) {                                                \
        state = map[i + 1];                                                     \
        goto next_state;                                                        \
      }                                                                         \
    }                                                                           \
  }

// The old macro takes `.field = value` after the child count and lets positional values fall into the wrong fields
// without a word: every file would then parse as one ERROR node.
#undef REDUCE
#define REDUCE(symbol_name, children, precedence, production) \
  {{                                                          \
    .reduce = {                                               \
      .type = TSParseActionTypeReduce,                        \
      .symbol = symbol_name,                                  \
      .child_count = children,                                \
      .dynamic_precedence = precedence,                       \
      .production_id = production                             \
    },                                                        \
  }}

#endif
#endif
