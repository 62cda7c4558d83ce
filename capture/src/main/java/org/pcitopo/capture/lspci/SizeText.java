package org.pcitopo.capture.lspci;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as {@code lspci} writes them: {@code 16K}, {@code 1M}, {@code 256MB}, {@code 32}. */
final class SizeText {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})([KMGTPE]?)B?");

    private SizeText() {
    }

    /** Bytes; empty where {@code text} is no size or does not fit into 63 bits. */
    static OptionalLong parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        int shift = matcher.group(2).isEmpty() ? 0 : 10 * (1 + "KMGTPE".indexOf(matcher.group(2)));
        long number = Long.parseLong(matcher.group(1));
        return number <= Long.MAX_VALUE >>> shift ? OptionalLong.of(number << shift) : OptionalLong.empty();
    }
}
