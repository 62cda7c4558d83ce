package org.pcitopo.dsl.problems.finder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.simulator.kernel.KernelRules;

/**
 * What to look at, and what a person wants to be different from what is written; what is empty is left as the file says.
 *
 * @param host name of the only machine to look at
 * @param boot name of the only boot to look at
 * @param kernels releases; several make a matrix
 * @param pageSizes bytes; several make a matrix
 * @param commandLine the kernel command line
 * @param passthrough addresses, {@code vendor:device} ids or {@code all}: what is handed to guests beside what is written
 * @param severities other severities by code; empty for a problem that is not to be reported
 */
public record CheckOptions(Optional<String> host, Optional<String> boot, List<KernelRules> kernels, List<Long> pageSizes,
        Optional<String> commandLine, List<String> passthrough, Map<String, Optional<Severity>> severities) {

    /** Everything as the file says. */
    public static final CheckOptions AS_WRITTEN = new CheckOptions(Optional.empty(), Optional.empty(), List.of(), List.of(),
            Optional.empty(), List.of(), Map.of());

    public CheckOptions {
        kernels = List.copyOf(kernels);
        pageSizes = List.copyOf(pageSizes);
        passthrough = List.copyOf(passthrough);
        severities = Map.copyOf(severities);
    }

    public CheckOptions withPassthrough(List<String> chosen) {
        return new CheckOptions(host, boot, kernels, pageSizes, commandLine, chosen, severities);
    }

    public CheckOptions withSeverities(Map<String, Optional<Severity>> other) {
        return new CheckOptions(host, boot, kernels, pageSizes, commandLine, passthrough, other);
    }
}
