package org.pcitopo.cli.io;

import java.nio.file.Path;
import java.util.Optional;

/** What the launcher says of the distribution that this program is part of. */
public final class Installation {

    /** The folder with the scripts that fetch kernels and build the recorder. */
    private static final String CONFORMANCE = "pcitopo.conformance";
    private static final String CACHE = "PCITOPO_CACHE";
    private static final String XDG_CACHE = "XDG_CACHE_HOME";

    private Installation() {
    }

    /**
     * The folder of the recorder's scripts.
     *
     * @throws UserError where the program was not started by its launcher
     */
    public static Path conformance() {
        return Optional.ofNullable(System.getProperty(CONFORMANCE)).filter(text -> !text.isEmpty()).map(Path::of)
                .orElseThrow(() -> new UserError("this program does not know where its scripts are; start it with the script"
                        + " pcitopo"));
    }

    /** Where kernels are kept: as {@code conformance/kernels} chooses it. */
    public static Path cache(Io io) {
        return io.variable(CACHE).map(io::resolve)
                .or(() -> io.variable(XDG_CACHE).map(folder -> io.resolve(folder).resolve("pcitopo")))
                .orElseGet(() -> io.resolve(io.variable("HOME").orElse(".")).resolve(".cache/pcitopo"));
    }
}
