package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.simulator.topology.Ioda;

/**
 * What powernv prints of each host bridge before it is scanned. Host bridges have no domain yet at that point; the start of
 * the 32-bit memory window says later which is which.
 */
final class IodaLines {

    private static final Pattern MEMORY = Pattern.compile("^MEM 0x([0-9a-f]{1,16})\\.\\.0x[0-9a-f]{1,16} -> 0x[0-9a-f]{1,16}\\s*(.*)$");
    private static final Pattern PES = Pattern.compile(
            "^(\\d{1,4}) \\((\\d{1,4})\\) PE's M32: 0x([0-9a-f]{1,16}) \\[segment=0x([0-9a-f]{1,16})\\].*$");
    private static final Pattern SEGMENT = Pattern.compile("^(M64|IO): 0x[0-9a-f]{1,16} \\[segment=0x([0-9a-f]{1,16})\\].*$");

    /** @param m32Start CPU address of the 32-bit memory window */
    record Described(long m32Start, Ioda ioda, LogLine line) {
    }

    private final List<Described> described = new ArrayList<>();
    private long m32Start;

    void accept(LogLine line) {
        String text = line.text();
        Matcher memory = MEMORY.matcher(text);
        if (memory.matches() && !memory.group(2).contains("M64")) {
            m32Start = ResourceText.hex(memory.group(1));
            return;
        }
        Matcher pes = PES.matcher(text);
        if (pes.matches()) {
            Ioda ioda = new Ioda(Integer.parseInt(pes.group(1)), Integer.parseInt(pes.group(2)),
                    ResourceText.hex(pes.group(4)), 0, 0);
            described.add(new Described(m32Start, ioda, line));
            return;
        }
        Matcher segment = SEGMENT.matcher(text);
        if (segment.matches() && !described.isEmpty()) {
            Described last = described.remove(described.size() - 1);
            long size = ResourceText.hex(segment.group(2));
            boolean m64 = segment.group(1).equals("M64");
            Ioda ioda = new Ioda(last.ioda.totalPes(), last.ioda.reservedPe(), last.ioda.m32Segment(),
                    m64 ? size : last.ioda.m64Segment(), m64 ? last.ioda.ioSegment() : size);
            described.add(new Described(last.m32Start, ioda, last.line));
        }
    }

    /** The host bridge whose 32-bit window starts at {@code start}. */
    Optional<Described> at(long start) {
        return described.stream().filter(one -> one.m32Start == start).findFirst();
    }
}
