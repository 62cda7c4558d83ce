package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.topology.ResourceType;

/** Resources as kernels print them. */
class ResourceTextTest {

    @ParameterizedTest
    @CsvSource({
        "[mem 0xfe800000-0xfe8fffff], MEM32, 1048576",
        "[mem 0xfe800000-0xfe8fffff pref], MEM32_PREF, 1048576",
        "[mem 0xfe800000-0xfe803fff 64bit], MEM64, 16384",
        "[mem 0x140000000-0x1401fffff 64bit pref], MEM64_PREF, 2097152",
        "[mem 0x000a0000-0x000bffff window], MEM32, 131072",
        "[io  0xe000-0xe0ff], IO, 256",
        "[io 0x10000-0x80ffff], IO, 8388608",
        "[io  0x03f6], IO, 1",
        "[mem size 0x00004000 64bit], MEM64, 16384",
        "[io  size 0x1000], IO, 4096",
        "[mem 0x00000000 - 0x0fffffff pref], MEM32_PREF, 268435456"})
    void readsTypeAndSize(String text, ResourceType type, long size) {
        ResourceText read = ResourceText.find(text).orElseThrow();
        assertEquals(type + " " + size, read.type() + " " + read.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[mem size 0x00004000 64bit]", "[mem disabled]", "[io  0x1000-0x0fff]", "[mem 0x00100000-0x000fffff pref]"})
    void hasNoRangeWithoutAddresses(String text) {
        assertTrue(ResourceText.find(text).orElseThrow().range().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[bus 00-ff]", "[??? 0x00000000 flags 0x0]", "[mem", "[mem 0x10000000000000000-0x1]", "[PE# 1fe]", ""})
    void readsNothingElse(String text) {
        assertTrue(ResourceText.find(text).isEmpty());
    }

    @Test
    void knowsDisabledWindows() {
        assertTrue(ResourceText.find("[mem 0x00000000-0x000fffff 64bit pref disabled]").orElseThrow().disabled());
    }
}
