package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.capture.log.PciEvent.Remark;
import org.pcitopo.simulator.topology.BridgeKind;

/** Every wording of 3.x to 7.x that the reader knows. */
class PciLineParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400 PCIe Root Port | 8086:9d10 1 060400",
        "pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400 | 8086:9d10 1 060400",
        "pci 0000:00:1c.0: [8086:9d10] type 1 class 0x000604 | 8086:9d10 1 060400",
        "pci 10000:e0:06.0: [8086:464d] type 01 class 0x060400 PCIe Root Port | 8086:464d 1 060400",
        "pci 0000:03:00.0: [1524:1410] type 02 class 0x060700 | 1524:1410 2 060700",
        "pci 0000:00:00.0: [1af4:1009] type 00 class 0xff0000 | 1af4:1009 0 ff0000"})
    void enumeration(String line, String expected) {
        PciEvent.Found found = (PciEvent.Found) parse(line);
        assertEquals(expected, String.format("%04x:%04x %d %06x", found.vendor(), found.device(), found.headerType(), found.classCode()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PCIe Root Port | ROOT_PORT", "PCIe Switch Upstream Port | UPSTREAM_PORT", "PCIe Switch Downstream Port | DOWNSTREAM_PORT",
        "PCIe to PCI/PCI-X bridge | PCIE_TO_PCI", "PCI/PCI-X to PCIe bridge | PCI_TO_PCIE", "conventional PCI bridge | PCI"})
    void kindsOfBridges(String text, BridgeKind kind) {
        PciEvent.Found found = (PciEvent.Found) parse("pci 0000:00:1c.0: [8086:9d10] type 01 class 0x060400 " + text);
        assertEquals(Optional.of(kind), found.kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "reg 10: [mem 0xfe800000-0xfe8fffff] | OFFSET 16 NONE",
        "reg 0x10: [mem 0xfe800000-0xfe8fffff 64bit pref] | OFFSET 16 NONE",
        "reg 0x184: [mem 0x00000000-0x00003fff 64bit] | OFFSET 388 NONE",
        "BAR 0 [mem 0xfe800000-0xfe8fffff] | BAR 0 NONE",
        "BAR 0: [mem 0xfe800000-0xfe8fffff] | BAR 0 NONE",
        "ROM [mem 0x00000000-0x0003ffff pref] | ROM 6 NONE",
        "VF BAR 0 [mem 0x00000000-0x00003fff 64bit] | VF_BAR 0 NONE",
        "  bridge window [mem 0xfe600000-0xfe7fffff] | WINDOW 0 NONE",
        "  bridge window [mem disabled] | WINDOW 0 NONE",
        "  bridge window [mem 0x000a0000-0x000bffff window] (subtractive decode) | WINDOW 0 SUBTRACTIVE",
        "BAR 0: assigned [mem 0xd0000000-0xd0000fff] | INDEX 0 ASSIGNED",
        "BAR 13: assigned [io  0x1000-0x1fff] | INDEX 13 ASSIGNED",
        "BAR 0 [mem 0xd0000000-0xd0000fff]: assigned | BAR 0 ASSIGNED",
        "bridge window [io  0x1000-0x1fff]: assigned | WINDOW 0 ASSIGNED",
        "VF BAR 0 [mem 0x13804000-0x1380bfff 64bit]: assigned | VF_BAR 0 ASSIGNED",
        "BAR 7: no space for [io  size 0x1000] | INDEX 7 FAILED",
        "BAR 7: failed to assign [io  size 0x1000] | INDEX 7 FAILED",
        "BAR 0 [mem size 0x00001000]: can't assign; no space | BAR 0 FAILED",
        "BAR 0 [mem size 0x00001000]: can't assign; bogus alignment | BAR 0 FAILED",
        "ROM [mem size 0x00100000 pref]: failed to assign | ROM 6 FAILED",
        "BAR 8: can't assign mem (size 0x200000) | INDEX 8 FAILED",
        "can't claim BAR 0 [mem 0xfd000000-0xfdffffff]: no compatible bridge window | INDEX 0 CLAIM_FAILED",
        "BAR 0 [mem 0xfd000000-0xfdffffff]: can't claim; address conflict with pnp 00:03 [mem 0xfd000000-0xfd00ffff] | BAR 0 CLAIM_FAILED",
        "bridge window [mem 0xd8000000-0xde1fffff]: can't claim; no compatible bridge window | WINDOW 0 CLAIM_FAILED",
        "BAR 15: releasing [mem 0xfc000000-0xfc1fffff 64bit pref] | INDEX 15 RELEASED",
        "bridge window [mem 0xd4800000-0xd48fffff]: releasing | WINDOW 0 RELEASED",
        "resource 14 [mem 0xd4800000-0xd48fffff] released | INDEX 14 RELEASED",
        "BAR0 [mem size 0x00001000]: requesting alignment to 0x10000 | BAR 0 ALIGNMENT",
        "BAR 0 [mem 0x00000000-0x000000ff]: requesting alignment to 0x10000 | BAR 0 ALIGNMENT",
        "BAR 1 [io  0x03f6]: legacy IDE quirk | BAR 1 FIXED",
        "legacy IDE quirk: reg 0x10: [io  0x01f0-0x01f7] | OFFSET 16 FIXED",
        "BAR 0: [mem 0xfd000000-0xfdffffff] (from Enhanced Allocation, properties 0x0) | BAR 0 FIXED",
        "bridge window [mem 0x00100000-0x001fffff] to [bus 07] requires relaxed alignment rules | WINDOW 0 SIZED",
        "disabling bridge window [mem 0x00000000-0x000fffff 64bit pref] to [bus 01] (unused) | WINDOW 0 DISABLED",
        "bridge window [mem 0xd5000000-0xd97fffff]: failed to expand by 0x100000 | WINDOW 0 OTHER"})
    void resources(String rest, String expected) {
        PciEvent.Shown shown = (PciEvent.Shown) parse("pci 0000:00:1c.0: " + rest.strip());
        assertEquals(expected, shown.place().naming() + " " + shown.place().number() + " " + shown.remark());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "VF(n) BAR2 space: [mem 0x00000000-0xdfffffff 64bit pref] (contains BAR2 for 7 VFs)",
        "VF BAR 2 [mem 0x00000000-0xdfffffff 64bit pref]: contains BAR 2 for 7 VFs"})
    void allVfsTogether(String rest) {
        PciEvent.VfTotal total = (PciEvent.VfTotal) parse("pci 0000:00:02.0: " + rest);
        assertEquals("2 7", total.bar() + " " + total.count());
    }

    @Test
    void optionalBytes() {
        PciEvent.Optionally optionally = (PciEvent.Optionally) parse(
                "pcieport 0000:02:02.0: bridge window [mem 0x00100000-0x000fffff 64bit pref] to [bus 39-3b] add_size 200000 add_align 100000");
        assertEquals(0x200000, optionally.amount());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PCI host bridge to bus 0000:00 | HostFound[domain=0, bus=0, driver=]",
        "pci-host-generic 4010000000.pcie: PCI host bridge to bus 0000:00 | HostFound[domain=0, bus=0, driver=pci-host-generic 4010000000.pcie]",
        "pci_bus 0000:00: root bus resource [bus 00-7f] | RootBuses[domain=0, bus=0, first=0, last=127]",
        "pci_bus 0000:00: root bus resource [bus 00] | RootBuses[domain=0, bus=0, first=0, last=0]",
        "pci_bus 0001:02: busn_res: [bus 02-ff] end is updated to 03 | BusEnd[domain=1, bus=2, last=3]",
        "ACPI: PCI Root Bridge [PC80] (domain 0000 [bus 80-82]) | AcpiRoot[domain=0, firstBus=128, lastBus=130, name=PC80]",
        "ACPI: PCI Root Bridge [PCI0] (0000:00) | AcpiRoot[domain=0, firstBus=0, lastBus=255, name=PCI0]",
        "pci 0000:00:1c.0: PCI bridge to [bus 01-39] | BridgeTo[function=0000:00:1c.0, driver=pci, secondary=1, subordinate=57, subtractive=false]",
        "pci 0000:00:1e.0: PCI bridge to [bus 05] (subtractive decode) | BridgeTo[function=0000:00:1e.0, driver=pci, secondary=5, subordinate=5, subtractive=true]",
        "pcieport 0000:00:1c.0: Adding to iommu group 4 | IommuGroup[function=0000:00:1c.0, driver=pcieport, group=4]",
        "iommu: Adding device 0000:00:1c.0 to group 4 | IommuGroup[function=0000:00:1c.0, driver=pci, group=4]",
        "nvme 0000:01:00.0: enabling device (0000 -> 0002) | Enabling[function=0000:01:00.0, driver=nvme, before=0, after=2]",
        "pci 0000:00:02.0: Video device with shadowed ROM at [mem 0x000c0000-0x000dffff] | ShadowRom[function=0000:00:02.0, driver=pci]"})
    void otherEvents(String line, String expected) {
        assertEquals(expected, parse(line).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pcieport 0000:00:0b.0: pciehp: Slot #1 AttnBtn+ PwrCtrl+ MRL- AttnInd+ PwrInd+ HotPlug+ Surprise+ Interlock+ | true",
        "pciehp 0000:00:1c.4:pcie004: Slot #4 AttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- HotPlug- Surprise- Interlock- | false"})
    void slotCapabilities(String line, boolean hotplug) {
        assertEquals(hotplug, ((PciEvent.SlotCapabilities) parse(line)).hotplug());
    }

    @Test
    void hostWindowsHaveAnOffset() {
        PciEvent.RootWindow window = (PciEvent.RootWindow) parse(
                "pci_bus 0000:00: root bus resource [mem 0x600c000000000-0x600c07ffeffff] (bus address [0x80000000-0xfffeffff])");
        assertEquals(0x600c000000000L - 0x80000000L, window.offset());
    }

    @Test
    void quirksClaimPorts() {
        PciEvent.QuirkClaims quirk = (PciEvent.QuirkClaims) parse(
                "pci 0000:00:1f.0: quirk: [io  0x0600-0x067f] claimed by ICH6 ACPI/GPIO/TCO");
        assertEquals("0x00000600-0x0000067f ICH6 ACPI/GPIO/TCO", quirk.range() + " " + quirk.owner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACPI: Interpreter enabled", "pci_bus", "pci_bus 0000:0", "PCI: CLS 0 bytes, default 64",
        "i2c 0000:00:00: hello", "pci 0000:00:20.0: device number above 1f", "ISA bridge PCI attached: 0000:00:00.0"})
    void otherLinesSayNothing(String line) {
        assertTrue(PciLineParser.parse(line).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAR 0: assigned to efifb", "reg 0x14: invalid BAR (can't size)", "BAR 0: error updating (0x1 != 0x2)",
        "supports D1 D2", "bridge configuration invalid ([bus 00-00]), reconfiguring",
        "BAR 0 [??? 0x00000000 flags 0x20000000]: can't assign; bogus alignment"})
    void linesWithoutAResourceSayOnlyThatTheFunctionExists(String rest) {
        assertTrue(parse("pci 0000:00:1c.0: " + rest) instanceof PciEvent.Other);
    }

    @ParameterizedTest
    @CsvSource({": assigned, ASSIGNED", "'', NONE", "' # intel-lpss', NONE", ": no initial claim (no window), NONE"})
    void tails(String tail, Remark remark) {
        assertEquals(remark, PciLineParser.remark(tail));
    }

    private static PciEvent parse(String line) {
        return PciLineParser.parse(line).orElseThrow();
    }
}
