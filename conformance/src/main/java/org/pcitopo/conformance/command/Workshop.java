package org.pcitopo.conformance.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.boot.QemuBoot;
import org.pcitopo.conformance.boot.Recording;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuPlan;

/** Fetches kernels, packs the recorder, boots, and makes bundles: what the programs have in common. */
final class Workshop {

    private final Path room;
    private final Path cache;

    private Workshop(Path room, Path cache) {
        this.room = room;
        this.cache = cache;
    }

    /** The room and the cache that the launcher names in system properties. */
    static Workshop open() throws BootException {
        String room = System.getProperty("pcitopo.conformance", "");
        String cache = System.getProperty("pcitopo.cache", "");
        if (room.isEmpty() || cache.isEmpty()) {
            throw new BootException("start this program with conformance/record or conformance/fuzz");
        }
        return new Workshop(Path.of(room), Path.of(cache));
    }

    /** The kernel that {@code text} names: a folder, or {@code RELEASE} or {@code RELEASE:FLAVOUR}, fetched where it is missing. */
    KernelFolder kernel(String text, MachineKind machine) throws BootException {
        if (Files.isDirectory(Path.of(text))) {
            return KernelFolder.open(Path.of(text).toAbsolutePath());
        }
        int colon = text.indexOf(':');
        List<String> command = new ArrayList<>(List.of(room.resolve("kernels").toString(), "fetch",
                machine.debianArchitecture(), colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            command.add(text.substring(colon + 1));
        }
        return KernelFolder.open(Path.of(output(command).strip()));
    }

    /** Boots {@code plan} and makes the bundle. */
    Bundle record(String name, QemuPlan plan, KernelFolder kernel, String parameters, Description description)
            throws BootException {
        String commandLine = (plan.kind().kernelParameters() + " " + parameters).strip();
        try {
            Path work = Files.createTempDirectory("pcitopo-boot");
            try {
                SortedMap<String, byte[]> sent = QemuBoot.run(plan, kernel.image(), initramfs(kernel, plan.kind()), commandLine, work);
                return Bundle.of(name, plan, kernel, Recording.of(sent), description);
            } finally {
                remove(work);
            }
        } catch (IOException failed) {
            throw new BootException("no work folder: " + failed.getMessage(), failed);
        }
    }

    /** What QEMU calls its version, as {@code 7.2.22}. */
    String qemuVersion(MachineKind machine) throws BootException {
        String[] words = output(List.of(machine.program(), "--version")).split("\\s+");
        return words.length > 3 ? words[3] : "";
    }

    /** The initramfs of the recorder's present sources and the kernel's modules, built where it is missing. */
    private Path initramfs(KernelFolder kernel, MachineKind machine) throws BootException, IOException {
        CRC32 sources = new CRC32();
        try (Stream<Path> files = Files.list(room.resolve("recorder"))) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                sources.update(Files.readAllBytes(file));
            }
        }
        sources.update(kernel.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        Path folder = cache.resolve("initramfs");
        Files.createDirectories(folder);
        Path built = folder.resolve(String.format("%s-%s-%08x.cpio.gz", machine.debianArchitecture(),
                kernel.path().getFileName(), sources.getValue()));
        if (!Files.exists(built)) {
            output(List.of(room.resolve("recorder/build").toString(), machine.debianArchitecture(), kernel.path().toString(),
                    built.toString()));
        }
        return built;
    }

    private static String output(List<String> command) throws BootException {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BootException(String.join(" ", command) + " failed");
            }
            return text;
        } catch (IOException missing) {
            throw new BootException(command.get(0) + " cannot be run: " + missing.getMessage()
                    + "; conformance/setup installs what is missing", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BootException("interrupted", stopped);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
