package org.pcitopo.capture.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.trace.PrintedRange;

/** Resources look as in a kernel log. */
class ResourceWordsTest {

    @ParameterizedTest
    @CsvSource({
        "IO,         c000,       c01f,             false, false, '[io  0xc000-0xc01f]'",
        "IO,         3f6,        3f6,              false, false, '[io  0x03f6]'",
        "IO,         10000,      1ffff,            false, false, '[io  0x10000-0x1ffff]'",
        "IO,         0,          fff,              true,  false, '[io  size 0x1000]'",
        "MEM32,      0,          ff,               false, false, '[mem 0x00000000-0x000000ff]'",
        "MEM32_PREF, 10000000,   10ffffff,         false, false, '[mem 0x10000000-0x10ffffff pref]'",
        "MEM64,      0,          3fff,             true,  false, '[mem size 0x00004000 64bit]'",
        "MEM64_PREF, 100000,     fffff,            false, false, '[mem 0x00100000-0x000fffff 64bit pref]'",
        "MEM64_PREF, 0,          ffffffffffffffff, false, true,  '[mem 0x00000000-0xffffffffffffffff 64bit pref disabled]'",
    })
    void resourcesLookAsPrinted(ResourceType type, String start, String end, boolean unset, boolean disabled, String expected) {
        PrintedRange range = new PrintedRange(type, Long.parseUnsignedLong(start, 16), Long.parseUnsignedLong(end, 16), unset, disabled);
        assertEquals(expected, ResourceWords.of(range));
    }

    @ParameterizedTest
    @CsvSource({"0, 255, [bus 00-ff]", "3, 3, [bus 03]"})
    void oneBusIsNoRange(int first, int last, String expected) {
        assertEquals(expected, ResourceWords.buses(first, last));
    }
}
