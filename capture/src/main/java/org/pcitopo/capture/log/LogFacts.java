package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.log.PciEvent.Remark;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Collects the facts of one boot's log: everything up to the first assignment below a host bridge, and afterwards only what
 * names hardware.
 */
final class LogFacts {

    private static final long SHADOW_ROM_START = 0xc0000;
    private static final long SHADOW_ROM_SIZE = 0x20000;
    private static final int APPLE = 0x106b;
    private static final int U4_PCIE = 0x005b;
    private static final int ROCKCHIP = 0x1d87;
    private static final int RK3399 = 0x0100;

    private final List<Finding> findings = new ArrayList<>();
    private final HostPhases phases;
    private final IodaLines ioda;
    private final Map<PciAddress, Integer> headerTypes = new HashMap<>();
    /** VF BARs of kernels up to 6.7, printed by register offset; a later line says which BAR it is. */
    private final Map<PciAddress, PendingVf> pendingVf = new HashMap<>();
    private final Set<PciAddress> realigned = new HashSet<>();
    private final Set<PciAddress> enabled = new HashSet<>();
    /** The driver of the host bridge found last, by domain. */
    private final Map<Integer, String> hostDrivers = new HashMap<>();
    /** By domain and bus. */
    private final Map<Long, PciAddress> bridgesBySecondary = new HashMap<>();
    private final Set<PciAddress> emptyVfBars = new HashSet<>();
    private Optional<PciAddress> appleBridge = Optional.empty();
    private final HotplugByDemand demand = new HotplugByDemand();
    private Optional<PciEvent.AcpiRoot> announced = Optional.empty();

    private record PendingVf(ResourceText resource, Origin origin) {
    }

    LogFacts(HostPhases phases, IodaLines ioda) {
        this.phases = phases;
        this.ioda = ioda;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(demand.findings());
        return all;
    }

    /** The header type that the log shows, -1 where it shows none. */
    int headerType(PciAddress function) {
        return headerTypes.getOrDefault(function, -1);
    }

    Optional<ResourceName> resolve(PciEvent.Shown shown) {
        return shown.place().resolve(headerType(shown.function()), shown.resource().type());
    }

    void accept(PciEvent event, LogLine line) {
        if (event instanceof PciEvent.HostFound host) {
            hostDrivers.put(host.domain(), host.driver());
            findings.add(new Finding.Host(host.domain(), host.bus(), hostName(host), line.read()));
            announced.filter(root -> root.domain() == host.domain() && root.firstBus() == host.bus()).ifPresent(
                    root -> findings.add(new Finding.BusesOfHost(root.domain(), root.firstBus(), root.lastBus(), line.read())));
        } else if (event instanceof PciEvent.AcpiRoot root) {
            announced = Optional.of(root);
        } else if (event instanceof PciEvent.AcpiWindow window) {
            announced.ifPresent(root -> acpiWindow(root, window.window(), line));
        } else if (event instanceof PciEvent.RootWindow window) {
            rootWindow(window, line);
        } else if (event instanceof PciEvent.RootBuses buses) {
            findings.add(new Finding.BusesOfHost(buses.domain(), buses.bus(), buses.last() < buses.bus() ? 0xff : buses.last(),
                    line.read()));
        } else if (event instanceof PciEvent.U4Range u4) {
            appleBridge.ifPresent(bridge -> findings.add(new Finding.FirmwareWindow(bridge, ResourceName.MEM_WINDOW,
                    ResourceType.MEM32, u4.window().range(), line.read())));
        } else if (event instanceof PciEvent.BusEnd end) {
            Optional.ofNullable(bridgesBySecondary.get((long) end.domain() << 8 | end.bus())).filter(bridge -> end.last() >= end.bus())
                    .ifPresent(bridge -> findings.add(new Finding.Buses(bridge, end.bus(), end.last(), line.read())));
        } else if (event instanceof PciEvent.Unplaced unplaced) {
            unplaced(unplaced, line);
        } else if (event instanceof PciEvent.OfFunction ofFunction) {
            ofFunction(ofFunction, line);
        }
    }

