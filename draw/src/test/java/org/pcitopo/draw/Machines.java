package org.pcitopo.draw;

import java.util.List;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** Small machines to draw: two drives that share a 64K page, and one below a port. */
final class Machines {

    static final long LARGE_PAGE = 0x10000;

    private Machines() {
    }

    static Simulation drives(String name, long pageSize) {
        return drives(name, pageSize, "");
    }

    static Simulation drives(String name, long pageSize, String commandLine) {
        List<HostWindow> windows = List.of(
                HostWindow.of(ResourceType.MEM32, AddressRange.ofSize(0x1000_0000, 0x1000_0000)),
                HostWindow.of(ResourceType.MEM32, new AddressRange(0x80_0000_0000L, 0xff_ffff_ffffL)));
        Function port = Function.at(3, 0).name("port").ids(DeviceIds.of(0x1b36, 0xc, 0x060400))
                .bridge(Bridge.of(BridgeKind.ROOT_PORT, List.of(drive(0, "inner")))).build();
        HostBridge host = HostBridge.of(windows, List.of(port, drive(4, name), drive(5, "nvme1"),
                Function.at(6, 0).name("large").ids(DeviceIds.of(1, 2, 0x010802)).bar(Bar.of(0, ResourceType.MEM64, 1L << 45)).build()));
        Platform platform = Platform.of(Architecture.AARCH64, Machine.ARM64_DT, pageSize);
        return Simulator.simulate(new Topology("cloud", platform, List.of(host), List.of()),
                Boot.of("stock", KernelRules.mainline(KernelRelease.of("6.12")), pageSize, commandLine));
    }

    private static Function drive(int device, String name) {
        return Function.at(device, 0).name(name).ids(DeviceIds.of(0x144d, 0xa808, 0x010802))
                .bar(Bar.of(0, ResourceType.MEM64, 0x4000)).build();
    }
}
