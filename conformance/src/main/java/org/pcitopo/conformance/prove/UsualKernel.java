package org.pcitopo.conformance.prove;

import java.util.Optional;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.RuleSet;

/** The kernel among Debian's that has a boot's release and page size. */
final class UsualKernel {

    private static final long SMALL = 4 << 10;
    private static final long MIDDLE = 16 << 10;
    private static final long LARGE = 64 << 10;
    /** Debian's kernels for POWER have 64K pages up to 6.1, and since 6.12 those whose flavour says so. */
    private static final KernelRelease SMALL_PAGES_ON_POWER = KernelRelease.of("6.12");

    private UsualKernel() {
    }

    /**
     * The kernel to boot.
     *
     * @param chosen by a person; a release without a flavour gets the one with the boot's page size
     * @throws ProofException where Debian has no kernel with such pages
     */
    static KernelChoice of(Boot boot, MachineKind machine, Optional<KernelChoice> chosen) throws ProofException {
        if (chosen.isPresent() && chosen.get() instanceof KernelChoice.Packaged packaged && packaged.flavour().isEmpty()) {
            KernelRelease release = KernelRelease.parse(packaged.release()).orElse(boot.rules().release());
            return new KernelChoice.Packaged(packaged.release(), flavour(boot, machine, release));
        }
        return chosen.isPresent() ? chosen.get() : of(boot, machine);
    }

    private static KernelChoice of(Boot boot, MachineKind machine) throws ProofException {
        if (boot.rules().ruleSet() != RuleSet.MAINLINE) {
            throw new ProofException("the boot follows the rules of " + boot.rules().ruleSet().id()
                    + ", which no released kernel has; give an image of your own with --kernel PATH");
        }
        KernelRelease release = boot.rules().release();
        return new KernelChoice.Packaged(release.toString(), flavour(boot, machine, release));
    }

    private static String flavour(Boot boot, MachineKind machine, KernelRelease release) throws ProofException {
        boolean fromSmall = release.atLeast(SMALL_PAGES_ON_POWER);
        long page = boot.pageSize();
        return switch (machine.debianArchitecture()) {
            case "amd64" -> page == SMALL ? "amd64" : none(page, "x86", "4K");
            case "arm64" -> page == SMALL ? "arm64" : page == MIDDLE && fromSmall ? "arm64-16k" : none(page, "arm64",
                    fromSmall ? "4K or 16K" : "4K");
            default -> page == LARGE ? fromSmall ? "powerpc64le-64k" : "powerpc64le"
                    : page == SMALL && fromSmall ? "powerpc64le" : none(page, "ppc64el", fromSmall ? "4K or 64K" : "64K");
        };
    }

    private static String none(long page, String architecture, String offered) throws ProofException {
        throw new ProofException("Debian has no kernel of that release for " + architecture + " with pages of " + (page >> 10)
                + "K, only with " + offered + "; choose --page-size, or give an image of your own with --kernel PATH");
    }
}
