package org.pcitopo.capture.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.Origin;

/** Reads a function's first line: class, name, ids, programming interface. */
final class TitleParser {

    private static final Pattern NUMERIC =
            Pattern.compile("(?:Class )?([0-9a-f]{4}): ([0-9a-f]{4}):([0-9a-f]{4})(?: .*)?");
    private static final Pattern NAMED = Pattern.compile("([^:\\[]+?)(?: \\[([0-9a-f]{4})\\])?: (.*)");
    private static final Pattern IDS = Pattern.compile("\\[([0-9a-f]{4}):([0-9a-f]{4})\\]");
    private static final Pattern PROGRAMMING_INTERFACE = Pattern.compile("\\(prog-if ([0-9a-f]{2})");
    private static final Pattern SUBSYSTEM = Pattern.compile("Subsystem: .*?\\[?([0-9a-f]{4}):([0-9a-f]{4})\\]?");

    private TitleParser() {
    }

    static List<Finding> parse(LspciBlock block, Origin origin) {
        List<Finding> findings = new ArrayList<>();
        String title = block.title().text();
        int programmingInterface = last(PROGRAMMING_INTERFACE, title);
        Matcher numeric = NUMERIC.matcher(title);
        if (numeric.matches()) {
            findings.add(new Finding.VendorDevice(block.function(), hex(numeric.group(2)), hex(numeric.group(3)), origin));
            addClass(findings, block, hex(numeric.group(1)), programmingInterface, origin);
            return findings;
        }
        Matcher named = NAMED.matcher(title);
        if (!named.matches()) {
            return findings;
        }
        OptionalInt code = named.group(2) == null ? ClassNames.code(named.group(1)) : OptionalInt.of(hex(named.group(2)));
        code.ifPresent(found -> addClass(findings, block, found, programmingInterface, origin));
        Matcher ids = IDS.matcher(named.group(3));
        String ending = "";
        while (ids.find()) {
            ending = ids.group();
            if (ids.hitEnd() || named.group(3).substring(ids.end()).indexOf('[') < 0) {
                break;
            }
        }
        if (!ending.isEmpty()) {
            findings.add(new Finding.VendorDevice(block.function(), hex(ending.substring(1, 5)), hex(ending.substring(6, 10)),
                    origin));
        }
        String label = named.group(3).replaceAll(" \\((?:rev|prog-if) .*", "").replace(ending, "").strip();
        if (!label.isEmpty()) {
            findings.add(new Finding.Label(block.function(), label, origin));
        }
        return findings;
    }

    /** The subsystem's ids, which {@code -nn} and {@code -n} print. */
    static List<Finding> parseSubsystem(LspciBlock block, String line, Origin origin) {
        Matcher ids = SUBSYSTEM.matcher(line);
        return ids.matches()
                ? List.of(new Finding.Subsystem(block.function(), hex(ids.group(1)), hex(ids.group(2)), origin))
                : List.of();
    }

    private static void addClass(List<Finding> findings, LspciBlock block, int code, int programmingInterface, Origin origin) {
        findings.add(new Finding.ClassCode(block.function(), code << 8 | programmingInterface, origin));
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? hex(matcher.group(1)) : 0;
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
