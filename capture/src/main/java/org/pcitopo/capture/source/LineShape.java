package org.pcitopo.capture.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a single line looks like, for recognition alone. Mail quoting ({@code > > }), blanks and the sign of a diff in front are
 * looked through; the readers get the lines unchanged.
 */
final class LineShape {

    private static final Pattern QUOTE = Pattern.compile("^(?:\\s?[>|])+\\s?");
    private static final Pattern LSPCI_HEADER = Pattern.compile(
            "(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7] (?:[A-Z].*: |[A-Z].*\\[[0-9a-f]{4}\\]:|[0-9a-f]{4}: [0-9a-f]{4}:"
                    + "|Class [0-9a-f]{4}:).*");
    private static final Pattern HEX_DUMP = Pattern.compile("[0-9a-f]{2,3}:(?: [0-9a-f]{2}){1,16}\\s*");
    private static final Pattern RESOURCE_TREE =
            Pattern.compile("-?\\s*([0-9a-f]{4,16})-([0-9a-f]{4,16}) : .+");
    private static final String[] LSPCI_ATTRIBUTES = {"Control: I/O", "Region 0:", "Region 1:", "Region 2:", "Region 4:",
        "Flags: ", "Bus: primary=", "Kernel driver in use:", "Capabilities: [", "Subsystem: ", "Memory behind bridge:"};
    private static final String[] LOG_MARKS = {"pci_bus ", "root bus resource", "PCI bridge to [bus", "PCI host bridge",
        "Linux version ", "Kernel command line:", "Command line: ", "BIOS-e820", "bridge window [", ": BAR ", ": reg 0x",
        "iommu group", "pcieport ", "vfio-pci", ": assigned [mem", "e820: "};
    private static final Pattern PCI_FUNCTION =
            Pattern.compile("\\bpci [0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]: ");
    private static final Pattern PRINTK_TIME = Pattern.compile("\\[ *\\d{1,6}\\.\\d{6}\\].*");

    private LineShape() {
    }

    /** The line without mail quoting and blanks in front. */
    static String bare(String line) {
        if (line.isEmpty() || line.charAt(0) >= '0' && line.charAt(0) != '>' && line.charAt(0) != '|') {
            return line;
        }
        Matcher quote = QUOTE.matcher(line);
        return (quote.find() ? line.substring(quote.end()) : line).stripLeading();
    }

    /** A function's first line in {@code lspci}. */
    static boolean isLspciHeader(String bare) {
        return startsWithHex(bare) && LSPCI_HEADER.matcher(bare).matches();
    }

    /** A line of {@code lspci -x}. */
    static boolean isHexDump(String bare) {
        return startsWithHex(bare) && HEX_DUMP.matcher(bare).matches();
    }

    /** What {@code lspci -v} and its like say below a function's first line. */
    static boolean isLspciAttribute(String bare) {
        return startsWithAny(bare, LSPCI_ATTRIBUTES);
    }

    /** A line of {@code /proc/iomem} or {@code /proc/ioports}. */
    static boolean isResourceTree(String bare) {
        return !bare.isEmpty() && (startsWithHex(bare) || bare.charAt(0) == '-') && RESOURCE_TREE.matcher(bare).matches();
    }

    /** The range's end of such a line, unsigned. */
    static long resourceTreeEnd(String bare) {
        Matcher matcher = RESOURCE_TREE.matcher(bare);
        return matcher.matches() ? Long.parseUnsignedLong(matcher.group(2), 16) : 0;
    }

    /** How many digits the range's start has. */
    static int resourceTreeDigits(String bare) {
        Matcher matcher = RESOURCE_TREE.matcher(bare);
        return matcher.matches() ? matcher.group(1).length() : 0;
    }

    /** Something that only a kernel says. */
    static boolean isKernelLog(String line) {
        for (String mark : LOG_MARKS) {
            if (line.contains(mark)) {
                return true;
            }
        }
        return line.contains("pci ") && PCI_FUNCTION.matcher(line).find();
    }

    /** A line with the kernel's time stamp. */
    static boolean hasPrintkTime(String bare) {
        return bare.startsWith("[") && PRINTK_TIME.matcher(bare).matches();
    }

    private static boolean startsWithAny(String bare, String[] beginnings) {
        for (String beginning : beginnings) {
            if (bare.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithHex(String bare) {
        if (bare.isEmpty()) {
            return false;
        }
        char c = bare.charAt(0);
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
