package org.pcitopo.dsl.lexer;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The numbers that a generated parser gave to keywords and terminals. */
public final class TokenVocabulary {

    private static final String TERMINAL_PREFIX = "RULE_";

    private final Map<String, Integer> keywords = new HashMap<>();
    private final Map<String, Integer> terminals = new HashMap<>();
    private final BitSet hidden = new BitSet();

    /**
     * Reads the table of a generated parser.
     *
     * @param definitions number to definition: {@code RULE_SIZE} for a terminal, {@code 'host'} for a keyword
     */
    public TokenVocabulary(Map<Integer, String> definitions) {
        definitions.forEach((type, definition) -> {
            if (definition.startsWith(TERMINAL_PREFIX)) {
                terminals.put(definition.substring(TERMINAL_PREFIX.length()), type);
            } else if (definition.startsWith("'")) {
                keywords.put(definition.substring(1, definition.length() - 1), type);
            }
        });
        List.of(TokenScanner.WHITE_SPACE, TokenScanner.LINE_COMMENT, TokenScanner.BLOCK_COMMENT)
                .forEach(name -> hidden.set(terminal(name)));
    }

    /** All keywords and punctuation. */
    public Set<String> keywords() {
        return keywords.keySet();
    }

    /** Whether tokens with this number mean nothing to the parser: white space and comments. */
    public boolean isHidden(int type) {
        return hidden.get(type);
    }

    /** The keyword, or the name of the terminal, with this number. */
    public Optional<String> name(int type) {
        return Stream.concat(keywords.entrySet().stream(), terminals.entrySet().stream())
                .filter(entry -> entry.getValue() == type).map(Map.Entry::getKey).findFirst();
    }

    /** The number of the token that {@code scanner} stands on. */
    int typeOf(TokenScanner scanner) {
        return scanner.isKeyword() ? keyword(scanner.token()) : terminal(scanner.terminal());
    }

    /** The number of a keyword of the grammar. */
    public int keyword(String text) {
        return keywords.get(text);
    }

    /** The number of a terminal of the grammar. */
    public int terminal(String name) {
        return terminals.get(name);
    }
}
