package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;

/** Who owns a range on x86, and when: devices of ACPI before firmware's BARs are claimed, PnP's reservations after. */
class ReservationsTest {

    private static final long PLACE = 0xd000_0000L;

    @Test
    void aDeviceOfAcpiKeepsItsRangeFromABar() {
        assertEquals(ResourceState.ASSIGNED, barUnder("AMDIF031:00").state());
    }

    @Test
    void aClaimedBarKeepsItsPlaceFromPnp() {
        assertEquals(ResourceState.CLAIMED, barUnder("pnp 00:03").state());
    }

    private static AssignedResource barUnder(String owner) {
        Function function = Function.at(1, 0).ids(DeviceIds.of(0x8086, 0x1572, 0x020000))
                .bar(Bar.at(0, ResourceType.MEM32, 0x1000, PLACE)).build();
        HostBridge host = HostBridge.of(
                List.of(HostWindow.of(ResourceType.MEM32, new AddressRange(0xc000_0000L, 0xdfff_ffffL))), List.of(function));
        Topology topology = new Topology("x", Platform.of(Architecture.X86_64, Machine.X86, 4096), List.of(host),
                List.of(new Reservation(Space.MEM, AddressRange.ofSize(PLACE, 0x1000), owner)));
        Boot boot = Boot.of("x", KernelRules.mainline(KernelRelease.of("6.12")), 4096, "");
        return Simulator.simulate(topology, boot).assignment().resources().get(0);
    }
}
