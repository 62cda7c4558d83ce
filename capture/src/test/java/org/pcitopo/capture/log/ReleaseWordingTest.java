package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.capture.facts.Finding;

/** A log without its release tells a range of releases by its words. */
class ReleaseWordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci 0000:00:01.0: reg 10: [mem 0xfe800000-0xfe8fffff] | 3.0 to 3.8",
        "pci 0000:00:01.0: reg 0x10: [mem 0xfe800000-0xfe8fffff] | 3.9 to 6.7",
        "pci 0000:00:01.0: BAR 0 [mem 0xfe800000-0xfe8fffff] | 6.1 to 7.3",
        "pci 0000:00:01.0: [1b36:0007] type 00 class 0x080501 conventional PCI endpoint | 6.8 to 7.3",
        "pci 0000:06:00.0: bridge window [mem 0x00100000-0x001fffff] to [bus 07] requires relaxed alignment rules | 6.11 to 6.18"})
    void narrows(String line, String range) {
        assertEquals(range, LogText.findings(line, Finding.ReleaseWithin.class).get(0).range().toString());
    }

    @Test
    void everyWordingNarrowsMore() {
        assertEquals("6.11 to 6.18", LogText.findings("""
                pci 0000:00:01.0: BAR 0 [mem 0xfe800000-0xfe8fffff]
                pci 0000:06:00.0: bridge window [mem 0x00100000-0x001fffff] to [bus 07] requires relaxed alignment rules
                """, Finding.ReleaseWithin.class).get(0).range().toString());
    }

    @Test
    void isNotAskedWhereTheReleaseStands() {
        assertTrue(LogText.findings("""
                Linux version 6.12.31 (test@localhost)
                pci 0000:00:01.0: BAR 0 [mem 0xfe800000-0xfe8fffff]
                """, Finding.ReleaseWithin.class).isEmpty());
    }

    @Test
    void aDiffNamesTheReleaseOfItsOldSide() {
        assertEquals("6.17.7", LogText.findings("""
                --- dmesg_6.17.7        2025-11-12 13:28:34.908809832 -0600
                +++ dmesg_6.18-rc5-mod  2025-11-12 13:28:28.184783933 -0600
                 pci 0000:00:02.1: [1022:14db] type 01 class 0x060400 PCIe Root Port
                -pci 0000:00:02.1: bridge window [mem 0xd4800000-0xdbffffff]: assigned
                +pci 0000:00:02.1: bridge window [mem 0xd4800000-0xd97fffff]: assigned
                """, Finding.KernelText.class).get(0).release());
    }
}
