package org.pcitopo.capture.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;

/** What all lines of one log need to know. */
final class LogContext {

    private final Simulation simulation;
    private final Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Names names;
    private final PciOptions options;

    LogContext(Simulation simulation) {
        this.simulation = simulation;
        simulation.assignment().functions().forEach(function -> functions.put(function.address(), function));
        simulation.assignment().resources().forEach(resource -> resources.put(resource.key(), resource));
        this.options = PciOptions.of(simulation.boot().commandLine(), simulation.boot().rules(), platform().architecture());
        this.names = new Names(has(Wording.RESOURCES_HAVE_NAMES), platform());
    }

    boolean has(Wording wording) {
        return wording.holds(simulation.boot().rules().release());
    }

    /** The windows of {@code host} as this kernel lists them: newer ones take neighbours of one sort for one window. */
    List<HostWindow> hostWindows(HostBridge host) {
        if (!has(Wording.HOST_WINDOWS_JOINED)) {
            return host.windows();
        }
        List<HostWindow> joined = new ArrayList<>();
        for (WindowUse window : simulation.assignment().windows()) {
            if (window.id() instanceof WindowId.OfHost id && id.domain() == host.domain() && id.bus() == host.firstBus()) {
                joined.add(new HostWindow(window.type(), window.range(), offset(host, window)));
            }
        }
        return joined;
    }

    private static long offset(HostBridge host, WindowUse joined) {
        return host.windows().stream().filter(window -> window.type() == joined.type() && joined.range().contains(window.range()))
                .mapToLong(HostWindow::offset).findFirst()
                .orElse(0);
    }

    /** ACPI's windows of host bridges are marked as such; those of device trees and of chipset registers are not. */
    boolean marksHostWindows() {
        boolean acpi = platform().machine() == Machine.ARM64_ACPI || platform().machine() == Machine.X86 && !ignoresHostWindows();
        return acpi && has(Wording.HOST_WINDOWS_MARKED);
    }

    /** With {@code pci=nocrs} the whole space is the window of a host bridge, and no resource of its own. */
    boolean ignoresHostWindows() {
        return platform().machine() == Machine.X86 && options.nocrs();
    }

    /** What the command line asks of PCI. */
    PciOptions options() {
        return options;
    }

    Simulation simulation() {
        return simulation;
    }

    Platform platform() {
        return simulation.topology().platform();
    }

    Names names() {
        return names;
    }

    /** What happened. */
    List<TraceEvent> events() {
        return simulation.assignment().trace().events();
    }

    /** Whether an event is about {@code host} or about what is below it. */
    Predicate<TraceEvent> of(HostBridge host) {
        return event -> {
            if (event instanceof TraceEvent.OfBus about) {
                return isBelow(host, about.domain(), about.bus());
            }
            Optional<PciAddress> function = event instanceof TraceEvent.OfResource about ? Optional.of(about.resource().function())
                    : event instanceof TraceEvent.OfFunction about ? Optional.of(about.function()) : Optional.empty();
            return function.map(address -> isBelow(host, address.domain(), address.bus())).orElse(true);
        };
    }

    /** The host bridge whose root bus is listed, empty for any other bus. */
    Optional<HostBridge> rootOf(TraceEvent.BusListed listed) {
        return simulation.topology().hostBridges().stream()
                .filter(host -> host.domain() == listed.domain() && host.firstBus() == listed.bus()).findFirst();
    }

    private static boolean isBelow(HostBridge host, int domain, int bus) {
        return domain == host.domain() && host.firstBus() <= bus && bus <= host.lastBus();
    }

    /** The function at {@code address}, empty where it was removed after the boot. */
    Optional<EnumeratedFunction> function(PciAddress address) {
        return Optional.ofNullable(functions.get(address));
    }

    /** Where functions come from a device tree a bridge without any has no bus. */
    boolean isScanned(EnumeratedFunction bridge) {
        return platform().machine() != Machine.PSERIES
                || !bridge.description().bridge().map(Bridge::functions).orElse(List.of()).isEmpty();
    }

    Optional<AssignedResource> resource(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    /** The type bits of a resource as they are printed: a device tree marks no ROM prefetchable. */
    ResourceType type(ResourceKey key) {
        if (key.name() == ResourceName.ROM && platform().romsComeFromDeviceTree()) {
            return ResourceType.MEM32;
        }
        return resource(key).map(AssignedResource::type).orElse(ResourceType.MEM32);
    }

    /** The buses below a bridge: {@code [bus 01-02]}. */
    String busesBelow(PciAddress bridge) {
        return function(bridge).map(function -> ResourceWords.buses(function.secondary(), function.subordinate())).orElse("[bus 00]");
    }
}
