package org.pcitopo.capture.bundle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

class BundleReadersTest {

    private static final Origin VFIO = Origin.read("vfio.json", 0);

    private static List<Finding> meta(String json) {
        return MetaReader.read(SourceText.of("meta.json", json)).findings();
    }

    private static List<Answer> vfio(String json) {
        return VfioReader.read(SourceText.of("vfio.json", json)).answers();
    }

    private static <T> List<T> only(List<?> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void theStableLevelComesFromTheKernelsVersion() {
        assertEquals(List.of(KernelRelease.of("6.1.176")), only(meta("""
                {"kernel": "6.1.0-50-amd64", "kernelVersion": "#1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07-02)"}
                """), Finding.Release.class).stream().map(Finding.Release::release).toList());
    }

    @Test
    void elseFromItsName() {
        assertEquals(List.of(KernelRelease.of("6.12.107")), only(meta("{\"kernel\": \"6.12.107\", \"kernelVersion\": \"#1 SMP\"}"),
                Finding.Release.class).stream().map(Finding.Release::release).toList());
    }

    @Test
    void pageSizeAndCommandLineWithTheirLines() {
        assertEquals(List.of(new Finding.PageSize(65536, Origin.read("meta.json", 2)),
                new Finding.CommandLine("pci=realloc", Origin.read("meta.json", 3))),
                meta("{\n\"pageSize\": 65536,\n\"commandLine\": \"pci=realloc\"\n}"));
    }

    @ParameterizedTest
    @CsvSource({"x86_64, q35, SeaBIOS, X86", "aarch64, virt, none (device tree), ARM64_DT", "ppc64le, powernv9, skiboot, POWERNV",
        "ppc64le, pseries, SLOF, PSERIES", "riscv64, virt, device tree, GENERIC_DT", "aarch64, virt, EDK2 (ACPI), ARM64_ACPI"})
    void machines(String architecture, String machine, String firmware, Machine expected) {
        assertEquals(List.of(expected), only(meta(String.format("{\"arch\": \"%s\", \"machine\": \"%s\", \"firmware\": \"%s\"}",
                architecture, machine, firmware)), Finding.MachineIs.class).stream().map(Finding.MachineIs::machine).toList());
    }

    @Test
    void whatWasDoneAfterTheBoot() {
        PciAddress function = PciAddress.parse("0000:01:00.0").orElseThrow();
        assertEquals(List.of(new BootStep.WriteResourceAlignment("16@0000:01:00.0"), new BootStep.Remove(function),
                new BootStep.Rescan(), new BootStep.EnableVfs(function, 4), new BootStep.ResizeBar(function, 2, 1 << 30)),
                only(meta("""
                        {"steps": [{"step": "resource_alignment", "text": "16@0000:01:00.0"},
                            {"step": "remove", "function": "0000:01:00.0"}, {"step": "rescan"},
                            {"step": "sriov_numvfs", "function": "0000:01:00.0", "count": 4},
                            {"step": "resize", "function": "0000:01:00.0", "bar": 2, "size": 1073741824, "error": 28},
                            {"step": "dance"}, {"step": "remove"}, 7]}
                        """), Finding.StepsDone.class).get(0).steps());
    }

    @Test
    void howTheRecordingWasMadeIsNeverRead() {
        String facts = "\"arch\": \"x86_64\", \"kernel\": \"6.1.0\"";
        String recording = ", \"qemu\": \"-device nvme\", \"topology\": \"t\", \"seed\": 1, \"paths\": {\"a\": \"b\"},"
                + " \"paramKind\": \"none\"";

        assertEquals(meta("{" + facts + "}"), meta("{" + facts + recording + "}"));
    }

    @Test
    void brokenJsonIsSaid() {
        assertTrue(MetaReader.read(SourceText.of("x", "{\"kernel\": ")).remarks().get(0).text().contains("no valid JSON"));
    }

    @Test
    void regions() {
        assertEquals(List.of(new Answer.VfioRegion(new PciAddress(0, 1, 0, 0), 2, 8192, true, true, true, Optional.of(true),
                List.of(), false, VFIO)), vfio("""
                {"devices":[{"address":"0000:01:00.0","bound":true,"group":"6",
                 "regions":[{"index":2,"size":8192,"flags":["read","write","mmap","caps"],"msixMappable":true,"mmapErrno":0}]}]}
                """));
    }

    @Test
    void sparseAreas() {
        assertEquals(List.of(new Answer.Area(0, 8192)), only(vfio("""
                {"allOpen":[{"address":"0000:01:00.0","regions":[{"index":0,"size":16384,"flags":["mmap"],
                 "sparse":[{"offset":0,"size":8192}]}]}]}
                """), Answer.VfioRegion.class).get(0).areas());
    }

    @Test
    void functionsThatCouldNotBeOpened() {
        assertEquals(List.of(new Answer.VfioUnavailable(new PciAddress(0, 0, 0, 0), "host bridge", VFIO)),
                vfio("{\"devices\":[{\"address\":\"0000:00:00.0\",\"bound\":false,\"error\":\"host bridge\"}]}"));
    }

    @Test
    void theCommandLineIsTheFirstLine() {
        assertEquals(List.of(new Finding.CommandLine("ro pci=nocrs", Origin.read("cmdline.txt", 2))),
                CommandLineReader.read(SourceText.of("cmdline.txt", "\nro pci=nocrs\n")).findings());
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> parts = Arbitraries.of("{", "}", "[", "]", ":", ",", "\"devices\"", "\"address\"", "\"0000:01:00.0\"",
                "\"regions\"", "\"index\"", "\"flags\"", "1", "1e400", "-1", "null", "true", "\"kernel\"", "\"pageSize\"",
                "\"sparse\"", "\"x", "99999999999999999999");
        return parts.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void neverThrow(@ForAll("json") String json) {
        assertDoesNotThrow(() -> {
            meta("{\"kernel\":" + json);
            vfio("{\"devices\":[{\"address\":\"0000:01:00.0\",\"regions\":[{" + json);
            CommandLineReader.read(SourceText.of("x", json));
        });
    }

    @Test
    void deepNestingIsNoStackOverflow() {
        assertDoesNotThrow(() -> vfio("{\"devices\":" + "[".repeat(200_000)));
    }
}
