// Compiles the Go grammar that `make setup` fetches (scripts/setup, scripts/pins), or says how to fetch it, and gives it the
// layout that the system's tree-sitter library takes.
//
// The grammar has ABI 15. Libraries before 0.25 take 13 and 14 and refuse it. The two differ in the layout of TSLanguage, in
// the lexer's modes, and in what 15 adds at the end: names of the grammar and words that are reserved in some places only.
// The library's parse tables are the same. So an older library is given a TSLanguage of its own layout, made of the same
// tables. It lacks the reserved words: see Signature.swift for the one construct that it reads in another way.
#if __has_include("src/parser.c")
#include "src/parser.c"
#include "src/scanner.c"
#else
#error "the Go grammar is not here yet: run 'make setup'"
#endif

// The layout of ABI 14 (tree_sitter/parser.h of tree-sitter 0.20 to 0.24).
typedef struct {
  uint32_t version;
  uint32_t symbol_count;
  uint32_t alias_count;
  uint32_t token_count;
  uint32_t external_token_count;
  uint32_t state_count;
  uint32_t large_state_count;
  uint32_t production_id_count;
  uint32_t field_count;
  uint16_t max_alias_sequence_length;
  const uint16_t *parse_table;
  const uint16_t *small_parse_table;
  const uint32_t *small_parse_table_map;
  const TSParseActionEntry *parse_actions;
  const char *const *symbol_names;
  const char *const *field_names;
  const TSMapSlice *field_map_slices;
  const TSFieldMapEntry *field_map_entries;
  const TSSymbolMetadata *symbol_metadata;
  const TSSymbol *public_symbol_map;
  const uint16_t *alias_map;
  const TSSymbol *alias_sequences;
  const TSLexMode *lex_modes;
  bool (*lex_fn)(TSLexer *, TSStateId);
  bool (*keyword_lex_fn)(TSLexer *, TSStateId);
  TSSymbol keyword_capture_token;
  struct {
    const bool *states;
    const TSSymbol *symbol_map;
    void *(*create)(void);
    void (*destroy)(void *);
    bool (*scan)(void *, TSLexer *, const bool *);
    unsigned (*serialize)(void *, char *);
    void (*deserialize)(void *, const char *, unsigned);
  } external_scanner;
  const TSStateId *primary_state_ids;
} Language14;

static Language14 language14;
static TSLexMode lex_modes14[STATE_COUNT];

static const void *make_language14(const TSLanguage *from) {
  for (uint32_t state = 0; state < from->state_count; state++) {
    lex_modes14[state].lex_state = from->lex_modes[state].lex_state;
    lex_modes14[state].external_lex_state = from->lex_modes[state].external_lex_state;
  }
  language14 = (Language14){
      .version = 14,
      .symbol_count = from->symbol_count,
      .alias_count = from->alias_count,
      .token_count = from->token_count,
      .external_token_count = from->external_token_count,
      .state_count = from->state_count,
      .large_state_count = from->large_state_count,
      .production_id_count = from->production_id_count,
      .field_count = from->field_count,
      .max_alias_sequence_length = from->max_alias_sequence_length,
      .parse_table = from->parse_table,
      .small_parse_table = from->small_parse_table,
      .small_parse_table_map = from->small_parse_table_map,
      .parse_actions = from->parse_actions,
      .symbol_names = from->symbol_names,
      .field_names = from->field_names,
      .field_map_slices = from->field_map_slices,
      .field_map_entries = from->field_map_entries,
      .symbol_metadata = from->symbol_metadata,
      .public_symbol_map = from->public_symbol_map,
      .alias_map = from->alias_map,
      .alias_sequences = from->alias_sequences,
      .lex_modes = lex_modes14,
      .lex_fn = from->lex_fn,
      .keyword_lex_fn = from->keyword_lex_fn,
      .keyword_capture_token = from->keyword_capture_token,
      .external_scanner =
          {
              .states = from->external_scanner.states,
              .symbol_map = from->external_scanner.symbol_map,
              .create = from->external_scanner.create,
              .destroy = from->external_scanner.destroy,
              .scan = from->external_scanner.scan,
              .serialize = from->external_scanner.serialize,
              .deserialize = from->external_scanner.deserialize,
          },
      .primary_state_ids = from->primary_state_ids,
  };
  return &language14;
}

const void *routinex_go_grammar(uint32_t abi) {
  const TSLanguage *language = tree_sitter_golang();
  return abi >= language->abi_version ? language : make_language14(language);
}
