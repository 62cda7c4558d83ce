package org.pcitopo.capture.iomem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Space;

class ResourceTreeReaderTest {

    private static final String IOMEM = """
            00001000-0009fbff : System RAM
            80000000-febfffff : PCI Bus 0000:00
              fe600000-fe7fffff : PCI Bus 0000:01
                fe600000-fe601fff : 0000:01:00.0
                  fe600000-fe601fff : nvme
                  fe600000-fe601fff : 0000:01:00.0
            fed00000-fed003ff : HPET 0
            fed1c000-fed1ffff : Reserved
              fed1c000-fed1ffff : pnp 00:04
            """;

    private static SourceFindings iomem(String text) {
        return ResourceTreeReader.readIomem(SourceText.of("iomem", text));
    }

    private static Origin line(int number) {
        return Origin.read("iomem", number);
    }

    @Test
    void ramAndWhatFirmwareOwnsAreFacts() {
        assertEquals(List.of(
                new Finding.MemoryMapEntry(new E820Entry(new AddressRange(0x1000, 0x9fbff), "usable"), line(1)),
                new Finding.Reserved(new Reservation(Space.MEM, new AddressRange(0xfed00000L, 0xfed003ffL), "HPET 0"), line(7)),
                new Finding.MemoryMapEntry(new E820Entry(new AddressRange(0xfed1c000L, 0xfed1ffffL), "reserved"), line(8)),
                new Finding.Reserved(new Reservation(Space.MEM, new AddressRange(0xfed1c000L, 0xfed1ffffL), "pnp 00:04"),
                        line(9))), iomem(IOMEM).findings());
    }

    @Test
    void whatPciHoldsIsAnAnswer() {
        assertEquals(List.of(
                new Answer.BusWindow(0, 0, Space.MEM, new AddressRange(0x80000000L, 0xfebfffffL), line(2)),
                new Answer.BusWindow(0, 1, Space.MEM, new AddressRange(0xfe600000L, 0xfe7fffffL), line(3)),
                new Answer.Occupied(new PciAddress(0, 1, 0, 0), Space.MEM, new AddressRange(0xfe600000L, 0xfe601fffL), line(4))),
                iomem(IOMEM).answers());
    }

    @Test
    void zerosAreExplained() {
        assertTrue(iomem("00000000-00000000 : System RAM\n00000000-00000000 : PCI Bus 0000:00\n").remarks().get(0).text()
                .contains("without privileges"));
    }

    @Test
    void portsAreInTheirOwnSpace() {
        SourceFindings ports = ResourceTreeReader.readIoports(SourceText.of("x", "0000-0cf7 : PCI Bus 0000:00\n"));

        assertEquals(List.of(new Answer.BusWindow(0, 0, Space.IO, new AddressRange(0, 0xcf7), Origin.read("x", 1))),
                ports.answers());
    }

    @Test
    void quotedListings() {
        assertEquals(3, iomem("> " + IOMEM.replace("\n", "\n> ")).answers().size());
    }

    @Property(tries = 500)
    void neverThrows(@ForAll String text) {
        assertDoesNotThrow(() -> iomem("00001000-0009fbff : " + text + "\nffffffffffffffff-0 : x\n  1000-1fff : 0000:00:1f.9\n"));
    }
}
