package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

/** Puts together host bridges, bridges and functions. */
final class TopologyMerge {

    private static final int LAST_BUS = 0xff;

    private final Map<Long, HostDraft> hosts = new TreeMap<>();
    private final List<HostDraft> scanOrder = new ArrayList<>();
    private final Map<PciAddress, FunctionDraft> functions = new TreeMap<>();
    private boolean realigned;

    void accept(Finding finding, SourceKind source) {
        int rank = Precedence.CAPABILITIES.rank(source);
        if (finding instanceof Finding.OfFunction ofFunction) {
            functions.computeIfAbsent(ofFunction.function(), FunctionDraft::new).accept(ofFunction, source);
        } else if (finding instanceof Finding.Host host) {
            host(host.domain(), host.bus()).named(host, source);
        } else if (finding instanceof Finding.WindowOfHost window) {
            host(window.domain(), window.bus()).window(window.window(), window.origin());
        } else if (finding instanceof Finding.BusesOfHost buses) {
            host(buses.domain(), buses.firstBus()).buses.offer(new HostDraft.Buses(buses.firstBus(), buses.lastBus()), buses.origin(), rank);
        } else if (finding instanceof Finding.IodaOfHost one) {
            hosts.values().stream().filter(host -> host.domain == one.domain())
                    .forEach(host -> host.ioda.offer(one.ioda(), one.origin(), rank));
        } else if (finding instanceof Finding.PreservesConfig one) {
            host(one.domain(), one.bus()).preserves.offer(true, one.origin(), rank);
        }
    }

    /** Whether no source shows of any function what firmware left in its registers. */
    boolean hidesFirmware() {
        return functions.values().stream().noneMatch(draft -> draft.enumerated);
    }

    /** Files that what firmware left in the registers is known, because of {@code why}. */
    void tellFirmware(Notes notes, String why) {
        notes.withdraw(FunctionBuilder.FIRMWARE_ADDRESSES);
        functions.keySet().forEach(function -> notes.derived(FactNames.function(function, FactNames.FIRMWARE), why));
    }

    private HostDraft host(int domain, int bus) {
        return hosts.computeIfAbsent((long) domain << 8 | bus, ignored -> {
            HostDraft draft = new HostDraft(domain, bus);
            scanOrder.add(draft);
            return draft;
        });
    }

    /** Functions that no source shows at boot time. */
    private void dropLater(Notes notes) {
        List<FunctionDraft> later = functions.values().stream().filter(draft -> !draft.later.isEmpty()).toList();
        for (FunctionDraft draft : later) {
            Origin origin = draft.later.first().orElseThrow().origin();
            notes.remark(origin.file(), origin.line(), draft.address + " was found after the boot's assignment and is not part of the machine");
            notes.leaveOut(draft.address.toString(), "found after the boot's assignment (plugged in, powered on or created later)");
            functions.remove(draft.address);
        }
    }

    boolean isEmpty() {
        return functions.isEmpty();
    }

    /** @param commandLine of the boot; sizes read after a boot with alignment requests may be larger than the hardware's */
    List<HostBridge> build(String commandLine, Notes notes) {
        realigned = commandLine.contains("resource_alignment");
        dropLater(notes);
        Map<Integer, List<FunctionDraft>> domains = functions.values().stream()
                .collect(Collectors.groupingBy(draft -> draft.address.domain(), TreeMap::new, Collectors.toList()));
        domains.forEach((domain, drafts) -> makeUpHost(domain, drafts, notes));
        Map<Integer, BusTree> trees = new TreeMap<>();
        domains.forEach((domain, drafts) -> trees.put(domain, new BusTree(roots(domain), drafts)));
        trees.forEach((domain, tree) -> adoptOrphans(domain, tree, notes));
        List<HostBridge> built = new ArrayList<>();
        for (HostDraft host : scanOrder) {
            BusTree tree = trees.getOrDefault(host.domain, new BusTree(List.of(host.bus), List.of()));
            built.add(host(host, tree, notes));
        }
        return built;
    }

