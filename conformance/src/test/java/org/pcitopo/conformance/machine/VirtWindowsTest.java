package org.pcitopo.conformance.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceType;

/** Windows keep their sizes where they cannot keep their places. */
class VirtWindowsTest {

    @Test
    void whatIsDecodedStays() {
        assertEquals("0x10000000-0x1fffffff 0x8000000000-0x80ffffffff",
                moved(memory(0x1000_0000L, 0x1fff_ffffL), memory(0x80_0000_0000L, 0x80_ffff_ffffL)));
    }

    @Test
    void sizesStay() {
        assertEquals("0x10000000-0x27ffffff", moved(memory(0x6000_0000L, 0x77ff_ffffL)));
    }

    @Test
    void theDistanceFromARoundAddressStays() {
        assertEquals("0x10100000-0x103fffff", moved(memory(0x9010_0000L, 0x903f_ffffL)));
    }

    @Test
    void highWindowsStayHigh() {
        assertEquals("0x8000000000-0x83ffffffff", moved(memory(0x4_0000_0000L, 0x7_ffff_ffffL)));
    }

    @Test
    void whatDoesNotFitIsQemusOwn() {
        assertEquals("", moved(memory(0x8000_0000L, 0xbfff_ffffL)));
    }

    private static HostWindow memory(long start, long end) {
        return HostWindow.of(ResourceType.MEM32, new AddressRange(start, end));
    }

    private static String moved(HostWindow... windows) {
        return VirtWindows.of(List.of(windows)).stream().map(window -> window.range().toString()).collect(Collectors.joining(" "));
    }
}
