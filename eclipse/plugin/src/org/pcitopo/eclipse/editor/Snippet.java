package org.pcitopo.eclipse.editor;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A snippet of the protocol, as a template of the workbench: the same places to fill in, in its own notation. */
final class Snippet {

    private static final Pattern PART = Pattern.compile("\\\\(?<escaped>[$}\\\\])|\\$\\{(?<number>[0-9]+)(?::(?<text>[^}]*)|\\|(?<choice>[^|}]*)\\|)?\\}|\\$(?<bare>[0-9]+)|\\$");

    private Snippet() {
    }

    /** {@code ${1:name}} becomes <code>${s1:values('name')}</code>, {@code $0} becomes <code>${cursor}</code>. */
    static String pattern(String snippet) {
        StringBuilder pattern = new StringBuilder();
        Set<String> seen = new HashSet<>();
        Matcher matcher = PART.matcher(snippet);
        while (matcher.find()) {
            matcher.appendReplacement(pattern, Matcher.quoteReplacement(part(matcher, seen)));
        }
        return matcher.appendTail(pattern).toString();
    }

    private static String part(Matcher matcher, Set<String> seen) {
        if (matcher.group("escaped") != null) {
            return matcher.group("escaped").equals("$") ? "$$" : matcher.group("escaped");
        }
        String number = matcher.group("number") == null ? matcher.group("bare") : matcher.group("number");
        if (number == null) {
            return "$$";
        }
        if (number.equals("0")) {
            return "${cursor}";
        }
        if (!seen.add(number)) {
            return "${s" + number + "}";
        }
        List<String> values = matcher.group("choice") != null ? Arrays.asList(matcher.group("choice").split(","))
                : List.of(matcher.group("text") == null ? "" : matcher.group("text"));
        return "${s" + number + ":values(" + values.stream().map(value -> "'" + value.replace("'", "''") + "'").collect(Collectors.joining(", ")) + ")}";
    }
}
