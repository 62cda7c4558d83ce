package org.pcitopo.conformance.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.boot.QemuBoot;
import org.pcitopo.conformance.boot.Recording;
import org.pcitopo.conformance.boot.StepFile;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.step.BootStep;

/** Boots machines in QEMU, with the programs of this room beside it. */
public final class Workshop implements Recorder {

    private final Path room;
    private final Path cache;
    private final Tools tools;
    private final Consumer<String> says;

    /**
     * @param room the folder that holds {@code kernels}, {@code setup} and {@code recorder}
     * @param cache where kernels and initramfs are kept
     * @param says takes what is being done, a line each
     */
    public Workshop(Path room, Path cache, Consumer<String> says) {
        this.room = room;
        this.cache = cache;
        this.says = says;
        this.tools = new Tools(room, cache, says);
    }

    @Override
    public KernelFolder kernel(KernelChoice choice, MachineKind machine) throws BootException {
        if (choice instanceof KernelChoice.Folder folder) {
            return KernelFolder.open(folder.path());
        }
        if (choice instanceof KernelChoice.Image image) {
            return new OwnKernel(cache, tools).folder(image, machine);
        }
        KernelChoice.Packaged packaged = (KernelChoice.Packaged) choice;
        Optional<KernelFolder> kept = new KernelCache(cache).newest(packaged, machine);
        if (kept.isPresent()) {
            return kept.get();
        }
        List<String> command = new ArrayList<>(List.of(room.resolve("kernels").toString(), "fetch", machine.debianArchitecture(),
                packaged.release()));
        if (!packaged.flavour().isEmpty()) {
            command.add(packaged.flavour());
        }
        return KernelFolder.open(Path.of(tools.output(command).strip()));
    }

    @Override
    public List<Bundle> record(String name, QemuPlan plan, KernelFolder kernel, String parameters, List<BootStep> steps,
            Description description) throws BootException {
        String commandLine = (parameters + " " + plan.kind().kernelParameters()).strip();
        try {
            Path work = Files.createTempDirectory("pcitopo-boot");
            try {
                Path initramfs = StepFile.addTo(initramfs(kernel, plan.kind()), steps, work);
                says.accept("booting " + name + " in QEMU");
                SortedMap<String, byte[]> sent = QemuBoot.run(plan, kernel.image(), initramfs, commandLine, work);
                Recording recording = Recording.of(sent);
                List<Bundle> bundles = new ArrayList<>(List.of(Bundle.of(name, plan, kernel, recording, description)));
                bundles.addAll(Bundle.afterSteps(name, plan, kernel, recording, description, steps));
                return bundles;
            } finally {
                remove(work);
            }
        } catch (IOException failed) {
            throw new BootException("no work folder: " + failed.getMessage(), failed);
        }
    }

    @Override
    public String qemuVersion(MachineKind machine) throws BootException {
        if (!tools.has(machine.program())) {
            throw new BootException(machine.program() + " is missing; '" + room.resolve("setup") + " " + machine.setupName()
                    + "' installs it on Debian, elsewhere the package that holds it does");
        }
        if (machine.firmwareFile().filter(file -> !Files.exists(Path.of(file))).isPresent()) {
            throw new BootException("the firmware " + machine.firmwareFile().get() + " is missing; '" + room.resolve("setup") + " "
                    + machine.setupName() + "' installs it on Debian");
        }
        String[] words = tools.output(List.of(machine.program(), "--version")).split("\\s+");
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
            says.accept("building the recorder for " + machine.debianArchitecture());
            tools.output(List.of(room.resolve("recorder/build").toString(), machine.debianArchitecture(), kernel.path().toString(),
                    built.toString()));
        }
        return built;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
