package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.kernel.Span;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** What outside the command line would help where no command line does. Each remedy is simulated before it is told. */
public final class Remedies {

    private static final long SMALL_PAGE = 4096;
    private static final AddressRange HIGH = new AddressRange(0x40_0000_0000L, 0x7f_ffff_ffffL);

    /** How many command lines are tried with each: enough for what a person would try. */
    private static final int TRIALS = 60;

    private final Advice advice;
    private final Boot boot;
    private final Topology topology;

    private final BooleanSupplier shouldStop;

    private Remedies(Advice advice, BooleanSupplier shouldStop) {
        this.advice = advice;
        this.shouldStop = shouldStop;
        this.boot = advice.question().boots().get(0);
        this.topology = advice.question().topology();
    }

    /**
     * Those for an answer that found nothing, the mildest first; empty for any other.
     *
     * @param shouldStop asked before each simulation; once it says yes, nothing more is found
     */
    public static List<Remedy> of(Advice advice, BooleanSupplier shouldStop) {
        if (advice.nothingToDo() || advice.best().isPresent()) {
            return List.of();
        }
        Remedies remedies = new Remedies(advice, shouldStop);
        return Stream.of(remedies.newerKernel(), remedies.smallPages(), remedies.smallerBar(), remedies.highWindow())
                .flatMap(Optional::stream).toList();
    }

    /** The first release that behaves otherwise and with which it works, provided that the newest still does. */
    private Optional<Remedy> newerKernel() {
        KernelRelease release = boot.rules().release();
        if (boot.rules().ruleSet() != RuleSet.MAINLINE) {
            return Optional.empty();
        }
        SortedSet<KernelRelease> changes = new TreeSet<>();
        Arrays.stream(Behaviour.values()).flatMap(behaviour -> behaviour.spans().stream()).map(Span::first)
                .filter(first -> !release.atLeast(first) && first.isKnown()).forEach(changes::add);
        if (changes.isEmpty() || works(topology, on(changes.last(), boot.pageSize())).isEmpty()) {
            return Optional.empty();
        }
        for (KernelRelease change : changes) {
            Optional<String> line = works(topology, on(change, boot.pageSize()));
            if (line.isPresent()) {
                return Optional.of(new Remedy(Remedy.Kind.NEWER_KERNEL, change.toString(), line.get()));
            }
        }
        return Optional.empty();
    }

    private Boot on(KernelRelease release, long pageSize) {
        return new Boot(boot.name(), KernelRules.mainline(release), pageSize, boot.commandLine(), boot.steps());
    }

    private Optional<Remedy> smallPages() {
        boolean choice = topology.platform().architecture().isPowerPc()
                || topology.platform().architecture().id().equals("aarch64");
        return !choice || boot.pageSize() == SMALL_PAGE ? Optional.empty()
                : works(topology, new Boot(boot.name(), boot.rules(), SMALL_PAGE, boot.commandLine(), boot.steps()))
                        .map(line -> new Remedy(Remedy.Kind.PAGE_SIZE, Long.toString(SMALL_PAGE), line));
    }

    private Optional<Remedy> highWindow() {
        boolean lacksRoom = Obstacle.of(advice).stream().anyMatch(obstacle -> obstacle.kind() == Obstacle.Kind.NO_ROOM);
        boolean known = topology.hostBridges().stream().flatMap(host -> host.windows().stream())
                .anyMatch(window -> window.range().overlaps(AddressRange.ABOVE_4G));
        if (!lacksRoom || known) {
            return Optional.empty();
        }
        List<HostBridge> hosts = topology.hostBridges().stream().map(host -> new HostBridge(host.domain(), host.firstBus(),
                host.lastBus(), host.name(), Stream.concat(host.windows().stream(),
                        topology.hostBridges().get(0) == host ? Stream.of(HostWindow.of(ResourceType.MEM32, HIGH)) : Stream.of())
                        .toList(),
                host.ioda(), host.preserveConfig(), host.functions())).toList();
        return works(topology.withHostBridges(hosts), boot)
                .map(line -> new Remedy(Remedy.Kind.WINDOW_ABOVE_4G, HIGH.toString(), line));
    }

    /** The largest size with which it works of the first BAR that lacks room and can be made smaller. */
    private Optional<Remedy> smallerBar() {
        for (Obstacle obstacle : Obstacle.of(advice)) {
            Optional<Function> function = obstacle.kind() != Obstacle.Kind.NO_ROOM || !obstacle.bar().name().isBar()
                    ? Optional.empty() : function(obstacle.bar().function());
            Optional<Bar> bar = function.flatMap(one -> one.bar(obstacle.bar().name().register()));
            List<Long> sizes = new ArrayList<>(bar.map(Bar::resizableSizes).orElse(List.of()));
            for (int i = sizes.size() - 1; i >= 0; i--) {
                if (Long.compareUnsigned(sizes.get(i), bar.get().size()) < 0) {
                    Function smaller = function.get().toBuilder().bar(bar.get().withSize(sizes.get(i))).build();
                    Optional<String> line = works(TopologyEdit.replace(topology, function.get(), smaller), boot);
                    if (line.isPresent()) {
                        return Optional.of(new Remedy(Remedy.Kind.SMALLER_BAR, obstacle.bar() + " " + sizes.get(i), line.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Function> function(PciAddress address) {
        return advice.before().get(0).assignment().functions().stream().filter(one -> one.address().equals(address)).findFirst()
                .map(one -> one.description());
    }

    /** The command line with which everything wanted is mapped; empty where none was found in a few trials. */
    private Optional<String> works(Topology machine, Boot changed) {
        if (shouldStop.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            int[] left = {TRIALS};
            BooleanSupplier enough = () -> left[0]-- <= 0 || shouldStop.getAsBoolean();
            Advice answer = Advisor.advise(new Question(machine, List.of(changed), advice.question().wanted()), enough);
            return answer.nothingToDo() ? Optional.of(changed.commandLine()) : answer.best().map(Proposal::commandLine);
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }
}
