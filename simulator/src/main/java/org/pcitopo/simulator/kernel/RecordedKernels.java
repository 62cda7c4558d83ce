package org.pcitopo.simulator.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.topology.Machine;

/**
 * The kernels whose boots were recorded and replayed. A release of the same series counts as recorded where every
 * {@link Behaviour} is as in the recorded stable level.
 */
public final class RecordedKernels {

    private static final Map<Machine, List<KernelRelease>> RECORDED = Map.of(
            Machine.X86, releases("6.1.192", "6.12.117", "6.16.12", "6.17.13", "6.18.12", "6.18.15", "7.0.13", "7.2.13", "7.3.4"),
            Machine.ARM64_DT, releases("6.1.192", "6.12.117", "6.16.12", "6.17.13", "6.18.12", "6.18.15", "6.19.6", "6.19.14", "7.0.13",
                    "7.1.13", "7.2.13", "7.3.4"),
            Machine.ARM64_ACPI, releases("6.12.117", "7.3.4"),
            Machine.POWERNV, releases("6.1.176", "6.12.107", "7.2.13"),
            Machine.PSERIES, releases("6.1.176", "6.12.107", "7.2.13"));

    private RecordedKernels() {
    }

    /** Whether recordings of this machine confirm these rules. */
    public static boolean cover(KernelRules rules, Machine machine) {
        return rules.ruleSet() == RuleSet.MAINLINE && RECORDED.getOrDefault(machine, List.of()).stream()
                .anyMatch(recorded -> sameSeries(recorded, rules.release()) && sameBehaviour(recorded, rules));
    }

    private static boolean sameSeries(KernelRelease a, KernelRelease b) {
        return a.major() == b.major() && a.minor() == b.minor();
    }

    private static boolean sameBehaviour(KernelRelease recorded, KernelRules rules) {
        KernelRules recordedRules = KernelRules.mainline(recorded);
        return Arrays.stream(Behaviour.values()).allMatch(behaviour -> recordedRules.has(behaviour) == rules.has(behaviour));
    }

    private static List<KernelRelease> releases(String... texts) {
        return Arrays.stream(texts).map(KernelRelease::of).toList();
    }
}
