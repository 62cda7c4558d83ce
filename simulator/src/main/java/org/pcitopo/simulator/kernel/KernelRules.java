package org.pcitopo.simulator.kernel;

/**
 * The rules that one boot follows.
 *
 * @param release the release; for a rule set of its own the release that it was based on
 * @param ruleSet whose rules
 */
public record KernelRules(KernelRelease release, RuleSet ruleSet) {

    private static final KernelRelease V4_BASE = KernelRelease.of("4.5");

    /** The rules of a released kernel. */
    public static KernelRules mainline(KernelRelease release) {
        return new KernelRules(release, RuleSet.MAINLINE);
    }

    /** The rules of the 2016 series on the kernel that it was written for. */
    public static KernelRules vfioMmapV4() {
        return new KernelRules(V4_BASE, RuleSet.VFIO_MMAP_V4);
    }

    /** Whether this kernel behaves so. */
    public boolean has(Behaviour behaviour) {
        return behaviour.holds(release, ruleSet);
    }
}
