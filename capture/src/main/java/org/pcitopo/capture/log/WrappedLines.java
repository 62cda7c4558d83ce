package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts messages together again that a mail program wrapped or that firmware's own output cut in two on a serial console.
 *
 * <p>A line continues the one before only where that one is visibly unfinished (an open bracket, a word that the kernel never
 * ends a message with) or where the line begins as no message does. Text between messages is never appended.
 */
final class WrappedLines {

    private static final int MAX_PIECES = 4;
    /** Firmware of OpenPOWER prints its own stamps, with a level behind the comma, on the same console. */
    private static final Pattern FIRMWARE_STAMP = Pattern.compile("\\[\\s*\\d{1,8}\\.\\d{6,9},\\d\\]");
    private static final Pattern MESSAGE_OF_INTEREST = Pattern.compile(
            "^(?:[\\w.,@+-]+ ){0,3}[0-9a-f]{4,8}:[0-9a-f]{2}(?::[0-9a-f]{2}\\.[0-7])?.*|^(?:PCI|ACPI|acpi|pci|pnp|system|BIOS-e820|e820|"
                    + "DMI|Hardware name|iommu|IOAPIC|Linux version|Command line|Kernel command line|Dentry cache).*");
    private static final Pattern UNFINISHED = Pattern.compile(
            "^Linux version$|.*(?: \\(bus|:|,| to| by|\\bcan't|\\bfailed|\\bno| requesting| alignment| for| conventional| PCIe| PCI| class 0x[0-9a-f]+|"
                    + " at| from| Switch| Root| Complex| Integrated| Legacy| bridge| window| add_size| space| updated| address| been| be)$");
    private static final Pattern CONTINUATION = Pattern.compile(
            "^(?:\\[?0x[0-9a-f]+[-\\]. ].*|\\[mem 0x.*|(?:64bit|pref|window|disabled)[ \\]].*|size 0x.*|window\\].*|\\]:?.*|(?:\\(bus )?address \\[0x.*|\\(bus address.*|\\(contains .*|"
                    + "(?:to )?\\[bus .*|add_size .*|add_align .*|conventional PCI.*|PCI endpoint.*|PCI bridge$|PCI/PCI-X bridge.*|"
                    + "PCIe (?:Root|Endpoint|Switch|Legacy|to PCI).*|(?:Legacy )?Endpoint$|Root (?:Port|Complex).*|Switch .*Port$|"
                    + "Complex Integrated.*|Integrated Endpoint.*|(?:Downstream |Upstream )?Port$|endpoint$|"
                    + "assigned$|can't assign;.*|failed to assign.*|no space.*|releasing$|reconfiguring$|requesting alignment.*|"
                    + "been reserved$|reserved$|be reserved$|claimed by .*|end is updated.*|\\(subtractive decode\\)|HotPlug[+-].*|"
                    + "compatible bridge window.*|bridge window$)");
    private static final Pattern COMMAND_LINE = Pattern.compile("^(?:Kernel c|C)ommand line: .*");

    private WrappedLines() {
    }

    static List<LogLine> join(List<LogLine> lines) {
        List<LogLine> joined = new ArrayList<>(lines.size());
        int pieces = 1;
        boolean blank = true;
        for (LogLine line : lines) {
            if (line.text().isEmpty()) {
                blank = true;
                continue;
            }
            String text = withoutFirmware(line.text());
            if (text.isEmpty()) {
                continue;
            }
            LogLine last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !blank && continues(last, line, text) && pieces < limit(last)) {
                joined.set(joined.size() - 1, last.withText(last.text() + ' ' + text));
                pieces++;
            } else {
                joined.add(line.withText(text));
                pieces = 1;
            }
            blank = false;
        }
        return joined;
    }

    private static int limit(LogLine first) {
        return COMMAND_LINE.matcher(first.text()).matches() ? 64 : MAX_PIECES;
    }

    private static String withoutFirmware(String text) {
        Matcher firmware = FIRMWARE_STAMP.matcher(text);
        return firmware.find() ? text.substring(0, firmware.start()).strip() : text;
    }

    private static boolean continues(LogLine last, LogLine line, String text) {
        if (line.stamped() || !MESSAGE_OF_INTEREST.matcher(last.text()).matches()) {
            return false;
        }
        if (line.diff() != ' ' && line.diff() != last.diff()) {
            return false;
        }
        if (last.stamped() && COMMAND_LINE.matcher(last.text()).matches()) {
            return true;
        }
        if (startsMessage(text)) {
            return false;
        }
        return hasOpenBracket(last.text()) || CONTINUATION.matcher(text).matches()
                || UNFINISHED.matcher(last.text()).matches() && (last.stamped() || CONTINUATION.matcher(text).matches());
    }

    private static boolean startsMessage(String text) {
        return text.startsWith("pci ") || text.startsWith("pci_bus ") || text.startsWith("pcieport ") || text.startsWith("PCI: ")
                || text.startsWith("system ") || text.startsWith("PCI host bridge");
    }

    /** Whether a bracket was opened and not closed: {@code root bus resource [mem}, {@code … (bus}. */
    private static boolean hasOpenBracket(String text) {
        if (text.endsWith("(bus") || text.endsWith("(bus address")) {
            return true;
        }
        int open = text.lastIndexOf('[');
        return open >= 0 && text.indexOf(']', open) < 0 && text.length() - open < 80;
    }
}
