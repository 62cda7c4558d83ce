package org.pcitopo.simulator.cmdline;

import java.util.Optional;

/**
 * One word of the command line: {@code name} or {@code name=value}, without the quotes around it or around its value.
 *
 * @param text the word as it stands, quotes included
 * @param name what stands before the equals sign, or the whole word
 * @param value what stands behind it, empty where there is no equals sign
 * @param forInit whether it stands behind {@code --}, where the kernel no longer reads
 * @param closed whether every quote in it has its partner
 */
public record CommandLineWord(Token text, Token name, Optional<Token> value, boolean forInit, boolean closed) {

    /** Whether the kernel takes it for parameter {@code parameter}: dashes and underscores are equal in names. */
    public boolean isNamed(String parameter) {
        return name.text().replace('-', '_').equals(parameter.replace('-', '_'));
    }
}
