package org.pcitopo.capture.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.capture.source.CaptureException;

/** The log that a kernel would write, in its own words. */
class KernelLogTest {

    /** A root port with a drive behind it and a display, on a machine whose kernel assigns everything. */
    private static final String ARM64 = """
            pci-host-generic 3f000000.pcie: PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [bus 00-0f]
            pci_bus 0000:00: root bus resource [io  0x0000-0xffff]
            pci_bus 0000:00: root bus resource [mem 0x10000000-0x103fffff]
            pci 0000:00:01.0: [1b36:000c] type 01 class 0x060400 PCIe Root Port
            pci 0000:00:01.0: BAR 0 [mem 0x00000000-0x00000fff]
            pci 0000:00:02.0: [1234:1111] type 00 class 0x038000 conventional PCI endpoint
            pci 0000:00:02.0: BAR 0 [mem 0x00000000-0x000fffff pref]
            pci 0000:01:00.0: [1b36:0010] type 00 class 0x010802 PCIe Endpoint
            pci 0000:01:00.0: BAR 0 [mem 0x00000000-0x00003fff 64bit]
            """;

    private static final String X86 = """
            ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])
            PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [io  0x0000-0x0cf7 window]
            pci_bus 0000:00: root bus resource [mem 0x80000000-0x8fffffff window]
            pci_bus 0000:00: root bus resource [bus 00-ff]
            pci 0000:00:1c.0: [8086:a110] type 01 class 0x060400 PCIe Root Port
            pci 0000:00:1c.0: PCI bridge to [bus 01]
            pci 0000:00:1c.0:   bridge window [mem 0x80100000-0x801fffff]
            pci 0000:00:1f.2: [8086:2922] type 00 class 0x010601 conventional PCI endpoint
            pci 0000:00:1f.2: BAR 5 [mem 0x80200000-0x80200fff]
            pci 0000:01:00.0: [144d:a808] type 00 class 0x010802 PCIe Endpoint
            pci 0000:01:00.0: BAR 0 [mem 0x80100000-0x80103fff 64bit]
            """;

    @Test
    void everythingIsFoundSizedAndPlaced() throws CaptureException {
        assertEquals("""
                pci-host-generic 3f000000.pcie: PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [bus 00-0f]
                pci_bus 0000:00: root bus resource [io  0x0000-0xffff]
                pci_bus 0000:00: root bus resource [mem 0x10000000-0x103fffff]
                pci 0000:00:01.0: [1b36:000c] type 01 class 0x060400 PCIe Root Port
                pci 0000:00:01.0: BAR 0 [mem 0x00000000-0x00000fff]
                pci 0000:00:01.0: PCI bridge to [bus 00]
                pci 0000:00:02.0: [1234:1111] type 00 class 0x038000 conventional PCI endpoint
                pci 0000:00:02.0: BAR 0 [mem 0x00000000-0x000fffff pref]
                pci 0000:00:01.0: bridge configuration invalid ([bus 00-00]), reconfiguring
                pci 0000:01:00.0: [1b36:0010] type 00 class 0x010802 PCIe Endpoint
                pci 0000:01:00.0: BAR 0 [mem 0x00000000-0x00003fff 64bit]
                pci_bus 0000:01: busn_res: [bus 01-0f] end is updated to 01
                pci 0000:00:01.0: bridge window [mem 0x10000000-0x100fffff]: assigned
                pci 0000:00:02.0: BAR 0 [mem 0x10100000-0x101fffff pref]: assigned
                pci 0000:00:01.0: BAR 0 [mem 0x10200000-0x10200fff]: assigned
                pci 0000:01:00.0: BAR 0 [mem 0x10000000-0x10003fff 64bit]: assigned
                pci 0000:00:01.0: PCI bridge to [bus 01]
                pci 0000:00:01.0:   bridge window [mem 0x10000000-0x100fffff]
                pci_bus 0000:00: resource 4 [io  0x0000-0xffff]
                pci_bus 0000:00: resource 5 [mem 0x10000000-0x103fffff]
                pci_bus 0000:01: resource 1 [mem 0x10000000-0x100fffff]
                """, WrittenLog.of("aarch64", "6.12", "", ARM64).text());
    }

