package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Firmware's memory map as the kernel uses it for PCI. */
class MemoryMapLinesTest {

    @Test
    void readsBothWordings() {
        assertEquals("0x00000000-0x0009ffff usable, 0x000a0000-0x000fffff reserved", map("""
                BIOS-e820: [mem 0x0000000000000000-0x000000000009ffff] usable
                BIOS-e820: 00000000000a0000 - 0000000000100000 (reserved)
                """));
    }

    /** With {@code memmap=} or {@code mem=} the kernel prints the map that it made of firmware's. */
    @Test
    void theCommandLinesMapStandsForFirmwares() {
        assertEquals("0x00001000-0x00001fff usable, 0x00002000-0x00003fff reserved", map("""
                BIOS-e820: [mem 0x0000000000001000-0x0000000000003fff] usable
                user-defined physical RAM map:
                user: [mem 0x0000000000001000-0x0000000000001fff] usable
                user: [mem 0x0000000000002000-0x0000000000003fff] reserved
                """));
    }

    @Test
    void takesOutWhatEfiCallsMmio() {
        assertEquals("0x43f340000-0x45fffffff reserved", map("""
                BIOS-e820: [mem 0x000000043f340000-0x00000004801fffff] reserved
                e820: remove [mem 0x460000000-0x4801fffff] reserved
                """));
    }

    @Test
    void cutsAnEntryInTwo() {
        assertEquals("0x00001000-0x00001fff reserved, 0x00003000-0x00003fff reserved", map("""
                BIOS-e820: [mem 0x0000000000001000-0x0000000000003fff] reserved
                e820: remove [mem 0x00002000-0x00002fff] reserved
                """));
    }

    @Test
    void removesOnlyEntriesOfThatType() {
        assertEquals("0x00001000-0x00003fff reserved", map("""
                BIOS-e820: [mem 0x0000000000001000-0x0000000000003fff] reserved
                e820: remove [mem 0x00002000-0x00002fff] usable
                """));
    }

    @Test
    void addsWhatGraphicsTake() {
        assertEquals("0x9b000000-0x9effffff reserved, 0xbba00000-0xbf9fffff reserved", map("""
                Reserving Intel graphics memory at [mem 0x9b000000-0x9effffff]
                Reserving Intel graphics stolen memory at 0xbba00000-0xbf9fffff
                """));
    }

    private static String map(String log) {
        MemoryMapLines lines = new MemoryMapLines();
        log.lines().forEach(text -> lines.accept(new LogLine("dmesg.txt", 1, OptionalDouble.empty(), true, ' ', text)));
        return lines.findings().stream().map(finding -> finding.entry().range() + " " + finding.entry().type())
                .collect(Collectors.joining(", "));
    }
}
