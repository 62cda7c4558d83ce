package org.pcitopo.conformance.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static String text(String member) throws BootException {
        return meta().get(member).getAsString();
    }

    private static JsonObject meta() throws BootException {
        return JsonParser.parseString(new String(bundle().files().get("meta.json"), StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static Bundle bundle() throws BootException {
        SortedMap<String, byte[]> sent = new TreeMap<>(Map.of("facts", bytes(FACTS), "dmesg.txt", bytes("log"),
                "vfio.json", bytes("{\"iommu\":\"type1v2\"}"), "sys/bus/pci/devices/0000:00:00.0/class", bytes("0x060000\n")));
        KernelFolder kernel = new KernelFolder(Path.of("6.12.117-arm64"), Map.of("release", "6.12.117",
                "package", "linux-image-6.12.117+deb12-arm64", "sha256", "abc"));
        return Bundle.of("virt", new QemuPlan(MachineKind.VIRT, List.of(), List.of(), new TreeMap<>(), List.of(), List.of(), List.of()), kernel, Recording.of(sent),
                new Description(Optional.of(5L), "random", Optional.empty(), "none", "7.2.22"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