    @Test
    void olderKernelsCountRegistersAndIndexes() throws CaptureException {
        WrittenLog log = WrittenLog.of("aarch64", "5.10", "", ARM64);
        assertEquals("""
                pci 0000:00:01.0: reg 0x10: [mem 0x00000000-0x00000fff]
                pci 0000:00:02.0: reg 0x10: [mem 0x00000000-0x000fffff pref]
                pci 0000:01:00.0: reg 0x10: [mem 0x00000000-0x00003fff 64bit]
                """, log.text(LineKind.REGISTER));
        assertEquals("""
                pci 0000:00:01.0: BAR 14: assigned [mem 0x10000000-0x100fffff]
                pci 0000:00:02.0: BAR 0: assigned [mem 0x10100000-0x101fffff pref]
                pci 0000:00:01.0: BAR 0: assigned [mem 0x10200000-0x10200fff]
                pci 0000:01:00.0: BAR 0: assigned [mem 0x10000000-0x10003fff 64bit]
                """, log.text(LineKind.PLACE));
    }

    @Test
    void firmwaresPlacesAreKeptWithoutALine() throws CaptureException {
        assertEquals("", WrittenLog.of("x86_64", "6.12", "", X86).text(LineKind.PLACE));
    }

    @Test
    void x86ShowsBridgesOnceMoreWhenTheBusBelowIsKnown() throws CaptureException {
        assertEquals("""
                pci 0000:00:1c.0: PCI bridge to [bus 01]
                pci 0000:00:1c.0:   bridge window [mem 0x80100000-0x801fffff]
                pci 0000:00:1c.0: PCI bridge to [bus 01]
                pci 0000:00:1c.0: PCI bridge to [bus 01]
                pci 0000:00:1c.0:   bridge window [mem 0x80100000-0x801fffff]
                """, WrittenLog.of("x86_64", "6.12", "", X86).text(LineKind.BRIDGE));
    }

