package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.Decode;

/** Facts stand before the first assignment, answers behind it. */
class KernelLogReaderTest {

    private static final String ARM = """
            pci-host-generic 4010000000.pcie: PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [bus 00-ff]
            pci_bus 0000:00: root bus resource [mem 0x10000000-0x3efeffff]
            pci 0000:00:0b.0: [1b36:000c] type 01 class 0x060400 PCIe Root Port
            pci 0000:00:0b.0: BAR 0 [mem 0x00000000-0x00000fff]
            pci 0000:00:0b.0: PCI bridge to [bus 00]
            pci 0000:00:0b.0: bridge configuration invalid ([bus 00-00]), reconfiguring
            pci 0000:01:00.0: [15ad:07b0] type 00 class 0x020000 PCIe Endpoint
            pci 0000:01:00.0: BAR 0 [mem 0x00000000-0x00000fff]
            pci 0000:01:00.0: ROM [mem 0x00000000-0x0003ffff pref]
            pci 0000:00:0b.0: bridge window [mem 0x10000000-0x100fffff]: assigned
            pci 0000:00:0b.0: BAR 0 [mem 0x10100000-0x10100fff]: assigned
            pci 0000:00:0b.0: bridge window [io  size 0x1000]: can't assign; no space
            pci 0000:00:0b.0: bridge window [io  size 0x1000]: failed to assign
            pci 0000:01:00.0: ROM [mem 0x10000000-0x1003ffff pref]: assigned
            pci 0000:01:00.0: BAR 0 [mem 0x10040000-0x10040fff]: assigned
            pci 0000:00:0b.0: PCI bridge to [bus 01]
            pci 0000:00:0b.0:   bridge window [mem 0x10000000-0x100fffff]
            pci_bus 0000:00: resource 4 [mem 0x10000000-0x3efeffff]
            pci_bus 0000:01: resource 1 [mem 0x10000000-0x100fffff]
            """;

    private static final String X86 = """
            BIOS-e820: [mem 0x0000000000000000-0x000000000009fbff] usable
            PCI host bridge to bus 0000:00
            pci_bus 0000:00: root bus resource [mem 0xc0000000-0xfebfffff window]
            pci 0000:00:02.0: [1234:1111] type 00 class 0x030000
            pci 0000:00:02.0: BAR 0 [mem 0xfd000000-0xfdffffff pref]
            pci 0000:00:02.0: BAR 2 [mem 0xfebf0000-0xfebf0fff]
            pci 0000:00:02.0: Video device with shadowed ROM at [mem 0x000c0000-0x000dffff]
            pci 0000:00:03.0: [8086:1572] type 00 class 0x020000
            pci 0000:00:03.0: BAR 0 [mem 0x00000000-0x00003fff 64bit]
            """;

    private static final String LIST = "pci_bus 0000:00: resource 4 [mem 0xc0000000-0xfebfffff window]\n";

    @Test
    void sizesAreFacts() {
        assertEquals(List.of("0000:00:0b.0 BAR 0 4096", "0000:01:00.0 BAR 0 4096", "0000:01:00.0 ROM 262144"),
                LogText.findings(ARM, Finding.Register.class).stream()
                        .map(one -> one.function() + " " + one.name() + " " + one.size()).toList());
    }

    /** Where functions come from a device tree, no other line shows it. */
    @Test
    void requestsTellTheSizeThatTheyEnlarge() {
        String log = """
                pci_bus 0000:00: root bus resource [mem 0x200080000000-0x2000ffffffff]
                pci 0000:00:07.0: BAR 2 [mem 0x200090020000-0x2000900200ff]: requesting alignment to 0x2000
                """;
        assertEquals(List.of(256L), LogText.findings(log, Finding.Register.class).stream().map(Finding.Register::size).toList());
    }

    @Test
    void assignedAddressesAreNoFacts() {
        assertTrue(LogText.findings(ARM, Finding.FirmwareAddress.class).stream().allMatch(one -> one.start().getAsLong() == 0));
    }

    @Test
    void finalWindowsAreNoFacts() {
        assertTrue(LogText.findings(ARM, Finding.FirmwareWindow.class).isEmpty());
    }

    @Test
    void outcome() {
        assertEquals(List.of(
                "0000:00:0b.0 BAR 0 PLACED 0x10100000-0x10100fff",
                "0000:01:00.0 BAR 0 PLACED 0x10040000-0x10040fff",
                "0000:01:00.0 ROM PLACED 0x10000000-0x1003ffff",
                "0000:00:0b.0 io window UNASSIGNED",
                "0000:00:0b.0 mem window PLACED 0x10000000-0x100fffff",
                "0000:00:0b.0 pref window DISABLED"), LogText.outcomes(ARM));
    }

