package org.pcitopo.capture.log;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.source.SourceLine;

/**
 * Takes off everything that stands before a kernel message: mail quoting, diff marks, syslog levels, time stamps of
 * {@code dmesg}, {@code dmesg -T} and {@code journalctl}, caller ids, host names, and HTML left over by mail programs.
 */
final class LinePrefix {

    private static final int MAX_PREFIXES = 8;
    /** Longer lines are no kernel messages (printk ends at about 1000 characters); they only cost time. */
    private static final int MAX_LENGTH = 8192;

    private static final Pattern NOISE =
            Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]|[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\ufeff]|<br ?/?>|</?pre>");
    private static final Pattern QUOTE = Pattern.compile("^\\s{0,16}>(?:\\s?>)*\\s?");
    private static final Pattern DIFF = Pattern.compile("^\\s*([+-])(?=\\s|\\[|<|[a-zA-Z])(?![+-]{2})");
    private static final Pattern UPTIME =
            Pattern.compile("^\\[\\s{0,12}(\\d{1,10}\\.\\d{3,9})\\](?:\\s?\\[\\s*[TC]\\d+\\])?(?:\\(\\d+\\)\\[\\d+:[^\\]]{0,64}\\])?\\s?");
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("^<\\d{1,3}>"),
            Pattern.compile("^\\[\\s*[TC]\\d{1,6}\\]\\s?"),
            Pattern.compile("^\\[[A-Z][a-z]{2} [A-Z][a-z]{2}\\s+\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4}\\]\\s?"),
            Pattern.compile("^[A-Z][a-z]{2}\\s+\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? (?:\\S{1,64} )?kernel(?:\\[\\d+\\])?:\\s?"),
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]?\\d*(?:Z|[+-]\\d\\d:?\\d\\d)?"
                    + "(?: \\S{1,64})? (?:kernel(?:\\[\\d+\\])?|[A-Z]{4,8}):\\s?"),
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.,]\\d+(?:Z|[+-]\\d\\d:?\\d\\d) (?!\\S+ kernel:)"),
            Pattern.compile("^kern\\s{0,4}:\\s?(?:emerg|alert|crit|err|warn|notice|info|debug)\\s{0,4}:\\s?"),
            Pattern.compile("^kernel:\\s?"));

    private LinePrefix() {
    }

    static LogLine strip(SourceLine line) {
        String text = line.text().length() > MAX_LENGTH ? line.text().substring(0, MAX_LENGTH) : line.text();
        text = NOISE.matcher(text.replace('\t', ' ')).replaceAll("");
        if (text.indexOf('&') >= 0) {
            text = text.replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&");
        }
        Matcher quote = QUOTE.matcher(text);
        if (quote.find()) {
            text = text.substring(quote.end());
        }
        char diff = ' ';
        Matcher mark = DIFF.matcher(text);
        if (mark.find()) {
            diff = mark.group(1).charAt(0);
            text = text.substring(mark.end());
        }
        OptionalDouble seconds = OptionalDouble.empty();
        boolean stamped = false;
        for (int i = 0; i < MAX_PREFIXES; i++) {
            text = text.stripLeading();
            Matcher uptime = UPTIME.matcher(text);
            if (seconds.isEmpty() && uptime.find()) {
                seconds = OptionalDouble.of(Double.parseDouble(uptime.group(1)));
                text = text.substring(uptime.end());
                stamped = true;
                continue;
            }
            String shorter = withoutOther(text);
            if (shorter.length() == text.length()) {
                break;
            }
            text = shorter;
            stamped = true;
        }
        return new LogLine(line.file(), line.number(), seconds, stamped, diff, text.strip());
    }

    /** Every other prefix begins with one of these; most messages do not. */
    private static boolean mayHavePrefix(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '<' || first == '[' || first == 'k' || first >= '0' && first <= '9' || first >= 'A' && first <= 'Z';
    }

    private static String withoutOther(String text) {
        if (!mayHavePrefix(text)) {
            return text;
        }
        for (Pattern pattern : OTHERS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return text.substring(matcher.end());
            }
        }
        return text;
    }
}
