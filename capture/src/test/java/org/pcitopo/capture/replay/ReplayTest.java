package org.pcitopo.capture.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.CapturedBoot;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.NotComparable;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** One endpoint at 00:01.0 with a 4 KiB BAR 0 and a 16 KiB BAR 2 on a device tree host: the kernel puts BAR 2 first. */
class ReplayTest {

    private static final Origin ORIGIN = Origin.read("resource", 1);
    private static final PciAddress FUNCTION = new PciAddress(0, 0, 1, 0);
    private static final AddressRange WINDOW = AddressRange.ofSize(0x1000_0000, 0x1000_0000);
    private static final AddressRange BAR0 = AddressRange.ofSize(0x1000_4000, 0x1000);
    private static final AddressRange BAR2 = AddressRange.ofSize(0x1000_0000, 0x4000);

    private static ResourceKey key(ResourceName name) {
        return new ResourceKey(FUNCTION, name);
    }

    private static Topology topology(Machine machine, HostWindow... windows) {
        Architecture architecture = machine == Machine.X86 ? Architecture.X86_64 : Architecture.AARCH64;
        Function function = Function.at(1, 0).ids(DeviceIds.of(0x8086, 0x1521, 0x020000)).bar(Bar.of(0, ResourceType.MEM32, 0x1000))
                .bar(Bar.of(2, ResourceType.MEM32, 0x4000)).build();
        return new Topology("t", Platform.of(architecture, machine, 4096),
                List.of(HostBridge.of(List.of(windows), List.of(function))), List.of());
    }

    private static Topology topology() {
        return topology(Machine.ARM64_DT, HostWindow.of(ResourceType.MEM32, WINDOW));
    }

    private static Answer.Outcome placed(ResourceName name, AddressRange range) {
        return new Answer.Outcome(key(name), RecordedState.PLACED, Optional.of(range), ORIGIN);
    }

