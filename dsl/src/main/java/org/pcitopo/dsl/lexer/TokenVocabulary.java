package org.pcitopo.dsl.lexer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The numbers that a generated parser gave to keywords and terminals. */
public final class TokenVocabulary {

    private static final String TERMINAL_PREFIX = "RULE_";

    private final Map<String, Integer> keywords = new HashMap<>();
    private final Map<String, Integer> terminals = new HashMap<>();

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
    }

    /** All keywords and punctuation. */
    public Set<String> keywords() {
        return keywords.keySet();
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
