package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.LinuxSetting;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.RulesSetting;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.FactNames;

/** The kernels that a boot is simulated on. */
final class Kernels {

    /** What is simulated where nothing is said: the newest release whose rules are known. */
    private static final KernelRelease NEWEST = new KernelRelease(KernelRelease.NEWEST.major(), KernelRelease.NEWEST.minor(), 0);

    private Kernels() {
    }

    static List<KernelRules> of(Settings settings, Problems problems, Origins origins, SourceMap sources,
            List<Assumption> assumptions) {
        List<KernelRules> kernels = new ArrayList<>();
        for (Statement setting : settings.kernels()) {
            origins.add(FactNames.KERNEL, setting);
            sources.put(FactNames.KERNEL, setting);
            if (setting instanceof LinuxSetting linux) {
                releases(linux, kernels, problems);
            } else if (setting instanceof RulesSetting rules) {
                ruleSets(rules, kernels, problems);
            }
        }
        if (kernels.isEmpty()) {
            kernels.add(KernelRules.mainline(NEWEST));
            assumptions.add(new Assumption("kernel", NEWEST.toString(), "the newest release whose rules are known"));
        }
        return kernels;
    }

    private static void releases(LinuxSetting linux, List<KernelRules> kernels, Problems problems) {
        for (int i = 0; i < linux.getReleases().size(); i++) {
            String text = linux.getReleases().get(i);
            Optional<KernelRelease> release = KernelRelease.parse(text);
            Optional<RuleSet> ruleSet = RuleSet.parse(text);
            if (release.isPresent()) {
                kernels.add(KernelRules.mainline(release.get()));
            } else if (ruleSet.equals(Optional.of(RuleSet.VFIO_MMAP_V4))) {
                kernels.add(KernelRules.vfioMmapV4());
            } else {
                problems.add(LoweringProblem.Kind.UNKNOWN_WORD, linux, ModelPackage.Literals.LINUX_SETTING__RELEASES, i,
                        "'" + text + "' is no kernel release: write it as 6.12 or 6.19.14");
            }
        }
    }

    private static void ruleSets(RulesSetting rules, List<KernelRules> kernels, Problems problems) {
        for (int i = 0; i < rules.getRuleSets().size(); i++) {
            Optional<RuleSet> ruleSet = RuleSet.parse(rules.getRuleSets().get(i));
            if (ruleSet.isEmpty()) {
                problems.add(LoweringProblem.Kind.UNKNOWN_WORD, rules, ModelPackage.Literals.RULES_SETTING__RULE_SETS, i,
                        "'" + rules.getRuleSets().get(i) + "' is no set of rules: there are mainline and vfio-mmap-v4");
            } else if (ruleSet.get() == RuleSet.VFIO_MMAP_V4) {
                kernels.add(KernelRules.vfioMmapV4());
            } else if (kernels.isEmpty() && rules.getRuleSets().size() == 1) {
                kernels.add(KernelRules.mainline(NEWEST));
            }
        }
    }
}
