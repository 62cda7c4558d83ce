package org.pcitopo.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Topology;

/**
 * An arm64 server without firmware assignment: several domains, each with root ports that lead to switches with devices of
 * eight functions each, in turn NVMe, network with SR-IOV, and small ones. Deterministic.
 */
final class GeneratedMachine {

    /** No domain holds more; a real one is not larger. */
    private static final int FUNCTIONS_PER_DOMAIN = 1000;
    private static final int FEWEST_DOMAINS = 2;
    private static final int PORTS_PER_SWITCH = 7;
    private static final int FUNCTIONS_PER_DEVICE = 8;
    private static final int CLASS_BRIDGE = 0x060400;

    private static final long DOMAIN_SPACE = 1L << 44;
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final long PAGE = 64 * KIB;

    private int made;

    private GeneratedMachine() {
    }

    /** A machine of exactly {@code functions} functions, bridges among them. */
    static Topology of(int functions) {
        int domains = Math.max(FEWEST_DOMAINS, (functions + FUNCTIONS_PER_DOMAIN - 1) / FUNCTIONS_PER_DOMAIN);
        List<HostBridge> hosts = new ArrayList<>();
        for (int domain = 0; domain < domains; domain++) {
            int share = functions / domains + (domain < functions % domains ? 1 : 0);
            hosts.add(new GeneratedMachine().host(domain, share));
        }
        Platform platform = Platform.of(Architecture.AARCH64, Machine.ARM64_DT, PAGE);
        return new Topology("generated", platform, hosts, List.of());
    }

    /** Simulates one boot of it, with an alignment request that touches many functions. */
    static Simulation simulate(Topology topology) {
        Boot boot = Boot.of("boot", KernelRules.mainline(KernelRelease.of("6.12")), PAGE, "pci=resource_alignment=16@pci:1b36:0007");
        return Simulator.simulate(topology, boot);
    }

    private HostBridge host(int domain, int functions) {
        long base = DOMAIN_SPACE * (domain + 1);
        AddressRange low = AddressRange.ofSize(base, 2 * GIB);
        AddressRange high = AddressRange.ofSize(base + (1L << 43), 1L << 42);
        AddressRange io = AddressRange.ofSize(0x10000L * domain, 0x10000);
        List<HostWindow> windows = List.of(
                new HostWindow(ResourceType.IO, io, io.start()),
                new HostWindow(ResourceType.MEM32, low, low.start() - GIB),
                HostWindow.of(ResourceType.MEM32_PREF, high));
        List<Function> onRootBus = new ArrayList<>();
        while (made < functions) {
            int slot = onRootBus.size();
            onRootBus.add(rootPort(slot / FUNCTIONS_PER_DEVICE, slot % FUNCTIONS_PER_DEVICE, functions));
        }
        return new HostBridge(domain, 0, 0xff, "", windows, Optional.empty(), false, onRootBus);
    }

    private Function rootPort(int device, int function, int limit) {
        made++;
        List<Function> below = made < limit ? List.of(switchBelow(limit)) : List.of();
        return bridge(device, function, BridgeKind.ROOT_PORT, below);
    }

    private Function switchBelow(int limit) {
        made++;
        List<Function> ports = new ArrayList<>();
        for (int port = 0; port < PORTS_PER_SWITCH && made < limit; port++) {
            made++;
            List<Function> device = new ArrayList<>();
            for (int function = 0; function < FUNCTIONS_PER_DEVICE && made < limit; function++) {
                made++;
                device.add(endpoint(function));
            }
            ports.add(bridge(port, 0, BridgeKind.DOWNSTREAM_PORT, device));
        }
        return bridge(0, 0, BridgeKind.UPSTREAM_PORT, ports);
    }

    private static Function bridge(int device, int function, BridgeKind kind, List<Function> below) {
        return Function.at(device, function).ids(DeviceIds.of(0x1b36, 0x000c, CLASS_BRIDGE)).bridge(Bridge.of(kind, below)).build();
    }

    private static Function endpoint(int function) {
        return switch (function % 4) {
            case 0 -> Function.at(0, function).ids(DeviceIds.of(0x8086, 0x0a54, 0x010802))
                    .bar(Bar.of(0, ResourceType.MEM64, 16 * KIB))
                    .msix(new MsixTable(32, 0, 0x2000, 0, 0x3000)).passthrough(true).build();
            case 1 -> Function.at(0, function).ids(DeviceIds.of(0x8086, 0x1572, 0x020000))
                    .bar(Bar.of(0, ResourceType.MEM64_PREF, MIB))
                    .bar(Bar.of(3, ResourceType.MEM64_PREF, 32 * KIB))
                    .rom(Rom.of(512 * KIB))
                    .sriov(new Sriov(8, 16, 1, 0x154c, new TreeSet<>(List.of(4 * KIB, PAGE)),
                            List.of(Bar.of(0, ResourceType.MEM64_PREF, PAGE)))).build();
            default -> Function.at(0, function).ids(DeviceIds.of(0x1b36, 0x0007, 0x080501))
                    .bar(Bar.of(0, ResourceType.MEM32, 256))
                    .bar(Bar.of(1, ResourceType.MEM32, 4 * KIB)).passthrough(true).build();
        };
    }
}
