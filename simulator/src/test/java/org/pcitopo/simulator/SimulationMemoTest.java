package org.pcitopo.simulator;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.RandomMachines.Scenario;
import org.pcitopo.simulator.assign.RandomMachines;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.trace.Trace;
import org.pcitopo.simulator.trace.TraceEvent;

/** What is taken again is what a simulation of the whole machine comes to. */
class SimulationMemoTest {

    private static final Pattern DOMAIN = Pattern.compile("domain=(\\d+)|([0-9a-f]{4,8}):[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    @Provide
    Arbitrary<Scenario> machines() {
        return RandomMachines.severalHostBridges(4);
    }

    @Property(tries = 400)
    void domainsAreIndependent(@ForAll("machines") Scenario scenario) {
        assertSimulates(new SimulationMemo(), scenario.topology(), scenario.boot());
    }

    /** Whatever a simulation reads, a change of it is seen: nothing is missing in what is compared. */
    @Property(tries = 400)
    void everyChangeIsSeen(@ForAll("machines") Scenario scenario, @ForAll long seed) {
        SimulationMemo memo = new SimulationMemo();
        Random random = new Random(seed);
        Scenario changing = scenario;
        for (int i = 0; i < 8; i++) {
            assertSimulates(memo, changing.topology(), changing.boot());
            changing = CHANGES.get(random.nextInt(CHANGES.size())).apply(changing, random);
        }
    }

    @Test
    void aDomainThatDoesNotChangeIsNotSimulatedAgain() {
        SimulationMemo memo = new SimulationMemo();
        Topology before = twoDomains();
        HostBridge changed = before.hostBridges().get(1).withFunctions(List.of(drive(0, 0x8000)));
        Simulation old = simulate(memo, before, boot("", List.of()));
        Simulation current = simulate(memo, before.withHostBridges(List.of(before.hostBridges().get(0), changed)), boot("", List.of()));
        assertSame(old.mappings().get(0), current.mappings().get(0));
        assertNotSame(old.mappings().get(2), current.mappings().get(2));
    }

    @Test
    void aRequestIsSimulatedWhereItAsksForSomething() {
        SimulationMemo memo = new SimulationMemo();
        Simulation old = simulate(memo, twoDomains(), boot("", List.of()));
        Simulation tried = memo.trial(old.topology(), boot("pci=resource_alignment=16@0001:00:00.0", List.of()), () -> { });
        assertSame(old.mappings().get(0), tried.mappings().get(0));
        assertNotSame(old.mappings().get(2), tried.mappings().get(2));
    }

    @Test
    void whatIsNotAskedForAnyMoreIsForgotten() {
        SimulationMemo memo = new SimulationMemo();
        Simulation old = simulate(memo, twoDomains(), boot("", List.of()));
        memo.retain(List.of());
        assertNotSame(old.mappings().get(0), simulate(memo, old.topology(), boot("", List.of())).mappings().get(0));
    }

    @Test
    void whoeverLosesInterestNeedNotWaitForAllDomains() {
        assertThrows(CancellationException.class, () -> new SimulationMemo().simulate(twoDomains(), boot("", List.of()), () -> {
            throw new CancellationException();
        }));
    }

    private static Simulation simulate(SimulationMemo memo, Topology topology, Boot boot) {
        return memo.simulate(topology, boot, () -> { });
    }

    private static void assertSimulates(SimulationMemo memo, Topology topology, Boot boot) {
        assertEqual(Simulator.simulate(topology, boot), simulate(memo, topology, boot));
        Boot tried = new Boot(boot.name(), boot.rules(), boot.pageSize(), "pci=resource_alignment=16@0001:00:00.0", boot.steps());
        assertEqual(Simulator.simulate(topology, tried), memo.trial(topology, tried, () -> { }));
    }

    /** Simulations are too long to be shown; jqwik shows the machine. */
    private static void assertEqual(Simulation expected, Simulation actual) {
        assertTrue(byDomain(expected).equals(byDomain(actual)), () -> "with '" + expected.boot().commandLine() + "' the whole machine differs");
    }

    /** The order of what happens in different domains is of no interest. */
    private static Simulation byDomain(Simulation simulation) {
        List<TraceEvent> trace = new ArrayList<>(simulation.assignment().trace().events());
        trace.sort(Comparator.comparingInt(SimulationMemoTest::domain));
        Assignment all = simulation.assignment();
        return new Simulation(simulation.topology(), simulation.boot(),
                new Assignment(all.functions(), all.resources(), all.windows(), new Trace(trace)), simulation.mappings(),
                simulation.evidence(), simulation.assumptions());
    }

    private static int domain(TraceEvent event) {
        Matcher matcher = DOMAIN.matcher(event.toString());
        assertTrue(matcher.find(), event::toString);
        return matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : Integer.parseInt(matcher.group(2), 16);
    }

    /** One thing that somebody changes. */
    private interface Change {
        Scenario apply(Scenario scenario, Random random);
    }

    private static final List<Change> CHANGES = List.of(
            (scenario, random) -> withHostBridge(scenario, random, host -> host.withFunctions(
                    RandomMachines.small(6, random.nextLong()).topology().hostBridges().get(0).functions())),
            (scenario, random) -> withHostBridge(scenario, random, host -> new HostBridge(host.domain(), host.firstBus(), host.lastBus(),
                    host.name(), host.windows(), host.ioda(), !host.preserveConfig(), host.functions())),
            (scenario, random) -> withHostBridge(scenario, random, host -> new HostBridge(host.domain(), host.firstBus(), host.lastBus(),
                    host.name(), List.of(memory(0x40000000L, 0x40ffffffL)), host.ioda(), host.preserveConfig(), host.functions())),
            (scenario, random) -> new Scenario(scenario.topology().withPlatform(RandomMachines.small(1, random.nextLong()).topology()
                    .platform()), scenario.boot()),
            (scenario, random) -> new Scenario(new Topology(scenario.topology().name(), scenario.topology().platform(),
                    scenario.topology().hostBridges(), List.of(new Reservation(Space.MEM,
                            AddressRange.ofSize(0x10000000L + random.nextInt(4) * 0x10000L, 0x1000), "PNP"))), scenario.boot()),
            (scenario, random) -> new Scenario(scenario.topology(), other(scenario.boot(), random)));

    private static Scenario withHostBridge(Scenario scenario, Random random, UnaryOperator<HostBridge> change) {
        List<HostBridge> hosts = new ArrayList<>(scenario.topology().hostBridges());
        int index = random.nextInt(hosts.size());
        hosts.set(index, change.apply(hosts.get(index)));
        return new Scenario(scenario.topology().withHostBridges(hosts), scenario.boot());
    }

    private static Boot other(Boot boot, Random random) {
        Boot other = RandomMachines.small(1, random.nextLong()).boot();
        return switch (random.nextInt(4)) {
            case 0 -> new Boot(boot.name(), other.rules(), boot.pageSize(), boot.commandLine(), boot.steps());
            case 1 -> new Boot(boot.name(), boot.rules(), other.pageSize(), boot.commandLine(), boot.steps());
            case 2 -> new Boot(boot.name(), boot.rules(), boot.pageSize(), other.commandLine(), boot.steps());
            default -> new Boot(boot.name(), boot.rules(), boot.pageSize(), boot.commandLine(), random.nextBoolean() ? List.of()
                    : List.of(new BootStep.WriteResourceAlignment("16@pci:0:0"), new BootStep.Rescan()));
        };
    }

    private static Topology twoDomains() {
        Platform platform = new Platform(Architecture.AARCH64, Machine.ARM64_DT, 0x10000, false, false, List.of(),
                OptionalLong.empty(), Map.of());
        return new Topology("rack", platform, List.of(host(0, 0x8000000000L), host(1, 0x9000000000L)), List.of());
    }

    private static HostBridge host(int domain, long start) {
        return new HostBridge(domain, 0, 0xff, "", List.of(memory(start, start + 0xffffffffL)), Optional.empty(), false,
                List.of(drive(0, 0x4000), drive(1, 0x4000)));
    }

    private static HostWindow memory(long start, long end) {
        return HostWindow.of(ResourceType.MEM32, new AddressRange(start, end));
    }

    private static Function drive(int device, long size) {
        return Function.at(device, 0).bar(Bar.of(0, ResourceType.MEM64, size)).build();
    }

    private static Boot boot(String commandLine, List<BootStep> steps) {
        return new Boot("stock", KernelRules.mainline(KernelRelease.of("6.12")), 0x10000, commandLine, steps);
    }
}
