package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.source.SourceText;

/** Messages that a mail program wrapped, or that firmware cut in two, are whole again; comments are not swallowed. */
class WrappedLinesTest {

    @Test
    void joinsAResourceCutInItsBrackets() {
        assertEquals(List.of("pci_bus 0000:00: root bus resource [mem 0x000a0000-0x000bffff window]"), join("""
                [    3.995720] pci_bus 0000:00: root bus resource [mem
                0x000a0000-0x000bffff window]
                """));
    }

    @Test
    void joinsBelowMailQuoting() {
        assertEquals(List.of("pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400 PCIe Root Port",
                "pci 0000:00:1c.0: PCI bridge to [bus 01-39]"), join("""
                >>> [    0.177513] pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400
                >>> PCIe Root Port
                >>> [    0.177530] pci 0000:00:1c.0: PCI bridge to [bus 01-39]
                """));
    }

    @Test
    void joinsThreePieces() {
        assertEquals(List.of("pci 0000:02:02.0: bridge window [mem 0x00100000-0x000fffff 64bit pref] to [bus 39] add_size 200000 "
                + "add_align 100000"), join("""
                [   56.975332] pci 0000:02:02.0: bridge window [mem
                0x00100000-0x000fffff 64bit pref] to [bus 39] add_size 200000
                add_align 100000
                """));
    }

    @Test
    void joinsABusAddress() {
        assertEquals(List.of("pci_bus 0000:00: root bus resource [io  0x0000-0xffff] (bus address [0x1e160000-0x1e16ffff])"), join("""
                pci_bus 0000:00: root bus resource [io  0x0000-0xffff] (bus address
                [0x1e160000-0x1e16ffff])
                """));
    }

    @Test
    void joinsABusAddressCutBeforeItsWord() {
        assertEquals(List.of("pci_bus 0000:00: root bus resource [mem 0xc00000000-0xc1fffffff] (bus address [0xe0000000-0xffffffff])"),
                join("""
                pci_bus 0000:00: root bus resource [mem 0xc00000000-0xc1fffffff] (bus
                address [0xe0000000-0xffffffff])
                """));
    }

    @Test
    void joinsALongCommandLine() {
        assertEquals(List.of("Kernel command line: console=ttyS0 root=/dev/sda3 init=/sbin/init", "PID hash table entries: 256"), join("""
                [    0.000000] Kernel command line: console=ttyS0
                root=/dev/sda3
                init=/sbin/init
                [    0.000000] PID hash table entries: 256
                """));
    }

    @Test
    void leavesCommentsAlone() {
        assertEquals(List.of("pci 0000:00:00.0: reg 0x10: [mem 0x00000000-0x07ffffff pref]",
                "It's hard to tell what this 00:00.0 device is."), join("""
                pci 0000:00:00.0: reg 0x10: [mem 0x00000000-0x07ffffff pref]

                It's hard to tell what this 00:00.0 device is.
                """));
    }

    @Test
    void neverJoinsTwoMessages() {
        assertEquals(2, join("""
                pci 0000:00:02.0: bridge window [io  size 0x1000]:
                pci 0000:00:03.0: bridge window [io  size 0x1000]: failed to assign
                """).size());
    }

    @Test
    void cutsOutFirmwareChatter() {
        assertEquals(List.of("pci 0001:00:00.0: PCI bridge to [bus 01-ff]"), join("""
                [    0.957538] pci 0001:00:00.0: PCI bridge to [  152.345678,5] PHB#0001[0:1]: CRESET
                [  152.345999,5] PHB#0001[0:1]: LINK
                [bus 01-ff]
                """));
    }

    private static List<String> join(String text) {
        return LogLines.of(SourceText.of("dmesg.txt", text)).lines().stream().map(LogLine::text).toList();
    }
}