    @Test
    void windowsOfAcpiAreMarked() throws CaptureException {
        assertTrue(WrittenLog.of("x86_64", "6.12", "", X86).text()
                .contains("pci_bus 0000:00: resource 5 [mem 0x80000000-0x8fffffff window]\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "6.12, 'pci 0000:01:00.0: BAR 0 [mem 0x80100000-0x80103fff 64bit]: can''t claim; no compatible bridge window'",
        "5.10, 'pci 0000:01:00.0: can''t claim BAR 0 [mem 0x80100000-0x80103fff 64bit]: no compatible bridge window'",
    })
    void aPlaceThatCannotBeKeptIsTold(String kernel, String expected) throws CaptureException {
        String narrow = X86.replace("bridge window [mem 0x80100000-0x801fffff]", "bridge window [mem 0x80300000-0x803fffff]");
        assertEquals(expected + "\n", WrittenLog.of("x86_64", kernel, "", narrow).text(LineKind.CLAIM));
    }

    @ParameterizedTest
    @CsvSource({
        "6.12, 'BAR 0 [mem size 0x00800000 pref]: can''t assign; no space', 'BAR 0 [mem size 0x00800000 pref]: failed to assign'",
        "5.10, 'BAR 0: no space for [mem size 0x00800000 pref]', 'BAR 0: failed to assign [mem size 0x00800000 pref]'",
    })
    void whatFindsNoPlaceFailsTwice(String kernel, String full, String failed) throws CaptureException {
        String large = ARM64.replace("0x000fffff pref", "0x007fffff pref");
        assertTrue(WrittenLog.of("aarch64", kernel, "", large).text(LineKind.PLACE)
                .contains("pci 0000:00:02.0: " + full + "\npci 0000:00:02.0: " + failed + '\n'));
    }

    @Test
    void requestsAreToldWhereTheyTakeEffect() throws CaptureException {
        assertEquals("""
                pci 0000:01:00.0: BAR 0 [mem 0x00000000-0x00003fff 64bit]: requesting alignment to 0x10000
                """, WrittenLog.of("aarch64", "6.12", "pci=resource_alignment=16@01:00.0", ARM64).text(LineKind.REQUEST));
    }

    @Test
    void aListThatCannotBeReadIsToldForEveryFunctionBehindIt() throws CaptureException {
        assertEquals("""
                PCI: Can't parse resource_alignment parameter: 2.0
                PCI: Can't parse resource_alignment parameter: 2.0
                PCI: Can't parse resource_alignment parameter: 2.0
                """, WrittenLog.of("aarch64", "6.12", "pci=resource_alignment=2.0", ARM64).text(LineKind.REQUEST));
    }

    @Test
    void anOrderThatIsTooHighIsTold() throws CaptureException {
        assertTrue(WrittenLog.of("aarch64", "6.12", "pci=resource_alignment=64@00:02.0", ARM64).text(LineKind.REQUEST)
                .contains("PCI: Invalid requested alignment (order 64)\n"));
    }

    @ParameterizedTest
    @CsvSource({"6.12, 'pci_bus 0000:00: '", "6.16, 'PCI: '"})
    void triesAreCounted(String kernel, String who) throws CaptureException {
        String large = ARM64.replace("0x000fffff pref", "0x007fffff pref");
        assertEquals("pci_bus 0000:00: max bus depth: 1 pci_try_num: 2\n" + who + "No. 2 try to assign unassigned res\n",
                WrittenLog.of("aarch64", kernel, "pci=realloc", large).text(LineKind.TRY));
    }

    @Test
    void whatStaysUnplacedIsAnsweredWithAdvice() throws CaptureException {
        String large = ARM64.replace("0x000fffff pref", "0x007fffff pref");
        assertEquals("pci_bus 0000:00: Some PCI device resources are unassigned, try booting with pci=realloc\n",
                WrittenLog.of("aarch64", "6.12", "", large).text(LineKind.TRY));
    }

    @Test
    void whatAWindowWouldLikeIsTold() throws CaptureException {
        String hotplug = ARM64 + """
                pcieport 0000:00:01.0: pciehp: Slot #1 AttnBtn+ PwrCtrl+ MRL- AttnInd+ PwrInd+ HotPlug+ Surprise+ Interlock+ NoCompl-
                """;
        assertEquals("""
                pci 0000:00:01.0: bridge window [io  0x1000-0x0fff] to [bus 01] add_size 1000
                pci 0000:00:01.0: bridge window [mem 0x00100000-0x000fffff 64bit pref] to [bus 01] add_size 200000 add_align 100000
                pci 0000:00:01.0: bridge window [mem 0x00100000-0x001fffff] to [bus 01] add_size 100000 add_align 100000
                """, WrittenLog.of("aarch64", "6.12", "", hotplug).text(LineKind.SIZE));
    }

    @Test
    void virtualFunctionsShowWhatTheyNeedTogether() throws CaptureException {
        String sriov = ARM64 + """
                pci 0000:01:00.0: VF BAR 0 [mem 0x00000000-0x00003fff 64bit]
                pci 0000:01:00.0: VF BAR 0 [mem 0x00000000-0x00007fff 64bit]: contains BAR 0 for 2 VFs
                """;
        assertEquals("""
                pci 0000:01:00.0: VF BAR 0 [mem 0x00000000-0x00003fff 64bit]
                pci 0000:01:00.0: VF BAR 0 [mem 0x00000000-0x00007fff 64bit]: contains BAR 0 for 2 VFs
                """, WrittenLog.of("aarch64", "6.12", "", sriov).text(LineKind.VF_BAR));
    }

    @ParameterizedTest
    @CsvSource({
        "6.12, 'BAR 0: trying firmware assignment', 'BAR 0 [mem 0x90000000-0x900fffff]: assigned'",
        "5.4, 'BAR 0: trying firmware assignment', 'BAR 0: assigned [mem 0x90000000-0x900fffff]'",
    })
    void firmwaresPlaceIsTheLastResort(String kernel, String trying, String assigned) throws CaptureException {
        String outside = """
                PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [mem 0x80000000-0x8007ffff window]
                pci_bus 0000:00: root bus resource [bus 00-ff]
                pci 0000:00:02.0: [8086:2922] type 00 class 0x010601 conventional PCI endpoint
                pci 0000:00:02.0: BAR 0 [mem 0x90000000-0x900fffff]
                """;
        assertTrue(WrittenLog.of("x86_64", kernel, "", outside).text(LineKind.PLACE).endsWith("pci 0000:00:02.0: " + trying
                + " [mem 0x90000000-0x900fffff]\npci 0000:00:02.0: " + assigned + '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.9", "4.19", "5.10", "6.1", "6.12", "6.17", "6.18", "7.0", "7.3"})
    void everyLineIsOfAKind(String kernel) throws CaptureException {
        String large = X86.replace("0x80103fff 64bit", "0x8fffffff 64bit");
        WrittenLog.of("x86_64", kernel, "pci=realloc,resource_alignment=20@00:1f.2", large).text().lines()
                .forEach(line -> assertTrue(LineKind.of(line).isPresent(), line));
    }
}
