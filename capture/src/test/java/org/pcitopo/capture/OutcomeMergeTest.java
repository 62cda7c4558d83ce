package org.pcitopo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;

/** A pseries host: ports 0x10000 and memory 0x200080000000 appear as 0 and 0x80000000 on the bus. */
class OutcomeMergeTest {

    private static final Origin ORIGIN = Origin.read("x", 1);
    private static final PciAddress FUNCTION = new PciAddress(0, 0, 1, 0);
    private static final ResourceKey PORTS = new ResourceKey(FUNCTION, ResourceName.BAR0);
    private static final ResourceKey MEMORY = new ResourceKey(FUNCTION, ResourceName.BAR1);
    private static final AddressRange HERE = AddressRange.ofSize(0x2000_8000_0000L, 0x1000);
    private static final AddressRange THERE = AddressRange.ofSize(0x2000_8000_1000L, 0x1000);

    private static Topology topology(Architecture architecture) {
        Function function = Function.at(1, 0).bar(Bar.of(0, ResourceType.IO, 0x40))
                .bar(Bar.of(1, ResourceType.MEM32, 0x1000)).build();
        List<HostWindow> windows = List.of(
                new HostWindow(ResourceType.IO, AddressRange.ofSize(0x10000, 0x10000), 0x10000),
                new HostWindow(ResourceType.MEM32, AddressRange.ofSize(0x2000_8000_0000L, 0x8000_0000L), 0x2000_0000_0000L));
        return new Topology("t", Platform.of(architecture, Machine.PSERIES, 4096),
                List.of(HostBridge.of(windows, List.of(function))), List.of());
    }

    private static SourceFindings source(SourceKind kind, Answer... answers) {
        return new SourceFindings(kind, "x", List.of(), List.of(answers), List.of());
    }

    private static Answer.Outcome placed(AddressRange range) {
        return new Answer.Outcome(MEMORY, RecordedState.PLACED, Optional.of(range), ORIGIN);
    }

    private static Optional<AddressRange> place(ResourceKey key, SourceFindings... sources) {
        return Optional.ofNullable(OutcomeMerge.merge(List.of(sources), topology(Architecture.PPC64LE)).resources().get(key))
                .flatMap(Answer.Outcome::range);
    }

    @Test
    void sysfsIsBetterThanTheLog() {
        assertEquals(Optional.of(HERE), place(MEMORY, source(SourceKind.KERNEL_LOG, placed(THERE)),
                source(SourceKind.SYSFS, placed(HERE))));
    }

    @Test
    void theLogIsBetterThanLspci() {
        assertEquals(Optional.of(HERE), place(MEMORY, source(SourceKind.LSPCI, placed(THERE)),
                source(SourceKind.KERNEL_LOG, placed(HERE))));
    }

    @Test
    void theLogIsBestWhereSomethingChangedLater() {
        Answer change = new Answer.LaterChange(MEMORY, RecordedState.PLACED, Optional.of(THERE), ORIGIN);

        assertEquals(Optional.of(HERE), place(MEMORY, source(SourceKind.KERNEL_LOG, placed(HERE), change),
                source(SourceKind.SYSFS, placed(THERE))));
    }

    @Test
    void afterAChangeOthersDoNotShowTheBoot() {
        Answer change = new Answer.LaterChange(MEMORY, RecordedState.PLACED, Optional.of(THERE), ORIGIN);

        assertEquals(Optional.empty(), place(MEMORY, source(SourceKind.KERNEL_LOG, change),
                source(SourceKind.SYSFS, placed(THERE))));
    }

    @Test
    void portsOfUserSpaceAreBusAddressesOnPowerpc() {
        Answer ports = new Answer.UserPorts(PORTS, AddressRange.ofSize(0x1000, 0x40), ORIGIN);

        assertEquals(Optional.of(AddressRange.ofSize(0x11000, 0x40)), place(PORTS, source(SourceKind.SYSFS, ports)));
    }

    @Test
    void elsewhereTheyAreTheKernelsOwn() {
        Answer ports = new Answer.UserPorts(PORTS, AddressRange.ofSize(0x1000, 0x40), ORIGIN);

        assertEquals(Optional.of(AddressRange.ofSize(0x1000, 0x40)), OutcomeMerge.merge(
                List.of(source(SourceKind.SYSFS, ports)), topology(Architecture.AARCH64)).resources().get(PORTS).range());
    }

    @Test
    void registersHoldBusAddresses() {
        Answer register = new Answer.BusStart(MEMORY, Space.MEM, 0x8000_1000L, ORIGIN);

        assertEquals(Optional.of(THERE), place(MEMORY, source(SourceKind.SYSFS, register)));
    }

    @Test
    void aRangeInIomemBelongsToTheOnlyBarOfItsSize() {
        Answer occupied = new Answer.Occupied(FUNCTION, Space.MEM, HERE, ORIGIN);

        assertEquals(Optional.of(HERE), place(MEMORY, source(SourceKind.IOMEM, occupied)));
    }

    @Test
    void ofTwoRangesInIomemNeitherIsTaken() {
        assertEquals(Optional.empty(), place(MEMORY, source(SourceKind.IOMEM,
                new Answer.Occupied(FUNCTION, Space.MEM, HERE, ORIGIN), new Answer.Occupied(FUNCTION, Space.MEM, THERE, ORIGIN))));
    }

    @Test
    void aLineOfZerosForARegisterThatIsNotThereIsNothing() {
        Answer zeros = new Answer.Outcome(new ResourceKey(FUNCTION, ResourceName.BAR5), RecordedState.UNASSIGNED,
                Optional.empty(), ORIGIN);

        assertEquals(Set.of(), OutcomeMerge.merge(List.of(source(SourceKind.SYSFS, zeros)), topology(Architecture.PPC64LE))
                .resources().keySet());
    }
}
