package org.pcitopo.conformance.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** Which host bridges of QEMU stand for several. */
class BuiltHostTest {

    @Test
    void onQ35AnExpanderStandsWhereNothingElseDoes() {
        assertEquals(List.of("-device", "pxb-pcie,id=host1,bus=pcie.0,addr=1d.0,bus_nr=64"),
                BuiltHost.of(topology(host(0, 0, 0x1e), host(0, 0x40, 1)), MachineKind.Q35).get(1).arguments());
    }

    @Test
    void otherDomainsBecomeRootBusesOfOne() {
        assertEquals(List.of(0, 128), BuiltHost.of(topology(host(0, 0, 1), host(1, 0, 1)), MachineKind.VIRT_EDK2).stream()
                .map(BuiltHost::firstBus).toList());
    }

    @Test
    void onPseriesEachHasItsDomain() {
        assertEquals("host2.0 2", BuiltHost.of(topology(host(0, 0, 1), host(1, 0, 1), host(2, 0, 1)), MachineKind.PSERIES).stream()
                .skip(2).map(host -> host.rootBus() + " " + host.domain()).findFirst().orElseThrow());
    }

    @Test
    void moreThanThereCanBeAreLeftOut() {
        HostBridge[] hosts = IntStream.range(0, 9).mapToObj(index -> host(0, index * 16, 1)).toArray(HostBridge[]::new);
        assertEquals(List.of("host bridge 8: q35 has at most 8 host bridges"), QemuMachine.translate(topology(hosts), MachineKind.Q35)
                .remarks().stream().map(Remark::toString).toList());
    }

    private static HostBridge host(int domain, int firstBus, int device) {
        Function endpoint = Function.at(device, 0).ids(DeviceIds.of(0x1b36, 7, 0x080501)).bar(Bar.of(0, ResourceType.MEM32, 256)).build();
        return new HostBridge(domain, firstBus, 0xff, "", List.of(), Optional.empty(), false, List.of(endpoint));
    }

    private static Topology topology(HostBridge... hosts) {
        return new Topology("test", Platform.of(Architecture.X86_64, Machine.X86, 4096), List.of(hosts), List.of());
    }
}
