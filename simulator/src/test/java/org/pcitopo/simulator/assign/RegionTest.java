package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.WindowId;

/** The resource tree: what fits, what is in the way, what is blocked. */
class RegionTest {

    private final Region window = Region.ofHost(new WindowId.OfHost(0, 0, 0), Flags.MEM, new AddressRange(0x1000, 0x8fff));

    @Test
    void insertsInAddressOrder() {
        take(0x4000, 0x4fff);
        take(0x2000, 0x2fff);
        assertEquals("0x2000 0x4000", starts());
    }

    @Test
    void namesWhatIsInTheWay() {
        Region first = take(0x2000, 0x2fff);
        assertEquals(Optional.of(first), window.request(reserved(0x2800, 0x37ff)));
    }

    @Test
    void refusesWhatLiesOutside() {
        assertEquals(Optional.of(window), window.request(reserved(0x8000, 0x9fff)));
    }

    @Test
    void neighboursMayTouch() {
        take(0x2000, 0x2fff);
        assertTrue(window.request(reserved(0x3000, 0x3fff)).isEmpty());
    }

    @Test
    void aReleasedPlaceIsFreeAgain() {
        take(0x2000, 0x2fff).release();
        assertTrue(window.request(reserved(0x2000, 0x2fff)).isEmpty());
    }

    @Test
    void releasedChildrenKeepTheirSize() {
        Region child = take(0x2000, 0x2fff);
        window.releaseChildren(new Recorder());
        assertEquals("0 4096 false", child.start + " " + child.size() + " " + child.assigned());
    }

    @Test
    void aReservationBlocksOnlyWhatIsFree() {
        take(0x3000, 0x3fff);
        Claimer.block(window, reserved(0x2000, 0x5fff));
        assertEquals("0x2000 0x3000 0x4000", starts());
    }

    @Test
    void aReservationOutsideBlocksNothing() {
        Claimer.block(window, reserved(0x10000, 0x1ffff));
        assertTrue(window.children().isEmpty());
    }

    @Test
    void aReservationThatEndsInsideAChildStopsThere() {
        take(0x3000, 0x5fff);
        Claimer.block(window, reserved(0x2000, 0x4fff));
        assertEquals("0x2000 0x3000", starts());
    }

    @Test
    void anotherSpaceIsNotBlocked() {
        Region ports = Region.reserved("ports", Flags.IO, new AddressRange(0x2000, 0x2fff));
        Claimer.block(window, ports);
        assertFalse(window.children().contains(ports));
    }

    private Region take(long start, long end) {
        Region child = reserved(start, end);
        assertTrue(window.request(child).isEmpty());
        return child;
    }

    private static Region reserved(long start, long end) {
        return Region.reserved("test", Flags.MEM, new AddressRange(start, end));
    }

    private String starts() {
        List<String> starts = window.children().stream().map(child -> String.format("0x%04x", child.start)).toList();
        return String.join(" ", starts);
    }
}
