package org.pcitopo.conformance.workshop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which kernel to boot. */
public sealed interface KernelChoice {

    /**
     * A kernel of Debian's packages.
     *
     * @param release {@code 6.12}, or a stable level as {@code 6.18.12}
     * @param flavour the end of the package's name, as {@code arm64-16k}; empty for the plain one of the architecture
     */
    record Packaged(String release, String flavour) implements KernelChoice {
    }

    /** A folder of {@code conformance/kernels}. */
    record Folder(Path path) implements KernelChoice {
    }

    /**
     * A person's own kernel.
     *
     * @param file what QEMU's {@code -kernel} takes
     * @param modules the folder of its modules, {@code lib/modules/RELEASE}; without it vfio is not asked, unless it is built in
     */
    record Image(Path file, Optional<Path> modules) implements KernelChoice {
    }

    /** Reads {@code RELEASE}, {@code RELEASE:FLAVOUR} or a folder of {@code conformance/kernels}. */
    static KernelChoice parse(String text) {
        if (Files.isDirectory(Path.of(text))) {
            return new Folder(Path.of(text).toAbsolutePath());
        }
        int colon = text.indexOf(':');
        return colon < 0 ? new Packaged(text, "") : new Packaged(text.substring(0, colon), text.substring(colon + 1));
    }
}
