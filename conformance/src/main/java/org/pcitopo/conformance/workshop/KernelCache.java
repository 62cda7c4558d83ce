package org.pcitopo.conformance.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.kernel.KernelRelease;

/** The kernels that were fetched before: what is there needs no network. */
final class KernelCache {

    private final Path cache;

    KernelCache(Path cache) {
        this.cache = cache;
    }

    /** The kernel of the wanted level, or of the newest level of the release where no level is wanted. */
    Optional<KernelFolder> newest(KernelChoice.Packaged wanted, MachineKind machine) throws BootException {
        Optional<KernelRelease> release = KernelRelease.parse(wanted.release());
        Path folder = cache.resolve("kernels").resolve(machine.debianArchitecture());
        if (release.isEmpty() || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        boolean level = wanted.release().chars().filter(letter -> letter == '.').count() > 1;
        String flavour = wanted.flavour().isEmpty() ? machine.plainFlavour() : wanted.flavour();
        List<KernelFolder> fitting = new ArrayList<>();
        for (Path path : folders(folder)) {
            KernelFolder kept = KernelFolder.open(path);
            Optional<KernelRelease> found = KernelRelease.parse(kept.release());
            boolean same = found.isPresent() && (level ? found.get().equals(release.get())
                    : found.get().major() == release.get().major() && found.get().minor() == release.get().minor());
            if (same && kept.facts().getOrDefault("flavour", "").equals(flavour)) {
                fitting.add(kept);
            }
        }
        return fitting.stream().max(Comparator.comparing(kept -> KernelRelease.of(kept.release())));
    }

    private static List<Path> folders(Path folder) throws BootException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> Files.exists(path.resolve("package"))).sorted().toList();
        } catch (IOException unreadable) {
            throw new BootException("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