    private static RecordedOutcome outcome(Answer... answers) {
        Map<ResourceKey, Answer.Outcome> resources = new TreeMap<>();
        List<Answer.LaterChange> later = List.of();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Outcome found) {
                resources.put(found.resource(), found);
            } else if (answer instanceof Answer.LaterChange change) {
                later = List.of(change);
            }
        }
        List<Answer.VfioRegion> regions = List.of(answers).stream().filter(Answer.VfioRegion.class::isInstance)
                .map(Answer.VfioRegion.class::cast).toList();
        List<Answer.VfioUnavailable> unavailable = List.of(answers).stream().filter(Answer.VfioUnavailable.class::isInstance)
                .map(Answer.VfioUnavailable.class::cast).toList();
        return new RecordedOutcome(new TreeMap<>(resources), later, regions, unavailable);
    }

    private static CapturedMachine machine(Topology topology, ReleaseRange releases, Provenance provenance, RecordedOutcome outcome) {
        CapturedBoot boot = new CapturedBoot(Optional.empty(), new Sourced<>(releases, ORIGIN),
                new Sourced<>(topology.platform().architecture(), ORIGIN), new Sourced<>(topology.platform().machine(), ORIGIN),
                new Sourced<>(4096L, ORIGIN), new Sourced<>("quiet", ORIGIN), Optional.empty(), List.of());
        return new CapturedMachine(topology, provenance, boot, outcome, List.of(), List.of(), List.of(), List.of());
    }

    private static CapturedMachine machine(Topology topology, RecordedOutcome outcome) {
        return machine(topology, ReleaseRange.exactly(KernelRelease.of("6.12")), Provenance.NONE, outcome);
    }

    private static ReplayResult replay(Answer... answers) throws CaptureException {
        return Replay.run("s", machine(topology(), outcome(answers)));
    }

    @Test
    void whatTheKernelDidIsEqual() throws CaptureException {
        assertEquals(new Tally(2, 2, 0, 0),
                replay(placed(ResourceName.BAR0, BAR0), placed(ResourceName.BAR2, BAR2)).resources());
    }

    @Test
    void aDifferenceSaysBothPlaces() throws CaptureException {
        AddressRange elsewhere = AddressRange.ofSize(0x1000_5000, 0x1000);

        assertEquals(List.of(new Difference(key(ResourceName.BAR0), Difference.Kind.RESOURCE, BAR0.toString(),
                elsewhere.toString(), ORIGIN)), replay(placed(ResourceName.BAR0, elsewhere), placed(ResourceName.BAR2, BAR2))
                .differences());
    }

    @Test
    void aPlaceThatTheKernelDidNotFindIsADifference() throws CaptureException {
        Answer failed = new Answer.Outcome(key(ResourceName.BAR0), RecordedState.UNASSIGNED, Optional.empty(), ORIGIN);

        assertEquals("no address", replay(failed, placed(ResourceName.BAR2, BAR2)).differences().get(0).recorded());
    }

    @Test
    void whatNoSourceShowsIsListed() throws CaptureException {
        assertEquals(List.of(new NotComparable(FUNCTION + " BAR 2", "no source shows where it ended")),
                replay(placed(ResourceName.BAR0, BAR0)).notComparable());
    }

    @Test
    void whatChangedAfterTheBootIsListedWithItsReason() throws CaptureException {
        Answer resized = new Answer.LaterChange(key(ResourceName.BAR2), RecordedState.PLACED, Optional.of(BAR2), ORIGIN);

        assertTrue(replay(placed(ResourceName.BAR0, BAR0), resized).notComparable().get(0).why()
                .startsWith("changed after the boot"));
    }

    @Test
    void aRecordedBarOfUnknownSizeIsListed() throws CaptureException {
        ReplayResult result = replay(placed(ResourceName.BAR0, BAR0), placed(ResourceName.BAR2, BAR2),
                placed(ResourceName.BAR4, WINDOW));

        assertTrue(result.notComparable().get(0).why().contains("no source tells its type and"));
    }

    @Test
    void releasesThatDoNotAgreeAreNotCompared() {
        Topology other = topology(Machine.ARM64_DT, HostWindow.of(ResourceType.MEM32, WINDOW.shifted(0x1000_0000).orElseThrow()));
        CapturedMachine captured = machine(topology(), new ReleaseRange(KernelRelease.of("6.8"), KernelRelease.of("6.12")),
                Provenance.NONE, outcome(placed(ResourceName.BAR0, BAR0), placed(ResourceName.BAR2, BAR2)));
        List<Simulation> simulations = List.of(Simulator.simulate(topology(), Replay.boots(captured.boot()).get(0)),
                Simulator.simulate(other, Replay.boots(captured.boot()).get(1)));

        assertEquals(new Tally(0, 0, 0, 2), Replay.of("s", captured, captured, simulations).resources());
    }

    @Test
    void everySetOfRulesInARangeOfReleasesIsSimulatedOnce() {
        CapturedMachine captured = machine(topology(), new ReleaseRange(KernelRelease.of("6.15"), KernelRelease.of("6.17")),
                Provenance.NONE, outcome());

        assertEquals(List.of(KernelRelease.of("6.15"), KernelRelease.of("6.16")),
                Replay.boots(captured.boot()).stream().map(boot -> boot.rules().release()).toList());
    }

    @Test
    void releasesWithoutRulesAreTakenAsTheNearest() {
        CapturedMachine captured = machine(topology(), ReleaseRange.exactly(KernelRelease.of("3.16")), Provenance.NONE,
                outcome());

        assertEquals(List.of(KernelRelease.OLDEST),
                Replay.boots(captured.boot()).stream().map(boot -> boot.rules().release()).toList());
    }

    @Test
    void withoutHostWindowsNothingIsPredicted() throws CaptureException {
        ReplayResult result = Replay.run("s", machine(topology(Machine.ARM64_DT), outcome(placed(ResourceName.BAR0, BAR0))));

        assertTrue(result.notComparable().get(0).why().contains("windows of its host bridge"));
    }

    @Test
    void whereFirmwaresPlacesStayTheyHaveToBeKnown() throws CaptureException {
        Provenance unknown = Provenance.of(Map.of(new Fact(FUNCTION.toString(), FactNames.FIRMWARE), Origin.assumed("no log")));
        CapturedMachine captured = machine(topology(Machine.X86, HostWindow.of(ResourceType.MEM32, WINDOW)),
                ReleaseRange.exactly(KernelRelease.of("6.12")), unknown,
                outcome(placed(ResourceName.BAR0, BAR0), placed(ResourceName.BAR2, BAR2)));

        assertEquals(new Tally(0, 0, 0, 2), Replay.run("s", captured).resources());
    }

    @Test
    void aMappableBarThatVfioMapsIsEqual() throws CaptureException {
        ReplayResult result = replay(region(0, true));

        assertEquals(1, result.mappings().equal());
    }

    @Test
    void aMappingThatDiffersIsListed() throws CaptureException {
        assertEquals("no mmap", replay(region(0, false)).differences().get(0).recorded());
    }

    @Test
    void functionsThatVfioCouldNotOpenAreListed() throws CaptureException {
        ReplayResult result = replay(new Answer.VfioUnavailable(FUNCTION, "host bridge", ORIGIN));

        assertEquals(new Tally(0, 0, 0, 2), result.mappings());
    }

    @Test
    void withoutVfioAnswersNoMappingCounts() throws CaptureException {
        assertEquals(Tally.NONE, replay(placed(ResourceName.BAR0, BAR0)).mappings());
    }

    @Test
    void anotherRecordingsMachineIsSimulated() throws CaptureException {
        CapturedMachine recorded = machine(topology(Machine.ARM64_DT), outcome(placed(ResourceName.BAR0, BAR0),
                placed(ResourceName.BAR2, BAR2)));

        assertTrue(Replay.run("s", recorded, machine(topology(), outcome())).isIdentical());
    }

    @Test
    void machinesThatCannotBeAreRefusedInOneLine() {
        CapturedMachine captured = machine(topology(), outcome());

        CaptureException refused = assertThrows(CaptureException.class, () -> Replay.run("s", captured, captured,
                (topology, boot) -> {
                    throw impossible();
                }));
        assertEquals(1, refused.getMessage().lines().count());
    }

    private static RuntimeException impossible() {
        Function bridgeWithoutEnd = Function.at(1, 0).bridge(Bridge.of(
                BridgeKind.PCI, List.of()).withBuses(0xff, 0xff)).build();
        Function unnumbered = Function.at(2, 0).bridge(Bridge.of(
                BridgeKind.PCI, List.of())).build();
        Topology full = new Topology("t", topology().platform(),
                List.of(HostBridge.of(List.of(), List.of(bridgeWithoutEnd, unnumbered))), List.of());
        return assertThrows(RuntimeException.class,
                () -> Simulator.simulate(full, Replay.boots(machine(full, outcome()).boot()).get(0)));
    }

    @Test
    void nothingComparedIsNotIdentical() throws CaptureException {
        assertFalse(replay().isIdentical());
    }

    @Test
    void totalsAddUp() throws CaptureException {
        ReplayResult result = replay(placed(ResourceName.BAR0, BAR0), placed(ResourceName.BAR2, BAR2));

        assertEquals(new ReplayTotal(2, 2, 0, new Tally(4, 4, 0, 0), Tally.NONE), ReplayTotal.of(List.of(result, result)));
    }

    private static Answer.VfioRegion region(int index, boolean mappable) {
        return new Answer.VfioRegion(FUNCTION, index, 0x1000, true, true, mappable, Optional.of(false), List.of(), false, ORIGIN);
    }
}