    /**
     * How the kernel is configured: had it been allowed to, it would have tried again of its own accord where firmware gave a
     * VF BAR no place.
     */
    private void unplaced(PciEvent.Unplaced unplaced, LogLine line) {
        int root = phases.root(unplaced.domain(), unplaced.bus());
        boolean askedFor = emptyVfBars.stream().anyMatch(
                function -> function.domain() == unplaced.domain() && phases.root(function.domain(), function.bus()) == root);
        if (unplaced.automatic() || askedFor) {
            findings.add(new Finding.Configured("PCI_REALLOC_ENABLE_AUTO", unplaced.automatic(),
                    line.derived("whether it tried again of its own accord")));
        }
    }

    private String hostName(PciEvent.HostFound host) {
        if (!host.driver().isEmpty()) {
            return host.driver();
        }
        return announced.filter(root -> root.domain() == host.domain() && root.firstBus() == host.bus())
                .map(PciEvent.AcpiRoot::name).orElse("");
    }

    private void acpiWindow(PciEvent.AcpiRoot root, ResourceText window, LogLine line) {
        if (!phases.isRoot(root.domain(), root.firstBus())) {
            phases.found(root.domain(), root.firstBus());
            findings.add(new Finding.Host(root.domain(), root.firstBus(), root.name(), line.read()));
            findings.add(new Finding.BusesOfHost(root.domain(), root.firstBus(), root.lastBus(), line.read()));
        }
        window.range().ifPresent(range -> findings.add(new Finding.WindowOfHost(root.domain(), root.firstBus(),
                HostWindow.of(window.type(), range), line.read())));
    }

    private void rootWindow(PciEvent.RootWindow window, LogLine line) {
        long start = window.window().range().orElseThrow().start();
        findings.add(new Finding.WindowOfHost(window.domain(), window.bus(),
                new HostWindow(window.window().type(), window.window().range().orElseThrow(), window.offset()), line.read()));
        ioda.at(start).ifPresent(found ->
                findings.add(new Finding.IodaOfHost(window.domain(), found.ioda(), found.line().read())));
    }

    private void ofFunction(PciEvent.OfFunction event, LogLine line) {
        if (namesHardware(event, line)) {
            return;
        }
        if (event instanceof PciEvent.Optionally optionally) {
            // What is plugged or rescanned later may make bridges hotplug ports that were none at boot (acpiphp).
            if (phases.of(event.function()) != HostPhases.Phase.DONE) {
                demand.accept(optionally, line);
            }
            windowType(optionally.function(), optionally.window(), line);
            return;
        }
        if (event instanceof PciEvent.Shown shown && shown.remark() == Remark.ALIGNMENT) {
            realigned.add(shown.function());
        }
        if (phases.of(event.function()) != HostPhases.Phase.ENUMERATING) {
            if (event instanceof PciEvent.BridgeTo bridge && phases.of(event.function()) == HostPhases.Phase.ASSIGNING) {
                buses(bridge, line.derived("bus numbers stay as they are while resources are assigned"));
            }
            return;
        }
        if (event instanceof PciEvent.Found found) {
            found(found, line);
        } else if (event instanceof PciEvent.BridgeTo bridge) {
            bridgeTo(bridge, line);
        } else if (event instanceof PciEvent.Shown shown) {
            shown(shown, line);
        } else if (event instanceof PciEvent.VfTotal total) {
            vfTotal(total, line);
        } else if (event instanceof PciEvent.ShadowRom shadow) {
            PciAddress function = shadow.function();
            findings.add(new Finding.Register(function, ResourceName.ROM, ResourceType.MEM32_PREF, SHADOW_ROM_SIZE, line.read()));
            findings.add(new Finding.FirmwareAddress(function, ResourceName.ROM, OptionalLong.of(SHADOW_ROM_START), line.read()));
            findings.add(new Finding.RomState(function, false, true, line.read()));
        } else if (event instanceof PciEvent.QuirkClaims quirk) {
            findings.add(new Finding.Reserved(new Reservation(quirk.space(), quirk.range(), quirk.owner()), line.read()));
        } else if (event.driver().equals("pci")) {
            findings.add(new Finding.Present(event.function(), line.read()));
        }
    }

