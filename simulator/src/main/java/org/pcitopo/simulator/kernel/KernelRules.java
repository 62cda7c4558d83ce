package org.pcitopo.simulator.kernel;

import java.util.Set;

/**
 * The rules that one boot follows.
 *
 * @param release the release; for a rule set of its own the release that it was based on
 * @param ruleSet whose rules
 * @param inverted behaviours that are the other way round than in {@code release}; none for kernels that exist
 */
public record KernelRules(KernelRelease release, RuleSet ruleSet, Set<Behaviour> inverted) {

    private static final KernelRelease V4_BASE = KernelRelease.of("4.5");

    public KernelRules {
        inverted = Set.copyOf(inverted);
    }

    public KernelRules(KernelRelease release, RuleSet ruleSet) {
        this(release, ruleSet, Set.of());
    }

    /** The rules of a released kernel. */
    public static KernelRules mainline(KernelRelease release) {
        return new KernelRules(release, RuleSet.MAINLINE);
    }

    /** The rules of the 2016 series on the kernel that it was written for. */
    public static KernelRules vfioMmapV4() {
        return new KernelRules(V4_BASE, RuleSet.VFIO_MMAP_V4);
    }

    /** The same kernel, had {@code behaviour} not changed when it did: shows what depends on it. */
    public KernelRules inverting(Behaviour behaviour) {
        return new KernelRules(release, ruleSet, Set.of(behaviour));
    }

    /** Whether this kernel behaves so. */
    public boolean has(Behaviour behaviour) {
        return behaviour.holds(release, ruleSet) != inverted.contains(behaviour);
    }
}
