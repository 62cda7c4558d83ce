package org.pcitopo.capture.lspci;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

class LspciReaderTest {

    private static final PciAddress NVME = new PciAddress(0, 1, 0, 0);
    private static final String TITLE =
            "01:00.0 Non-Volatile memory controller [0108]: Samsung SM981 [144d:a808] (prog-if 02 [NVM Express])\n";

    private static SourceFindings read(String text) {
        return LspciReader.read(SourceText.of("lspci.txt", text));
    }

    private static <T> List<T> findings(String text, Class<T> type) {
        return read(text).findings().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> List<T> answers(String text, Class<T> type) {
        return read(text).answers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Origin line(int number) {
        return Origin.read("lspci.txt", number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "01:00.0 Non-Volatile memory controller [0108]: Samsung SM981 [144d:a808] (rev 02) (prog-if 02 [NVM Express])|144d|a808",
        "0000:01:00.0 Ethernet controller [0200]: Intel I350 [x] [8086:1521] (rev 01)|8086|1521",
        "01:00.0 0108: 144d:a808 (prog-if 02)|144d|a808",
        "01:00.0 Class 0108: 144d:a808|144d|a808"})
    void ids(String title, String vendor, String device) {
        assertEquals(List.of(new Finding.VendorDevice(NVME, Integer.parseInt(vendor, 16), Integer.parseInt(device, 16), line(1))),
                findings(title, Finding.VendorDevice.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01:00.0 PCI bridge: Intel Port (rev 01) (prog-if 01 [Subtractive decode])",
        "01:00.0 PCI bridge [0604]: Intel Port [8086:2448] (prog-if 01 [Subtractive decode])", "01:00.0 0604: 8086:2448 (prog-if 01)"})
    void classWithProgrammingInterface(String title) {
        assertEquals(List.of(new Finding.ClassCode(NVME, 0x060401, line(1))), findings(title, Finding.ClassCode.class));
    }

    @Test
    void domainsOfMoreThanFourDigits() {
        assertEquals(List.of(new PciAddress(0x10000, 0xe1, 0, 0)),
                findings("10000:e1:00.0 Non-Volatile memory controller: X", Finding.Present.class).stream()
                        .map(Finding.Present::function).toList());
    }

    @Test
    void aBarIsAFactWithItsSize() {
        assertEquals(List.of(new Finding.Register(NVME, ResourceName.BAR0, ResourceType.MEM64, 0x4000, line(2))),
                findings(TITLE + "\tRegion 0: Memory at f7c00000 (64-bit, non-prefetchable) [size=16K]\n",
                        Finding.Register.class));
    }

    @Test
    void itsAddressIsAnAnswer() {
        assertEquals(List.of(new Answer.Outcome(new ResourceKey(NVME, ResourceName.BAR0), RecordedState.PLACED,
                Optional.of(AddressRange.ofSize(0xf7c00000L, 0x4000)), line(2))),
                answers(TITLE + "\tRegion 0: Memory at f7c00000 (64-bit, non-prefetchable) [disabled] [size=16K]\n",
                        Answer.Outcome.class));
    }

    @Test
    void portsAreThoseOfUserSpace() {
        assertEquals(List.of(new Answer.UserPorts(new ResourceKey(NVME, ResourceName.BAR4), AddressRange.ofSize(0xe000, 64),
                line(2))), answers(TITLE + "\tRegion 4: I/O ports at e000 [size=64]\n", Answer.UserPorts.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<unassigned>", "<ignored>"})
    void barsWithoutAddress(String place) {
        assertEquals(List.of(RecordedState.UNASSIGNED),
                answers(TITLE + "\tRegion 0: Memory at " + place + " (32-bit, prefetchable) [size=1M]\n", Answer.Outcome.class)
                        .stream().map(Answer.Outcome::state).toList());
    }

    @Test
    void whatMailersWrapIsJoined() {
        assertEquals(List.of(0x10000000L),
                findings("> " + TITLE + ">     Region 0: Memory at d0000000 (64-bit,\n> prefetchable) [si\n> ze=256M]\n",
                        Finding.Register.class).stream().map(Finding.Register::size).toList());
    }

    @Test
    void missingSizesAreAskedFor() {
        assertTrue(read(TITLE + "\tRegion 0: Memory at f7c00000 (64-bit, non-prefetchable)\n").remarks().get(0).text()
                .contains("no size"));
    }

    @Test
    void theShadowRom() {
        assertEquals(List.of(new Finding.RomState(NVME, false, true, line(2))),
                findings(TITLE + "\tExpansion ROM at 000c0000 [virtual] [disabled] [size=128K]\n", Finding.RomState.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Memory behind bridge: f7c00000-f7cfffff [size=1M] [32-bit]|MEM_WINDOW|PLACED",
        "Memory behind bridge: f7c00000-f7cfffff|MEM_WINDOW|PLACED",
        "Memory behind bridge: [disabled] [32-bit]|MEM_WINDOW|DISABLED",
        "I/O behind bridge: 0000f000-00000fff [disabled]|IO_WINDOW|DISABLED",
        "Prefetchable memory behind bridge: 00000000fff00000-00000000000fffff [disabled] [64-bit]|PREF_WINDOW|DISABLED",
        "Prefetchable memory behind bridge: 0000004000000000-00000040000fffff [size=1M]|PREF_WINDOW|PLACED"})
    void windows(String text, ResourceName name, RecordedState state) {
        Answer.Outcome outcome = answers("01:00.0 PCI bridge: X\n\t" + text + "\n", Answer.Outcome.class).get(0);

        assertEquals(name + " " + state, outcome.resource().name() + " " + outcome.state());
    }

    @Test
    void windowRegistersThatWereNeverWrittenTellNothing() {
        assertEquals(List.of(), answers("01:00.0 PCI bridge: X\n\tPrefetchable memory behind bridge: 00000000-000fffff [size=1M]\n",
                Answer.Outcome.class));
    }

    @Test
    void busNumbers() {
        assertEquals(List.of(new Finding.Buses(NVME, 2, 0x1f, line(2))),
                findings("01:00.0 PCI bridge: X\n\tBus: primary=01, secondary=02, subordinate=1f, sec-latency=0\n",
                        Finding.Buses.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Root Port (Slot+), MSI 00|ROOT_PORT", "Upstream Port, IntMsgNum 0|UPSTREAM_PORT",
        "Downstream Port (Slot-), MSI 00|DOWNSTREAM_PORT", "PCI-Express to PCI/PCI-X Bridge, MSI 00|PCIE_TO_PCI",
        "PCI/PCI-X to PCI-Express Bridge, MSI 00|PCI_TO_PCIE"})
    void kindsOfBridge(String port, BridgeKind kind) {
        assertEquals(List.of(kind), findings("01:00.0 PCI bridge: X\n\tBus: primary=01, secondary=02, subordinate=02\n"
                + "\tCapabilities: [40] Express (v2) " + port + "\n", Finding.KindOfBridge.class).stream()
                .map(Finding.KindOfBridge::kind).toList());
    }

    @Test
    void anEndpointThatCallsItselfAPortIsNone() {
        assertEquals(List.of(),
                findings(TITLE + "\tCapabilities: [40] Express (v2) Root Port (Slot-), MSI 00\n", Finding.KindOfBridge.class));
    }

    @ParameterizedTest
    @CsvSource({"HotPlug+, true", "HotPlug-, false"})
    void hotplug(String flag, boolean capable) {
        assertEquals(List.of(new Finding.Hotplug(NVME, capable, line(4))), findings(
                "01:00.0 PCI bridge: X\n\tBus: primary=01, secondary=02, subordinate=02\n"
                        + "\tCapabilities: [40] Express (v2) Root Port (Slot+), MSI 00\n"
                        + "\t\tSltCap:\tAttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- " + flag + " Surprise-\n",
                Finding.Hotplug.class));
    }

    @Test
    void msix() {
        assertEquals(List.of(new Finding.Msix(NVME, new MsixTable(33, 0, 0x3000, 4, 0x2000), line(4))), findings(TITLE
                + "\tCapabilities: [b0] MSI-X: Enable+ Count=33 Masked-\n\t\tVector table: BAR=0 offset=00003000\n"
                + "\t\tPBA: BAR=4 offset=00002000\n", Finding.Msix.class));
    }

    @Test
    void sriov() {
        assertEquals(List.of(new Finding.SriovCapability(NVME, 7, 1, 2, 0xa780, Set.of(0x1000L, 0x2000L), line(5))),
                findings(TITLE + "\tCapabilities: [320 v1] Single Root I/O Virtualization (SR-IOV)\n"
                        + "\t\tInitial VFs: 7, Total VFs: 7, Number of VFs: 0, Function Dependency Link: 00\n"
                        + "\t\tVF offset: 1, stride: 2, Device ID: a780\n"
                        + "\t\tSupported Page Size: 00000003, System Page Size: 00000001\n", Finding.SriovCapability.class));
    }

    @Test
    void aRegionInTheSriovCapabilityIsAVfBar() {
        assertEquals(List.of(new Finding.RegisterType(NVME, ResourceName.VF_BAR2, ResourceType.MEM64_PREF, line(3))),
                findings(TITLE + "\tCapabilities: [320 v1] Single Root I/O Virtualization (SR-IOV)\n"
                        + "\t\tRegion 2: Memory at 0000006000000000 (64-bit, prefetchable)\n", Finding.RegisterType.class));
    }

    @Test
    void resizableBars() {
        assertEquals(List.of(new Finding.ResizableBar(NVME, 0, List.of(1L << 28, 1L << 29, 1L << 30), line(3))),
                findings(TITLE + "\tCapabilities: [200 v1] Physical Resizable BAR\n"
                        + "\t\tBAR 0: current size: 256MB, supported: 256MB 512MB 1GB\n", Finding.ResizableBar.class));
    }

    @Test
    void driverAndGroup() {
        String text = TITLE + "\tIOMMU group: 15\n\tKernel driver in use: nvme\n";

        assertEquals("nvme 15", findings(text, Finding.Driver.class).get(0).name() + " "
                + findings(text, Finding.IommuGroup.class).get(0).group());
    }

    @Test
    void aHexDumpIsReadAsConfigurationSpace() {
        String dump = TITLE + """
                00: 4d 14 08 a8 06 04 10 00 00 02 08 01 00 00 00 00
                10: 04 00 c0 f7 00 00 00 00 00 00 00 00 00 00 00 00
                20: 00 00 00 00 00 00 00 00 00 00 00 00 4d 14 01 a8
                30: 00 00 00 00 40 00 00 00 00 00 00 00 0b 01 00 00
                """;

        assertEquals(List.of(new Finding.RegisterType(NVME, ResourceName.BAR0, ResourceType.MEM64, line(2))),
                findings(dump, Finding.RegisterType.class));
    }

    @Test
    void ofTwoListingsTheOneThatSaysMoreIsRead() {
        String text = "$ lspci\n" + TITLE + "$ lspci -vv\n" + TITLE
                + "\tRegion 0: Memory at f7c00000 (64-bit, non-prefetchable) [size=16K]\n";

        assertEquals(1, findings(text, Finding.Register.class).size());
    }

    @Test
    void withoutPrivilegesItSaysWhatIsMissing() {
        assertTrue(read(TITLE + "\tCapabilities: <access denied>\n").remarks().get(0).text().contains("sudo lspci -vv"));
    }

    @Provide
    Arbitrary<String> listings() {
        Arbitrary<String> parts = Arbitraries.of(TITLE, "\tRegion 0: ", "Memory at ", "f7c00000", "ffffffffffffffff", " (64-bit, ",
                "[size=", "16K]", "99999999999999E]", "\n", "Capabilities: [40] ", "MSI-X: Enable+ Count=", "9999",
                "Vector table: BAR=0 offset=", "PBA: BAR=7 offset=", "Express (v2) Root Port (Slot+)", "SltCap: HotPlug+",
                "Single Root I/O Virtualization", "Total VFs: 99999,", "Bus: primary=00, secondary=ff, subordinate=00",
                "00: ff ff", "Expansion ROM at ", " behind bridge: ", "-", "[", "(", "> ", "Physical Resizable BAR",
                "\tBAR 0: current size: 1MB, supported: 1MB", "fe:1f.7 PCI bridge: x\n");
        return parts.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void neverThrows(@ForAll("listings") String text) {
        assertDoesNotThrow(() -> read(text));
    }

    @Property(tries = 300)
    void neverThrowsOnAnyText(@ForAll String text) {
        assertDoesNotThrow(() -> read(text));
    }
}
