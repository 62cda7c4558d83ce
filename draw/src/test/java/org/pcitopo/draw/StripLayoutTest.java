package org.pcitopo.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies in which lane of which host window. */
class StripLayoutTest {

    private static Box box(String label, long pageSize) {
        return new StripLayout(Machines.drives("nvme0", pageSize)).strips().stream().flatMap(strip -> strip.boxes().stream())
                .filter(box -> box.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void everyHostWindowIsAStrip() {
        assertEquals(List.of(0, 1), new StripLayout(Machines.drives("nvme0", 4096)).strips().stream().map(Strip::index).toList());
    }

    @Test
    void whatIsBelowABridgeLiesInTheLaneBelowItsWindow() {
        assertEquals(box("port mem window", 4096).lane() + 1, box("inner BAR 0", 4096).lane());
    }

    @Test
    void barsThatShareAPageAreShared() {
        assertEquals(Look.SHARED, box("nvme0 BAR 0", Machines.LARGE_PAGE).look());
    }

    @Test
    void onSmallPagesTheyAreMapped() {
        assertEquals(Look.MAPPED, box("nvme0 BAR 0", 4096).look());
    }

    @Test
    void whatHasNoAddressIsNotOnTheMap() {
        assertTrue(new StripLayout(Machines.drives("nvme0", 4096)).strips().stream().flatMap(strip -> strip.boxes().stream())
                .noneMatch(box -> box.label().startsWith("large")));
    }

    @Test
    void boxesOfALaneDoNotOverlap() {
        for (Strip strip : new StripLayout(Machines.drives("nvme0", Machines.LARGE_PAGE)).strips()) {
            for (int i = 1; i < strip.boxes().size(); i++) {
                Box before = strip.boxes().get(i - 1);
                Box box = strip.boxes().get(i);
                assertTrue(before.lane() < box.lane() || !before.range().overlaps(box.range()), before + " " + box);
            }
        }
    }
}
