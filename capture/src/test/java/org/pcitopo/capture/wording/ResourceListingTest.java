package org.pcitopo.capture.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.simulator.Simulation;

/** {@code /proc/iomem} and {@code /proc/ioports} of a simulated boot. */
class ResourceListingTest {

    private static Simulation boot(String architecture, String commandLine) throws CaptureException {
        return WrittenLog.of(architecture, "6.12", commandLine, """
                PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [io  0x0000-0x0cf7 window]
                pci_bus 0000:00: root bus resource [io  0x0d00-0xffff window]
                pci_bus 0000:00: root bus resource [mem 0x80000000-0x8fffffff window]
                pci_bus 0000:00: root bus resource [bus 00-ff]
                pci 0000:00:1c.0: [8086:a110] type 01 class 0x060400 PCIe Root Port
                pci 0000:00:1c.0: BAR 0 [mem 0x80200000-0x80200fff]
                pci 0000:00:1c.0: PCI bridge to [bus 01]
                pci 0000:00:1c.0:   bridge window [mem 0x80100000-0x801fffff]
                pci 0000:00:1f.2: [8086:2922] type 00 class 0x010601 conventional PCI endpoint
                pci 0000:00:1f.2: BAR 4 [io  0xf060-0xf07f]
                pci 0000:01:00.0: [144d:a808] type 00 class 0x010802 PCIe Endpoint
                pci 0000:01:00.0: BAR 0 [mem 0x80100000-0x80103fff 64bit]
                """).simulation();
    }

    @Test
    void memoryIsNestedAndByAddress() throws CaptureException {
        assertEquals(List.of(
                "80000000-8fffffff : PCI Bus 0000:00",
                "  80100000-801fffff : PCI Bus 0000:01",
                "    80100000-80103fff : 0000:01:00.0",
                "  80200000-80200fff : 0000:00:1c.0"), ResourceListing.memory(boot("x86_64", "")));
    }

    @Test
    void x86HasPortsOfFourDigits() throws CaptureException {
        assertEquals(List.of("0000-0cf7 : PCI Bus 0000:00", "0d00-ffff : PCI Bus 0000:00", "  f060-f07f : 0000:00:1f.2"),
                ResourceListing.ports(boot("x86_64", "")));
    }

    @Test
    void withoutHostWindowsFunctionsStandOutside() throws CaptureException {
        assertEquals("80100000-801fffff : PCI Bus 0000:01", ResourceListing.memory(boot("x86_64", "pci=nocrs")).get(0));
    }
}
