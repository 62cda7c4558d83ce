package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** The ways in which kernels name a resource. */
class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "BAR, 3, 0, MEM32, bar3",
        "VF_BAR, 2, 0, MEM64_PREF, vfbar2",
        "ROM, 6, 0, MEM32_PREF, rom",
        "OFFSET, 16, 0, MEM32, bar0",
        "OFFSET, 36, 0, MEM32, bar5",
        "OFFSET, 48, 0, MEM32_PREF, rom",
        "OFFSET, 56, 1, MEM32_PREF, rom",
        "WINDOW, 0, 1, IO, io",
        "WINDOW, 0, 1, MEM32, mem",
        "WINDOW, 0, 1, MEM32_PREF, pref",
        "WINDOW, 0, 1, MEM64_PREF, pref",
        "INDEX, 6, 0, MEM32_PREF, rom",
        "INDEX, 7, 0, MEM64_PREF, vfbar0",
        "INDEX, 7, 1, IO, io",
        "INDEX, 8, 1, MEM32, mem",
        "INDEX, 9, 1, MEM32_PREF, pref",
        "INDEX, 13, 1, IO, io",
        "INDEX, 15, 1, MEM64_PREF, pref",
        "INDEX, 13, 2, IO, cb0",
        "INDEX, 16, 2, MEM32, cb3"})
    void resolves(Place.Naming naming, int number, int headerType, ResourceType type, String name) {
        assertEquals(name, new Place(naming, number).resolve(headerType, type).map(ResourceName::jsonName).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({"OFFSET, 388, 0", "OFFSET, 18, 0", "INDEX, 17, 1", "INDEX, 99, 0", "BAR, 6, 0", "WINDOW, 0, 2"})
    void resolvesNothingElse(Place.Naming naming, int number, int headerType) {
        assertEquals("none", new Place(naming, number).resolve(headerType, ResourceType.MEM32)
                .map(ResourceName::jsonName).orElse("none"));
    }
}
