package org.pcitopo.conformance.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.boot.Recording;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.step.BootStep;

/** A recording as a bundle. */
class BundleTest {

    private static final String FACTS = """
            machine aarch64
            kernel 6.12.117+deb12-arm64
            kernelVersion #1 SMP Debian 6.12.117-1~deb12u1 (2026-11-14)
            pageSize 4096
            commandLine console=ttyAMA0 pci=realloc
            resourceAlignment\s
            path 0000:00:00.0 devices/platform/pci0000:00/0000:00:00.0
            note module vfio.ko: Exec format error
            """;

    private static final KernelFolder KERNEL = new KernelFolder(Path.of("6.12.117-arm64"), Map.of("release", "6.12.117",
            "package", "linux-image-6.12.117+deb12-arm64", "sha256", "abc"));
    private static final QemuPlan PLAN = new QemuPlan(MachineKind.VIRT, List.of(), List.of(), new TreeMap<>(), List.of(), List.of(),
            List.of());
    private static final Description DESCRIPTION = new Description(Optional.of(5L), "random", Optional.empty(), "none", "7.2.22");

    @Test
    void metaTellsMachineAndBoot() throws BootException {
        assertEquals("aarch64 6.12 4096 virt console=ttyAMA0 pci=realloc", String.join(" ", text("arch"), text("kernelRelease"),
                meta().get("pageSize").getAsString(), text("machine"), text("commandLine")));
    }

    @Test
    void metaNamesThePackage() throws BootException {
        assertEquals("linux-image-6.12.117+deb12-arm64 abc",
                meta().getAsJsonObject("kernelPackage").get("package").getAsString() + " "
                        + meta().getAsJsonObject("kernelPackage").get("sha256").getAsString());
    }

    @Test
    void metaTellsTheContainerThatVfioUsed() throws BootException {
        assertEquals("type1v2", text("iommu"));
    }

    @Test
    void sysfsStandsInItsFolder() throws BootException {
        assertEquals("[dmesg.txt, meta.json, sysfs/bus/pci/devices/0000:00:00.0/class, vfio.json]", bundle().files().keySet().toString());
    }

    @Test
    void sameContentSameBytes() throws BootException, IOException {
        assertArrayEquals(bundle().packed(), bundle().packed());
    }

    @Test
    void aStateAfterAStepIsABundleOfItsOwn() throws BootException {
        SortedMap<String, byte[]> sent = sent();
        sent.put("steps/1/iomem.txt", bytes("00000000-0fffffff : System RAM"));
        sent.put("steps/1/sys/bus/pci/devices/0000:00:00.0/class", bytes("0x060000\n"));
        sent.put("facts", bytes(FACTS + "step 1 22\n"));
        Bundle after = Bundle.afterSteps("virt", PLAN, KERNEL, Recording.of(sent), DESCRIPTION, List.of(new BootStep.Rescan())).get(0);
        assertEquals("virt-step1 [before-steps/sysfs/bus/pci/devices/0000:00:00.0/class, dmesg.txt, iomem.txt, meta.json, sysfs/bus/pci/devices/0000:00:00.0/class]",
                after.name() + " " + after.files().keySet());
        assertTrue(new String(after.files().get("meta.json"), StandardCharsets.UTF_8).contains("\"error\": 22"));
    }

    private static String text(String member) throws BootException {
        return meta().get(member).getAsString();
    }

    private static JsonObject meta() throws BootException {
        return JsonParser.parseString(new String(bundle().files().get("meta.json"), StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static Bundle bundle() throws BootException {
        return Bundle.of("virt", PLAN, KERNEL, Recording.of(sent()), DESCRIPTION);
    }

    private static SortedMap<String, byte[]> sent() {
        return new TreeMap<>(Map.of("facts", bytes(FACTS), "dmesg.txt", bytes("log"),
                "vfio.json", bytes("{\"iommu\":\"type1v2\"}"), "sys/bus/pci/devices/0000:00:00.0/class", bytes("0x060000\n")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