    @Test
    void x86KeepsWhatNoLineMoves() {
        assertEquals(List.of(
                "0000:00:02.0 BAR 0 PLACED 0xfd000000-0xfdffffff",
                "0000:00:02.0 BAR 2 PLACED 0xfebf0000-0xfebf0fff",
                "0000:00:03.0 BAR 0 UNASSIGNED",
                "0000:00:02.0 ROM SHADOW"), LogText.outcomes(X86 + LIST));
    }

    @Test
    void aLogThatEndsTooEarlyShowsNoOutcome() {
        assertEquals(List.of("0000:00:02.0 ROM SHADOW"), LogText.outcomes(X86));
    }

    @Test
    void theLastWordCounts() {
        assertTrue(LogText.outcomes(X86 + """
                pci 0000:00:03.0: BAR 0 [mem size 0x00004000 64bit]: can't assign; no space
                pci 0000:00:03.0: BAR 0 [mem 0xc0000000-0xc0003fff 64bit]: assigned
                """ + LIST).contains("0000:00:03.0 BAR 0 PLACED 0xc0000000-0xc0003fff"));
    }

    @Test
    void releasesThatAreNotPlacedAgainStayUnassigned() {
        assertTrue(LogText.outcomes(X86 + """
                pci 0000:00:02.0: BAR 2 [mem 0xfebf0000-0xfebf0fff]: releasing
                """ + LIST).contains("0000:00:02.0 BAR 2 UNASSIGNED"));
    }

    @Test
    void driversThatResizeLaterDoNotChangeTheOutcome() {
        String log = X86 + LIST + """
                amdgpu 0000:00:02.0: BAR 0 [mem 0xfd000000-0xfdffffff pref]: releasing
                amdgpu 0000:00:02.0: BAR 0 [mem 0xd0000000-0xdfffffff pref]: assigned
                """;
        assertTrue(LogText.outcomes(log).contains("0000:00:02.0 BAR 0 PLACED 0xfd000000-0xfdffffff"));
        assertEquals(List.of("0000:00:02.0 BAR 0 UNASSIGNED", "0000:00:02.0 BAR 0 PLACED 0xd0000000-0xdfffffff"), LogText.later(log));
    }

    @Test
    void functionsThatComeLaterAreNamed() {
        assertEquals(List.of("0000:3a:00.0"), LogText.findings(X86 + LIST + """
                pci 0000:3a:00.0: [8086:15b5] type 00 class 0x0c0330
                pci 0000:3a:00.0: BAR 0 [mem 0xd9f00000-0xd9f0ffff]
                """, Finding.AppearedLater.class).stream().map(one -> one.function().toString()).toList());
    }

    @Test
    void hotplugAfterTheAssignmentIsAFact() {
        assertEquals(1, LogText.findings(ARM
                + "pcieport 0000:00:0b.0: pciehp: Slot #1 AttnBtn+ PwrCtrl+ MRL- HotPlug+ Surprise+\n", Finding.Hotplug.class).size());
    }

    @Test
    void decodeBitsFromBeforeTheDriver() {
        assertEquals(new Decode(false, true), LogText.findings(X86 + LIST + "e1000 0000:00:03.0: enabling device (0002 -> 0003)\n",
                Finding.DecodeBits.class).get(0).decode());
    }

    @Test
    void decodeBitsThatTheKernelClearedTellNothing() {
        assertTrue(LogText.findings(X86 + """
                pci 0000:00:03.0: BAR 0 [mem 0x00000000-0x00003fff 64bit]: requesting alignment to 0x10000
                """ + LIST + "e1000 0000:00:03.0: enabling device (0000 -> 0002)\n", Finding.DecodeBits.class).isEmpty());
    }

    @Test
    void oldVfBarsAreNamedByTheLineBehind() {
        assertEquals(List.of("VF BAR 3 16384"), LogText.findings("""
                pci 0000:05:00.0: [8086:1572] type 00 class 0x020000
                pci 0000:05:00.0: reg 0x190: [mem 0x00000000-0x00003fff 64bit pref]
                pci 0000:05:00.0: VF(n) BAR3 space: [mem 0x00000000-0x000fffff 64bit pref] (contains BAR3 for 64 VFs)
                """, Finding.Register.class).stream().map(one -> one.name() + " " + one.size()).toList());
    }

