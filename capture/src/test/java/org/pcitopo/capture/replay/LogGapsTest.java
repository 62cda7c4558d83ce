package org.pcitopo.capture.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;

/** Where a log lacks lines, what they would have told is named, and nothing is compared that depends on it. */
class LogGapsTest {

    private static final String HEAD = """
            Linux version 5.10.0
            imx6q-pcie 1ffc000.pcie: PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [io  0x1000-0xffff]
            pci_bus 0000:00: root bus resource [mem 0x01000000-0x01efffff]
            """;

    private static final String SWITCH_PORT = HEAD + """
            pci 0000:00:01.0: [10b5:8605] type 01 class 0x060400
            pci 0000:00:01.0: PCI bridge to [bus 01]
            pci 0000:01:00.0: [168c:003c] type 00 class 0x028000
            pci 0000:01:00.0: reg 0x10: [mem 0x00000000-0x000fffff]
            """;

    private static ReplayResult replay(String log) throws CaptureException {
        return Replay.run("log", Capture.read(Sources.open("log", log.getBytes(StandardCharsets.UTF_8))));
    }

    private static String reasons(String log) throws CaptureException {
        return replay(log).notComparable().stream().map(left -> left.why()).distinct().collect(Collectors.joining("\n"));
    }

    @Test
    void aPortWithReservesIsAHotplugPort() throws CaptureException {
        assertEquals("0000:00:01.0 has the windows of a hotplug port, and no line names it as one; what it reserves moves others",
                reasons(SWITCH_PORT + """
                pci 0000:00:01.0: BAR 14: assigned [mem 0x01000000-0x012fffff]
                pci 0000:00:01.0: BAR 15: assigned [mem 0x01400000-0x015fffff 64bit pref]
                pci 0000:00:01.0: BAR 13: assigned [io  0x1000-0x1fff]
                pci 0000:01:00.0: BAR 0: assigned [mem 0x01000000-0x010fffff]
                """));
    }

    /** A megabyte too much is a wrong rule or a patched kernel, and stays a difference. */
    @Test
    void otherWindowsTooManyAreDifferences() throws CaptureException {
        assertEquals(List.of("0000:00:01.0 pref window"), replay(SWITCH_PORT + """
                pci 0000:00:01.0: BAR 14: assigned [mem 0x01000000-0x010fffff]
                pci 0000:00:01.0: BAR 15: assigned [mem 0x01100000-0x011fffff 64bit pref]
                pci 0000:01:00.0: BAR 0: assigned [mem 0x01000000-0x010fffff]
                """).differences().stream().map(difference -> difference.resource().toString()).toList());
    }

    @Test
    void aFunctionThatIsNotAnnouncedHidesItsRegisters() throws CaptureException {
        assertEquals("the line that announces 0000:00:01.0 is missing ([vendor:device] type; the console's level may hide it), and with"
                + " it what its registers ask for", reasons(HEAD + """
                pci 0000:00:01.0: IOMMU is currently not supported for PCI
                pci 0000:00:02.0: [168c:003c] type 00 class 0x028000
                pci 0000:00:02.0: reg 0x10: [mem 0x00000000-0x000fffff]
                pci 0000:00:02.0: BAR 0: assigned [mem 0x01200000-0x012fffff]
                """));
    }

    @Test
    void whatEndsOutsideOfAllWindowsShowsThatLinesAreMissing() throws CaptureException {
        assertEquals("0000:00:02.0 BAR 0 ended outside of all windows that the log shows of its host bridge: lines are missing, or the"
                + " text mixes two logs", reasons(HEAD + """
                pci 0000:00:02.0: [168c:003c] type 00 class 0x028000
                pci 0000:00:02.0: reg 0x10: [mem 0x00000000-0x000fffff]
                pci 0000:00:02.0: BAR 0: assigned [mem 0x300900000-0x3009fffff]
                """));
    }

    @Test
    void aLogOfTwoKernelsIsNotCompared() throws CaptureException {
        assertEquals("lines of another kernel stand here as comments (//): the log was put together by hand", reasons(HEAD + """
                pci 0000:00:02.0: [168c:003c] type 00 class 0x028000
                pci 0000:00:02.0: reg 0x10: [mem 0x00000000-0x000fffff]
                pci 0000:00:02.0: BAR 0: failed to assign [mem size 0x00100000]
                // pci 0000:00:02.0: BAR 0: assigned [mem 0x01000000-0x010fffff]
                """));
    }

    @Test
    void platformsThatAreCountedApartSayWhatTheyDo() throws CaptureException {
        ReplayResult arm = replay(SWITCH_PORT);
        ReplayResult x86 = replay(X86);
        assertEquals(List.of(1, 1), List.of(ReplayTotal.of(List.of(arm, x86), PlatformGroup.COMMON).sources(),
                ReplayTotal.of(List.of(arm, x86), PlatformGroup.OTHER).sources()));
        assertEquals("", x86.platformNote());
        assertEquals("ports that alias ISA's are skipped, and mvebu aligns its root bus to its decoder", arm.platformNote());
    }

    private static final String X86 = """
            Linux version 6.6.0
            ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-fe])
            PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [mem 0x3f800000-0xbfffffff window]
            pci 0000:00:1f.5: [8086:34a4] type 00 class 0x0c8000
            pci 0000:00:1f.5: reg 0x10: [mem 0x00000000-0x00000fff]
            pci 0000:00:1f.5: BAR 0: assigned [mem 0x3f800000-0x3f800fff]
            pci_bus 0000:00: resource 4 [mem 0x3f800000-0xbfffffff window]
            """;
}