    /** Lines that tell of hardware or the platform whenever they are printed. */
    private boolean namesHardware(PciEvent.OfFunction event, LogLine line) {
        if (event instanceof PciEvent.SlotCapabilities slot) {
            // The driver binds to hotplug ports alone: one that says no was gone before its registers were read.
            findings.add(new Finding.Hotplug(slot.function(), true,
                    slot.hotplug() ? line.read() : line.derived("the hotplug driver is bound to it")));
        } else if (event instanceof PciEvent.IommuGroup group) {
            findings.add(new Finding.IommuGroup(group.function(), group.group(), line.read()));
        } else if (event instanceof PciEvent.Enabling enabling) {
            enabling(enabling, line);
        } else {
            return false;
        }
        return true;
    }

    /**
     * The COMMAND register from before a driver enabled the function is firmware's, unless the kernel itself switched decoding
     * off because of an alignment request.
     */
    private void enabling(PciEvent.Enabling event, LogLine line) {
        if (enabled.add(event.function()) && !realigned.contains(event.function())) {
            Decode decode = new Decode((event.before() & 1) != 0, (event.before() & 2) != 0);
            findings.add(new Finding.DecodeBits(event.function(), decode, line.derived("COMMAND register before it was enabled")));
        }
    }

    private void found(PciEvent.Found found, LogLine line) {
        PciAddress function = found.function();
        headerTypes.put(function, found.headerType());
        if (found.vendor() == APPLE && found.device() == U4_PCIE) {
            appleBridge = Optional.of(function);
        }
        findings.add(new Finding.Present(function, line.read()));
        findings.add(new Finding.VendorDevice(function, found.vendor(), found.device(), line.read()));
        findings.add(new Finding.ClassCode(function, found.classCode(), line.read()));
        findings.add(new Finding.HeaderType(function, found.headerType(), line.read()));
        found.kind().ifPresent(kind -> findings.add(new Finding.KindOfBridge(function, kind, line.read())));
        if (found.headerType() == 2) {
            demand.cardBus(function);
        }
        if (found.headerType() == 1 && phases.isRoot(function.domain(), function.bus()) && lacksPrefetchable(found)) {
            findings.add(new Finding.WindowType(function, ResourceName.PREF_WINDOW, Optional.empty(),
                    line.derived("ports of this sort have no prefetchable window")));
        }
        if (found.headerType() == 1 && found.classCode() == 0x060401) {
            findings.add(new Finding.Transparent(function, line.derived("programming interface 01")));
        }
    }

    /** mvebu emulates its ports without one, and RK3399's has none. */
    private boolean lacksPrefetchable(PciEvent.Found found) {
        return hostDrivers.getOrDefault(found.function().domain(), "").startsWith("mvebu-pcie ")
                || found.vendor() == ROCKCHIP && found.device() == RK3399;
    }

    private void buses(PciEvent.BridgeTo bridge, Origin origin) {
        boolean numbered = bridge.secondary() != 0 && bridge.secondary() != bridge.function().bus()
                && bridge.subordinate() >= bridge.secondary();
        if (numbered) {
            bridgesBySecondary.put((long) bridge.function().domain() << 8 | bridge.secondary(), bridge.function());
            findings.add(new Finding.Buses(bridge.function(), bridge.secondary(), bridge.subordinate(), origin));
        }
    }

    private void bridgeTo(PciEvent.BridgeTo bridge, LogLine line) {
        buses(bridge, line.read());
        if (bridge.subtractive()) {
            findings.add(new Finding.Transparent(bridge.function(), line.read()));
        }
        findings.add(new Finding.Present(bridge.function(), line.read()));
    }

