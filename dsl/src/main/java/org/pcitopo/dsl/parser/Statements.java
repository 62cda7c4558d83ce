package org.pcitopo.dsl.parser;

import java.util.Set;

/** Where statements begin and end, told by words and lines alone, since the grammar is of no help in a text that breaks it. */
final class Statements {

    /** Words that begin an element of a file, and stand nowhere else at the beginning of a line. */
    static final Set<String> ELEMENTS = Set.of("import", "platform", "device-type", "host", "boot");

    /** Words that begin a statement in a block. */
    static final Set<String> MEMBERS = Set.of("architecture", "machine", "page-size", "linux", "rules", "isolated-msi", "probe-only",
            "e820", "default-alignment", "config", "id", "subsystem", "class", "BAR", "reg", "ROM", "msi-x", "sr-iov", "total-vfs",
            "offset", "stride", "vf-device", "page-sizes", "VF", "never-mappable", "passthrough", "driver", "decode", "iommu-group",
            "reserved", "host-bridge", "window", "root", "ioda", "preserve-config", "device", "bridge", "hotplug", "transparent",
            "kind", "to", "secondary", "subordinate", "no", "io", "mem", "pref", "command-line", "plug", "unplug", "then", "expect", "note");

    private final TokenList tokens;

    Statements(TokenList tokens) {
        this.tokens = tokens;
    }

    /** The first token of the statement that the token at {@code index} belongs to. */
    int begin(int index) {
        int begin = Math.min(index, tokens.size() - 1);
        while (begin > 0 && !begins(begin)) {
            begin--;
        }
        return begin;
    }

    /** The last token of the statement that begins at {@code begin}: the end of its line, or of the block that it opens. */
    int end(int begin) {
        int end = begin;
        while (true) {
            if (tokens.isOpener(end)) {
                return tokens.closerOf(end);
            }
            int next = end + 1;
            if (next >= tokens.size() || tokens.isCloser(next) || tokens.isFirstOnLine(next)) {
                return end;
            }
            end = next;
        }
    }

    /** The last token of the head of the statement around {@code index}: before its block, or the end of its line. */
    int endOfHead(int index) {
        int end = index;
        while (end + 1 < tokens.size() && !tokens.isFirstOnLine(end + 1) && !tokens.isOpener(end + 1) && !tokens.isCloser(end + 1)) {
            end++;
        }
        return end;
    }

    private boolean begins(int index) {
        if (tokens.isOpener(index - 1) || tokens.isCloser(index - 1)) {
            return true;
        }
        String word = tokens.text(index);
        return tokens.isFirstOnLine(index) && (ELEMENTS.contains(word) || MEMBERS.contains(word) || !tokens.isKeyword(index));
    }
}
