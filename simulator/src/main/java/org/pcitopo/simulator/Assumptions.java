package org.pcitopo.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;

/** What a simulation takes for granted because neither the machine nor the boot says it. */
final class Assumptions {

    private final Topology topology;
    private final Platform platform;
    private final Boot boot;
    private final PciOptions options;
    private final List<Assumption> assumptions = new ArrayList<>();

    private Assumptions(Topology topology, Boot boot, PciOptions options) {
        this.topology = topology;
        this.platform = topology.platform();
        this.boot = boot;
        this.options = options;
    }

    static List<Assumption> of(Topology topology, Boot boot, PciOptions options) {
        Assumptions found = new Assumptions(topology, boot, options);
        found.release();
        found.machine();
        found.configuration();
        return found.assumptions;
    }

    private void release() {
        KernelRelease release = boot.rules().release();
        if (!release.isKnown() && boot.rules().ruleSet() == RuleSet.MAINLINE) {
            boolean newer = release.atLeast(KernelRelease.NEWEST);
            add("rules", newer ? "7.3" : "4.5", "the rules of Linux " + release + " are not known; those of the "
                    + (newer ? "newest" : "oldest") + " known release are taken");
        } else if (release.stable() == 0 && rulesChangedWithin(release)) {
            add("stable level", release + ".0", "rules changed between stable levels of " + release
                    + " and none is given");
        }
    }

    private boolean rulesChangedWithin(KernelRelease release) {
        KernelRules last = new KernelRules(new KernelRelease(release.major(), release.minor(), Integer.MAX_VALUE),
                boot.rules().ruleSet());
        return Arrays.stream(Behaviour.values()).filter(behaviour -> behaviour != Behaviour.ORDER_LIMIT || hasUnusualOrder())
                .anyMatch(behaviour -> last.has(behaviour) != boot.rules().has(behaviour));
    }

    /** An order that kernels with and without the limit read differently. */
    private boolean hasUnusualOrder() {
        return options.alignmentRequests().entries().stream().flatMap(entry -> entry.order().stream())
                .anyMatch(order -> order.value() < 0 || order.value() > 30);
    }

    private void machine() {
        if (platform.machine() == Machine.X86 && platform.e820().isEmpty()) {
            add("e820", "none", "no firmware memory map is known: nothing is kept free of it, and memory BARs start at "
                    + "0x10000000 in a window that starts at 0");
        }
        if (platform.machine() == Machine.GENERIC_DT) {
            add("machine", Machine.GENERIC_DT.id(), "host bridges of " + platform.architecture().id()
                    + " are taken to assign everything afresh, as pci-host-generic does; no recording confirms it");
        }
        if (platform.machine() == Machine.POWERNV
                && topology.hostBridges().stream().anyMatch(host -> host.ioda().isEmpty())) {
            add("ioda", "none", "a host bridge has no segments: its windows are aligned to 1M");
        }
    }

    private void configuration() {
        boolean sriov = topology.hostBridges().stream().anyMatch(host -> hasSriov(host.functions()));
        if (!sriov) {
            return;
        }
        assumed("PCI_IOV", "distributions set it");
        assumed("PCI_REALLOC_ENABLE_AUTO", "Debian sets it: VF BARs that firmware left unassigned start reallocation");
    }

    private void assumed(String name, String why) {
        if (!platform.config().containsKey(name)) {
            add("CONFIG_" + name, "y", why);
        }
    }

    private static boolean hasSriov(List<Function> functions) {
        return functions.stream().anyMatch(function -> function.sriov().isPresent()
                || function.bridge().map(Bridge::functions).map(Assumptions::hasSriov).orElse(false));
    }

    private void add(String what, String value, String why) {
        assumptions.add(new Assumption(what, value, why));
    }
}