    private List<Integer> roots(int domain) {
        return hosts.values().stream().filter(host -> host.domain == domain).map(host -> host.bus).sorted().toList();
    }

    /** A domain whose host bridge no source shows gets one at its lowest bus. */
    private void makeUpHost(int domain, Collection<FunctionDraft> drafts, Notes notes) {
        if (roots(domain).isEmpty()) {
            int bus = drafts.stream().mapToInt(draft -> draft.address.bus()).min().orElse(0);
            HostDraft host = host(domain, bus);
            notes.assume(hostId(host), "a host bridge", "no source shows the host bridge of domain " + String.format("%04x", domain));
        }
    }

    /** Buses that lie below no bridge get a host bridge of their own. */
    private void adoptOrphans(int domain, BusTree tree, Notes notes) {
        for (OptionalInt bus = tree.firstOrphan(); bus.isPresent(); bus = tree.firstOrphan()) {
            HostDraft host = host(domain, bus.getAsInt());
            tree.adopt(bus.getAsInt());
            notes.assume(hostId(host), "a host bridge of its own",
                    String.format("no source shows the bridge above bus %04x:%02x", domain, bus.getAsInt()));
        }
        for (FunctionDraft bridge : tree.unusable()) {
            Sourced<FunctionDraft.Buses> told = bridge.buses.last().orElseThrow();
            notes.remark(told.origin().file(), told.origin().line(), String.format(
                    "%s says that bus %02x is below it, which cannot be; what is there is taken as a host bridge's", bridge.address,
                    told.value().secondary()));
        }
    }

    private static String hostId(HostDraft host) {
        return String.format("host %04x:%02x", host.domain, host.bus);
    }

    private HostBridge host(HostDraft host, BusTree tree, Notes notes) {
        List<HostWindow> windows = new ArrayList<>();
        for (Sourced<HostWindow> window : host.windows) {
            windows.add(notes.take(FactNames.hostWindow(host.domain, host.bus, windows.size()), window));
        }
        if (windows.isEmpty()) {
            notes.assume(hostId(host) + " windows", "none", "no source shows the windows of this host bridge; nothing can be placed below it");
        }
        int last = host.buses.first().map(buses -> notes.take(FactNames.host(host.domain, host.bus, "buses"), buses).last())
                .orElse(LAST_BUS);
        int next = roots(host.domain).stream().filter(bus -> bus > host.bus).min(Comparator.naturalOrder()).orElse(LAST_BUS + 1);
        String name = notes.takeFirst(FactNames.host(host.domain, host.bus, "name"), host.name).orElse("");
        return new HostBridge(host.domain, host.bus, Math.max(host.bus, Math.min(last, next - 1)), name, windows,
                notes.takeFirst(FactNames.host(host.domain, host.bus, "ioda"), host.ioda),
                notes.takeFirst(FactNames.host(host.domain, host.bus, "preserveConfig"), host.preserves).orElse(false),
                functions(host.bus, tree, Optional.empty(), notes));
    }

    private List<Function> functions(int bus, BusTree tree, Optional<BridgeKind> above, Notes notes) {
        FunctionBuilder functionBuilder = new FunctionBuilder(notes, realigned);
        BridgeBuilder bridgeBuilder = new BridgeBuilder(notes, PrefetchableWindows.of(functions.values()));
        List<Function> built = new ArrayList<>();
        for (FunctionDraft draft : tree.at(bus)) {
            Function.Builder builder = functionBuilder.build(draft);
            Optional<Sourced<FunctionDraft.Buses>> below = draft.isBridge() ? tree.below(draft) : Optional.empty();
            if (below.isPresent()) {
                BridgeKind kind = bridgeBuilder.kind(draft, above);
                List<Function> children = functions(below.get().value().secondary(), tree, Optional.of(kind), notes);
                builder.bridge(bridgeBuilder.build(draft, below.get(), kind, children));
            }
            built.add(builder.build());
        }
        return built;
    }
}
