package org.pcitopo.capture.sysfs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

class SysfsReaderTest {

    private static final PciAddress FUNCTION = new PciAddress(0, 1, 0, 0);
    private static final String ZERO = "0x0000000000000000 0x0000000000000000 0x0000000000000000\n";

    private static SourceFindings read(Map<String, String> attributes) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        attributes.forEach((name, text) -> files.put(FUNCTION + "/" + name, text.getBytes(StandardCharsets.ISO_8859_1)));
        return SysfsReader.read(new SourceInput.DeviceTree("b", files));
    }

    private static SourceFindings resource(String text, String... more) {
        Map<String, String> attributes = new TreeMap<>(Map.of("resource", text));
        for (int i = 0; i < more.length; i += 2) {
            attributes.put(more[i], more[i + 1]);
        }
        return read(attributes);
    }

    private static <T> List<T> only(List<?> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Origin line(int number) {
        return Origin.read("b/0000:01:00.0/resource", number);
    }

    private static String lines(int before, String line, int after) {
        return ZERO.repeat(before) + line + "\n" + ZERO.repeat(after);
    }

    private static Optional<Answer.Outcome> outcome(SourceFindings findings, ResourceName name) {
        return only(findings.answers(), Answer.Outcome.class).stream()
                .filter(outcome -> outcome.resource().name() == name).findFirst();
    }

    @Test
    void ids() {
        assertEquals(List.of(new Finding.VendorDevice(FUNCTION, 0x144d, 0xa808, Origin.read("b/0000:01:00.0/vendor", 1))),
                only(read(Map.of("vendor", "0x144d\n", "device", "0xa808\n")).findings(), Finding.VendorDevice.class));
    }

    @Test
    void sizesAndTypesAreFacts() {
        assertEquals(List.of(new Finding.Register(FUNCTION, ResourceName.BAR0, ResourceType.MEM64, 0x4000, line(1))),
                only(resource("0x00000000fe600000 0x00000000fe603fff 0x0000000000140204\n" + ZERO.repeat(12)).findings(),
                        Finding.Register.class));
    }

    @Test
    void addressesAreAnswers() {
        SourceFindings read = resource("0x00000000fe600000 0x00000000fe603fff 0x0000000000140204\n" + ZERO.repeat(12));

        assertEquals(new Answer.Outcome(new ResourceKey(FUNCTION, ResourceName.BAR0), RecordedState.PLACED,
                Optional.of(AddressRange.ofSize(0xfe600000L, 0x4000)), line(1)), outcome(read, ResourceName.BAR0).orElseThrow());
    }

    @Test
    void aLineOfZerosHasNoPlace() {
        assertEquals(Optional.of(RecordedState.UNASSIGNED),
                outcome(resource(ZERO.repeat(13)), ResourceName.BAR2).map(Answer.Outcome::state));
    }

    @Test
    void theUpperHalfOfAWideBarIsNoResource() {
        SourceFindings read = resource("0x00000000fe600000 0x00000000fe603fff 0x0000000000140204\n" + ZERO.repeat(12));

        assertEquals(Optional.empty(), outcome(read, ResourceName.BAR1));
    }

    @Test
    void portsAreThoseOfUserSpace() {
        assertEquals(List.of(new Answer.UserPorts(new ResourceKey(FUNCTION, ResourceName.BAR1),
                AddressRange.ofSize(0x1000, 0x40), line(2))),
                only(resource(lines(1, "0x0000000000001000 0x000000000000103f 0x0000000000040101", 11)).answers(),
                        Answer.UserPorts.class));
    }

    @Test
    void windowsOfABridge() {
        String windows = lines(14, "0x00000000fe600000 0x00000000fe7fffff 0x0000000000000200", 2);

        assertEquals(Optional.of(new AddressRange(0xfe600000L, 0xfe7fffffL)),
                outcome(resource(windows, "class", "0x060400\n"), ResourceName.MEM_WINDOW).flatMap(Answer.Outcome::range));
    }

    @Test
    void withoutSriovInTheKernelWindowsMoveUp() {
        String windows = lines(8, "0x00000000fe600000 0x00000000fe7fffff 0x0000000000000200", 2);

        assertEquals(Optional.of(new AddressRange(0xfe600000L, 0xfe7fffffL)),
                outcome(resource(windows, "class", "0x060400\n"), ResourceName.MEM_WINDOW).flatMap(Answer.Outcome::range));
    }

    @Test
    void failedWindowsOfNewerKernelsKeepTheirFlags() {
        String windows = lines(14, "0x0000000000000000 0x00000000000fffff 0x0000000030000200", 2);

        assertEquals(Optional.of(RecordedState.DISABLED),
                outcome(resource(windows, "class", "0x060400\n"), ResourceName.MEM_WINDOW).map(Answer.Outcome::state));
    }

    @Test
    void aVfBarHasTheSizeOfOneVf() {
        String resources = lines(7, "0x0000000010004000 0x0000000010013fff 0x0000000000140204", 5);

        assertEquals(List.of(0x4000L), only(resource(resources, "sriov_totalvfs", "4\n").findings(), Finding.Register.class)
                .stream().map(Finding.Register::size).toList());
    }

    @Test
    void aVfBarWithoutFlagsIsNoResource() {
        SourceFindings read = resource(lines(7, "0x0000000000000000 0x0000000000003fff 0x0000000000000000", 5),
                "sriov_totalvfs", "4\n");

        assertEquals(List.of(), only(read.findings(), Finding.Register.class));
    }

    @Test
    void theShadowRom() {
        SourceFindings read = resource(lines(6, "0x00000000000c0000 0x00000000000dffff 0x0000000000000212", 6));

        assertEquals(Optional.of(RecordedState.SHADOW), outcome(read, ResourceName.ROM).map(Answer.Outcome::state));
    }

    @Test
    void configIsReadForItsCapabilities() {
        byte[] config = new byte[256];
        config[0] = (byte) 0x36;
        config[1] = 0x1b;
        config[6] = 0x10;
        config[0x0e] = 1;
        config[0x34] = 0x40;
        config[0x40] = 0x10;
        config[0x42] = 0x42;
        config[0x43] = 0x01;
        config[0x54] = 0x40;

        assertEquals(List.of(new Finding.Hotplug(FUNCTION, true, Origin.read("b/0000:01:00.0/config", 0))),
                only(read(Map.of("config", new String(config, StandardCharsets.ISO_8859_1))).findings(), Finding.Hotplug.class));
    }

    @Test
    void aShortConfigIsExplained() {
        byte[] config = new byte[64];
        config[0] = 1;

        assertTrue(read(Map.of("config", new String(config, StandardCharsets.ISO_8859_1))).remarks().get(0).text()
                .contains("copy it as root"));
    }

    @Test
    void groupAndDriverComeFromTheLinksEnds() {
        SourceFindings read = read(Map.of("iommu_group", "../../../kernel/iommu_groups/7", "driver", "../../drivers/nvme"));

        assertEquals("7 nvme", only(read.findings(), Finding.IommuGroup.class).get(0).group() + " "
                + only(read.findings(), Finding.Driver.class).get(0).name());
    }

    @Test
    void virtualFunctionsAreNotPartOfTheMachine() {
        assertEquals(List.of(), read(Map.of("physfn", "../0000:01:00.1", "vendor", "0x8086")).findings());
    }

    @Property(tries = 500)
    void neverThrows(@ForAll @Size(max = 300) String text, @ForAll @Size(max = 300) byte[] config) {
        assertDoesNotThrow(() -> read(Map.of("resource", text, "vendor", text, "class", text, "iommu_group", text,
                "sriov_totalvfs", text, "resource0_resize", text, "config", new String(config, StandardCharsets.ISO_8859_1))));
    }
}