    @Test
    void eachDeviceTreeHostHasItsOwnLineBetweenFactsAndAnswers() {
        assertEquals(2, LogText.findings("""
                pci-rcar-gen2 ee090000.pci: PCI host bridge to bus 0000:00
                pci 0000:00:01.0: [1033:0035] type 00 class 0x0c0310
                pci 0000:00:01.0: BAR 0 [mem 0x00000000-0x00000fff]
                pci 0000:00:01.0: BAR 0 [mem 0xee080000-0xee080fff]: assigned
                pci_bus 0000:00: resource 4 [mem 0xee080000-0xee08ffff]
                pci-rcar-gen2 ee0d0000.pci: PCI host bridge to bus 0001:01
                pci 0001:01:01.0: [1033:0035] type 00 class 0x0c0310
                pci 0001:01:01.0: BAR 0 [mem 0x00000000-0x00000fff]
                """, Finding.Register.class).size());
    }

    @Test
    void iodaSegmentsGoToTheHostWhoseWindowTheyDescribe() {
        Finding.IodaOfHost ioda = LogText.findings("""
                Initializing IODA2 PHB (/pciex@600c3c0000000)
                PCI host bridge /pciex@600c3c0000000 (primary) ranges:
                 MEM 0x000600c000000000..0x000600c07ffeffff -> 0x0000000080000000
                 MEM 0x0006000000000000..0x0006003fffffffff -> 0x0006000000000000 (M64 #1..31)
                  512 (511) PE's M32: 0x80000000 [segment=0x400000]
                                 M64: 0x4000000000 [segment=0x20000000]
                PCI host bridge to bus 0003:00
                pci_bus 0003:00: root bus resource [mem 0x600c000000000-0x600c07ffeffff] (bus address [0x80000000-0xfffeffff])
                """, Finding.IodaOfHost.class).get(0);
        assertEquals("3 Ioda[totalPes=512, reservedPe=511, m32Segment=4194304, m64Segment=536870912, ioSegment=0]",
                ioda.domain() + " " + ioda.ioda());
    }

    @Test
    void aDriverThatComplainsBeforeTheLogBeginsChangesNothing() {
        assertFalse(LogText.findings("snd_ctxfi 0000:00:03.0: Something wrong!!!\n" + X86, Finding.Register.class).isEmpty());
    }

    @Test
    void driversAreNamedByTheirMessages() {
        assertEquals(List.of("0000:00:03.0 vfio-pci"), LogText.findings(X86 + LIST + """
                i40e 0000:00:03.0: enabling device (0000 -> 0002)
                vfio-pci 0000:00:03.0: resetting
                """, Finding.Driver.class).stream().map(one -> one.function() + " " + one.name()).toList());
    }

    @Test
    void legacyIdePortsReplaceWhatTheRegisterShows() {
        assertEquals(List.of("0x1f0 8"), LogText.findings("""
                pci 0000:00:1f.1: [8086:7010] type 00 class 0x010180
                pci 0000:00:1f.1: BAR 0 [io  0x0000-0x0007]
                pci 0000:00:1f.1: BAR 0 [io  0x01f0-0x01f7]: legacy IDE quirk
                """, Finding.FirmwareAddress.class).stream()
                .map(one -> "0x" + Long.toHexString(one.start().getAsLong()) + " 8").toList());
    }

    @Test
    void registersOutsideEveryHostWindowAreNotKept() {
        assertTrue(LogText.outcomes(X86 + """
                pci 0000:00:04.0: [1957:0030] type 00 class 0x0b2000
                pci 0000:00:04.0: BAR 0 [mem 0x1ff00000-0x1fffffff]
                """ + LIST).contains("0000:00:04.0 BAR 0 UNASSIGNED"));
    }

    @Test
    void aHostThatIsListedBeforeItsFunctionsArePoweredOnKeepsThem() {
        assertEquals(1, LogText.findings("""
                spacemit-k1-pcie ca400000.pcie: PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [mem 0x90000000-0x9effffff]
                pci_bus 0000:00: resource 4 [mem 0x90000000-0x9effffff]
                pci 0000:00:00.0: [1e5d:3003] type 01 class 0x060400 PCIe Root Port
                pci 0000:00:00.0: BAR 0 [mem 0x00000000-0x000fffff]
                """, Finding.Register.class).size());
    }

    @Test
    void anEmptyLogSaysNothing() {
        assertTrue(LogText.read("").findings().isEmpty());
    }

