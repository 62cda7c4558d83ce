package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.capture.facts.Finding;

/** Ranges that others own. */
class ReservationLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "system 00:04: [mem 0xb0000000-0xbfffffff window] has been reserved | MEM 0xb0000000-0xbfffffff pnp 00:04",
        "system 00:01: [io  0x164e-0x164f] has been reserved | IO 0x0000164e-0x0000164f pnp 00:01",
        "pnp 00:01: Reserved [io  0x164e-0x164f] | IO 0x0000164e-0x0000164f pnp 00:01",
        "acpi PNP0C01:00: Reserved [mem 0xb0000000-0xbfffffff] | MEM 0xb0000000-0xbfffffff acpi PNP0C01:00",
        "PCI: MMCONFIG at [mem 0xb0000000-0xbfffffff] reserved in E820 | MEM 0xb0000000-0xbfffffff PCI ECAM",
        "PCI: ECAM [mem 0xb0000000-0xbfffffff] reserved as E820 entry | MEM 0xb0000000-0xbfffffff PCI ECAM",
        "IOAPIC[0]: apic_id 0, version 17, address 0xfec00000, GSI 0-23 | MEM 0xfec00000-0xfec003ff IOAPIC 0",
        "pci 0000:00:02.1: bridge window [mem 0xd8000000-0xde1fffff]: can't claim; address conflict with AMDIF031:00 [mem 0xdd400000-0xdd400fff]"
                + " | MEM 0xdd400000-0xdd400fff AMDIF031:00",
        "pci 0000:00:1f.0: quirk: [io  0x0600-0x067f] claimed by ICH6 ACPI/GPIO/TCO | IO 0x00000600-0x0000067f ICH6 ACPI/GPIO/TCO"})
    void reserves(String line, String expected) {
        Finding.Reserved found = LogText.findings(line, Finding.Reserved.class).get(0);
        assertEquals(expected, found.reservation().space() + " " + found.reservation().range() + " " + found.reservation().owner());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "system 00:05: [mem 0xfed10000-0xfed17fff] could not be reserved",
        "pnp 00:05: disabling [mem 0xfed20000-0xfed7ffff] because it overlaps 0000:03:00.0 BAR 9 [mem 0x00000000-0x3dffffffff 64bit pref]",
        "e820: reserve RAM buffer [mem 0x3ffe0000-0x3fffffff]",
        "pci 0000:00:02.1: BAR 0 [mem 0xd8000000-0xde1fffff]: can't claim; address conflict with PCI Bus 0000:01 [mem 0xdd400000-0xdd400fff]",
        "PCI: not using ECAM ([mem 0xe0000000-0xefffffff] not reserved)"})
    void reservesNothing(String line) {
        assertTrue(LogText.findings(line, Finding.Reserved.class).isEmpty());
    }
}