    private void shown(PciEvent.Shown shown, LogLine line) {
        if (shown.remark() == Remark.SUBTRACTIVE) {
            findings.add(new Finding.Transparent(shown.function(), line.read()));
            return;
        }
        Optional<ResourceName> name = resolve(shown);
        if (shown.remark() == Remark.ALIGNMENT) {
            name.filter(register -> !register.isWindow()).ifPresent(register -> size(shown.function(), register, shown.resource(), line.read()));
            return;
        }
        if (shown.remark() != Remark.NONE && shown.remark() != Remark.FIXED) {
            return;
        }
        if (name.isEmpty()) {
            if (shown.place().naming() == Place.Naming.OFFSET) {
                pendingVf.put(shown.function(), new PendingVf(shown.resource(), line.read()));
            }
            return;
        }
        if (name.get().isWindow()) {
            window(shown, name.get(), line);
        } else {
            if (shown.remark() == Remark.FIXED) {
                // The quirk's ports replace what the register had shown before.
                findings.removeIf(finding -> isRegister(finding, shown.function(), name.get()));
            }
            register(shown.function(), name.get(), shown.resource(), line.read());
            if (shown.remark() == Remark.FIXED) {
                findings.add(new Finding.FixedRegister(shown.function(), name.get(), line.read()));
            }
        }
    }

    private static boolean isRegister(Finding finding, PciAddress function, ResourceName name) {
        return finding instanceof Finding.Register register && register.function().equals(function) && register.name() == name
                || finding instanceof Finding.FirmwareAddress at && at.function().equals(function) && at.name() == name;
    }

    private void window(PciEvent.Shown shown, ResourceName name, LogLine line) {
        Optional<ResourceText> open = Optional.of(shown.resource()).filter(resource -> !resource.disabled());
        findings.add(new Finding.FirmwareWindow(shown.function(), name, shown.resource().type(),
                open.flatMap(ResourceText::range), line.read()));
    }

    private void register(PciAddress function, ResourceName name, ResourceText resource, Origin origin) {
        if (resource.size() == 0) {
            return;
        }
        if (name == ResourceName.ROM || name.isVfBar()) {
            demand.optionalRegister(function, name == ResourceName.ROM);
        }
        size(function, name, resource, origin);
        findings.add(new Finding.FirmwareAddress(function, name,
                resource.range().map(range -> OptionalLong.of(range.start())).orElseGet(OptionalLong::empty), origin));
    }

    /** What the hardware decodes; before an alignment request enlarges it, it is printed as well. */
    private void size(PciAddress function, ResourceName name, ResourceText resource, Origin origin) {
        ResourceType type = name == ResourceName.ROM ? ResourceType.MEM32_PREF : resource.type();
        findings.add(new Finding.Register(function, name, type, resource.size(), origin));
    }

    private void vfTotal(PciEvent.VfTotal total, LogLine line) {
        if (total.total().range().map(range -> range.start() == 0).orElse(true)) {
            emptyVfBars.add(total.function());
        }
        PendingVf one = pendingVf.remove(total.function());
        ResourceName name = ResourceName.vfBar(total.bar());
        if (one != null) {
            register(total.function(), name, one.resource(), one.origin());
        } else if (total.count() > 0) {
            long size = Long.divideUnsigned(total.total().size(), total.count());
            if (Unsigned.isPowerOfTwo(size)) {
                Origin origin = line.derived("size of all VFs divided by their number");
                findings.add(new Finding.Register(total.function(), name, total.total().type(), size, origin));
                total.total().range().ifPresent(range -> findings.add(new Finding.FirmwareAddress(total.function(), name,
                        OptionalLong.of(range.start()), origin)));
            }
        }
        findings.add(new Finding.SriovCapability(total.function(), total.count(), 0, 0, 0, Set.of(), line.read()));
    }

    private void windowType(PciAddress bridge, ResourceText window, LogLine line) {
        Place.WINDOW.resolve(headerType(bridge), window.type()).ifPresent(name -> findings.add(new Finding.WindowType(bridge, name,
                Optional.of(window.type()), line.derived("the kernel sizes this window"))));
    }
}
