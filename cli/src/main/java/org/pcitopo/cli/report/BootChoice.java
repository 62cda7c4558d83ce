package org.pcitopo.cli.report;

import java.util.List;
import java.util.Optional;

/**
 * Which boots of a file to simulate, and what to change in them; what is empty is left as the file says.
 *
 * @param host name of the machine
 * @param boot name of the boot
 * @param kernels releases, several make a matrix
 * @param pageSizes bytes, several make a matrix
 * @param commandLine the kernel command line
 * @param passthrough addresses, {@code vendor:device} ids or {@code all}
 */
public record BootChoice(Optional<String> host, Optional<String> boot, List<String> kernels, List<Long> pageSizes,
        Optional<String> commandLine, List<String> passthrough) {

    public BootChoice {
        kernels = List.copyOf(kernels);
        pageSizes = List.copyOf(pageSizes);
        passthrough = List.copyOf(passthrough);
    }
}
