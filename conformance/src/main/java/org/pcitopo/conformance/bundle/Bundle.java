package org.pcitopo.conformance.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.boot.Recording;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.step.BootStep;

/**
 * A recording as {@code pcitopo replay} reads it.
 *
 * @param name of the bundle and of its folder
 * @param files content by path inside of that folder
 */
public record Bundle(String name, SortedMap<String, byte[]> files) {

    private static final String STEPS = "steps/";
    private static final String LOG = "dmesg.txt";
    private static final String BEFORE_STEPS = SourceInput.DeviceTree.BEFORE_STEPS;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    /**
     * What goes into {@code meta.json} beside what the machine said.
     *
     * @param seed of the random topology, empty where a person chose it
     * @param topology a label
     * @param pairedWith the recording of the same topology and kernel without a {@code pci=} parameter
     * @param paramKind which sort of parameter
     * @param qemuVersion as QEMU prints it
     */
    public record Description(Optional<Long> seed, String topology, Optional<String> pairedWith, String paramKind,
            String qemuVersion) {
    }

    /** The bundle of one boot, before anything was done to it. */
    public static Bundle of(String name, QemuPlan plan, KernelFolder kernel, Recording recording, Description description) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        recording.files().forEach((path, content) -> {
            if (!path.startsWith(STEPS)) {
                files.put(place(path), content);
            }
        });
        return bundle(name, files, meta(name, plan, kernel, recording, description));
    }

    /**
     * A bundle for each step that was done after the boot: the boot's log and facts, and the state after that step.
     *
     * @param steps what was done
     */
    public static List<Bundle> afterSteps(String name, QemuPlan plan, KernelFolder kernel, Recording recording,
            Description description, List<BootStep> steps) {
        List<Bundle> bundles = new ArrayList<>();
        for (int done = 1; done <= steps.size(); done++) {
            String folder = STEPS + done + "/";
            SortedMap<String, byte[]> files = new TreeMap<>();
            Optional.ofNullable(recording.files().get(LOG)).ifPresent(log -> files.put(LOG, log));
            // Functions go and come: what they are is told by the state before the first step.
            recording.files().forEach((path, content) -> {
                if (path.startsWith("sys/")) {
                    files.put(BEFORE_STEPS + "/" + place(path), content);
                }
            });
            recording.files().tailMap(folder).forEach((path, content) -> {
                if (path.startsWith(folder)) {
                    files.put(place(path.substring(folder.length())), content);
                }
            });
            String stepName = name + "-step" + done;
            JsonObject meta = meta(stepName, plan, kernel, recording, description);
            meta.add("steps", StepJson.of(steps.subList(0, done), recording.stepErrors()));
            bundles.add(bundle(stepName, files, meta));
        }
        return bundles;
    }

    private static Bundle bundle(String name, SortedMap<String, byte[]> files, JsonObject meta) {
        files.put("meta.json", (GSON.toJson(meta) + "\n").getBytes(StandardCharsets.UTF_8));
        return new Bundle(name, files);
    }

    private static String place(String sent) {
        return sent.startsWith("sys/") ? "sysfs/" + sent.substring(4) : sent;
    }

    private static JsonObject meta(String name, QemuPlan plan, KernelFolder kernel, Recording recording,
            Description description) {
        JsonObject meta = new JsonObject();
        meta.addProperty("name", name);
        meta.addProperty("arch", recording.fact("machine"));
        meta.addProperty("kernel", recording.fact("kernel"));
        meta.addProperty("kernelRelease", series(kernel, recording));
        meta.addProperty("kernelVersion", recording.fact("kernelVersion"));
        meta.add("kernelPackage", kernelPackage(kernel));
        meta.addProperty("pageSize", Long.parseLong(recording.fact("pageSize")));
        meta.addProperty("machine", plan.kind().machine());
        meta.addProperty("firmware", plan.kind().firmware());
        meta.addProperty("commandLine", recording.fact("commandLine"));
        meta.addProperty("pairedWith", description.pairedWith().orElse(null));
        meta.addProperty("seed", description.seed().orElse(null));
        meta.addProperty("topology", description.topology());
        meta.addProperty("paramKind", description.paramKind());
        meta.addProperty("qemu", String.join(" ", plan.command()));
        if (!plan.deviceTree().isEmpty()) {
            meta.addProperty("deviceTree", String.join("; ", plan.deviceTree().stream().map(edit -> String.join(" ", edit.arguments()))
                    .toList()));
        }
        meta.addProperty("qemuVersion", description.qemuVersion());
        meta.addProperty("resourceAlignment", recording.fact("resourceAlignment"));
        meta.add("iommu", iommu(recording));
        JsonObject paths = new JsonObject();
        recording.paths().forEach(paths::addProperty);
        meta.add("paths", paths);
        return meta;
    }

    /** A person's own kernel says which release it is only once it runs. */
    private static String series(KernelFolder kernel, Recording recording) {
        return kernel.series().isEmpty()
                ? KernelRelease.parse(recording.fact("kernel")).map(release -> release.major() + "." + release.minor()).orElse("")
                : kernel.series();
    }

    private static JsonObject kernelPackage(KernelFolder kernel) {
        JsonObject found = new JsonObject();
        for (String fact : new String[] {"package", "version", "architecture", "suite", "sha256", "image", "modulesPackage",
            "modulesSha256", "configurationSha256"}) {
            Optional.ofNullable(kernel.facts().get(fact)).ifPresent(value -> found.addProperty(fact, value));
        }
        return found;
    }

    private static JsonElement iommu(Recording recording) {
        return recording.files().entrySet().stream().filter(file -> file.getKey().endsWith("vfio.json")).findFirst()
                .map(file -> JsonParser.parseString(new String(file.getValue(), StandardCharsets.UTF_8)).getAsJsonObject().get("iommu"))
                .orElse(JsonNull.INSTANCE);
    }

    /** Writes the bundle as a {@code .tar.gz} (same content, same bytes), or as a folder where the name does not end so. */
    public void write(Path target) throws IOException {
        if (!target.toString().endsWith(".tar.gz")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return;
        }
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(target.getFileName() + ".part");
        Files.write(unfinished, packed());
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The bundle as the bytes of a {@code .tar.gz}. */
    public byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        try (OutputStream compressed = new GzipCompressorOutputStream(bytes, parameters);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(name + "/" + file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                entry.setUserId(0);
                entry.setGroupId(0);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