    /** Up to 5.19 the quirk comes after the assignment, which had placed the ROM. */
    @Test
    void aRomThatIsShadowedLaterWasPlacedFirst() {
        String log = """
                Command line: quiet
                ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])
                pci_bus 0000:00: root bus resource [mem 0xe0000000-0xfebfffff window]
                pci 0000:00:02.0: [1013:00b8] type 00 class 0x030000
                pci 0000:00:02.0: reg 0x30: [mem 0xfebc0000-0xfebcffff pref]
                pci_bus 0000:00: resource 4 [mem 0xe0000000-0xfebfffff window]
                pci 0000:00:02.0: Video device with shadowed ROM at [mem 0x000c0000-0x000dffff]
                """;
        assertEquals(List.of("0000:00:02.0 ROM PLACED 0xfebc0000-0xfebcffff"), LogText.outcomes(log));
        assertEquals(List.of("0000:00:02.0 ROM SHADOW"), LogText.later(log));
    }

    @Test
    void aRegisterThatHoldsZeroIsNotSetUpBehindAnOffsetEither() {
        assertEquals(List.of("0001:03:0c.0 BAR 0 UNASSIGNED"), LogText.outcomes("""
                Using PowerMac machine description
                PCI host bridge to bus 0001:00
                pci_bus 0001:00: root bus resource [io  0x900000-0xcfffff] (bus address [0x0000-0x3fffff])
                pci 0001:03:0c.0: [1166:0240] type 00 class 0x01018f
                pci 0001:03:0c.0: reg 0x10: [io  0x900000-0x900007]
                pci_bus 0001:00: resource 4 [io  0x900000-0xcfffff]
                """));
    }

    @Test
    void theLastBusIsKnownOnceABusIsScanned() {
        assertEquals(List.of("0000:00:1c.0 1-255", "0000:00:1c.0 1-2"), LogText.findings("""
                PCI host bridge to bus 0000:00
                pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400
                pci 0000:00:1c.0: PCI bridge to [bus 01-ff]
                pci_bus 0000:01: busn_res: [bus 01-ff] end is updated to 02
                pci_bus 0000:00: busn_res: [bus 00-ff] end is updated to 02
                """, Finding.Buses.class).stream()
                .map(buses -> buses.function() + " " + buses.secondary() + "-" + buses.subordinate()).toList());
    }

    @Test
    void theMemoryWindowOfApplesBridgeIsThatOfItsHost() {
        assertEquals(List.of("0000:00:0b.0 [0xb0000000-0xbfffffff]"), LogText.findings("""
                PCI host bridge to bus 0000:00
                pci 0000:00:0b.0: [106b:005b] type 01 class 0x060400 PCIe Root Port
                PCI: Fixup U4 PCIe bridge range: [mem 0xb0000000-0xbfffffff]
                """, Finding.FirmwareWindow.class).stream()
                .map(window -> window.function() + " " + window.range().stream().toList()).toList());
    }

    private static final String UNPLACED = """
            PCI host bridge to bus 0000:5d
            pci 0000:5e:00.0: [1000:0097] type 00 class 0x010700
            pci 0000:5e:00.0: VF(n) BAR0 space: [mem %s-0x000fffff 64bit] (contains BAR0 for 16 VFs)
            pci_bus 0000:5d: Some PCI device resources are unassigned, try booting with pci=realloc
            """;

    private static List<Boolean> triesAgain(String log) {
        return LogText.findings(log, Finding.Configured.class).stream()
                .filter(setting -> setting.name().equals("PCI_REALLOC_ENABLE_AUTO")).map(Finding.Configured::on).toList();
    }

    @Test
    void aKernelThatOnlyAdvisesReallocationDoesNotDoItByItself() {
        assertEquals(List.of(false), triesAgain(UNPLACED.formatted("0x00000000")));
    }

    @Test
    void withoutAnEmptyVfBarItWouldNotHaveAnyway() {
        assertEquals(List.of(), triesAgain(UNPLACED.formatted("0x000f0000")));
    }

    @Test
    void mvebusPortsHaveNoPrefetchableWindow() {
        List<Finding.WindowType> types = LogText.findings("""
                mvebu-pcie soc:pcie: PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [mem 0xe0000000-0xe7ffffff]
                pci 0000:00:01.0: [11ab:6820] type 01 class 0x060400
                pci 0000:01:00.0: [11ab:6820] type 01 class 0x060400
                """, Finding.WindowType.class);
        assertEquals(List.of("0000:00:01.0 pref window Optional.empty"),
                types.stream().map(type -> type.function() + " " + type.name() + " " + type.type()).toList());
    }
}
