package org.pcitopo.capture.wording;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/** What a kernel logs while it keeps, sizes and places resources. */
final class AssignmentLines {

    /** The kernel's index of the first window of a host bridge. */
    private static final int FIRST_OF_HOST = 4;

    private final LogContext context;
    private final Names names;
    /** What found no space last; what the kernel gives up without looking for space has no alignment. */
    private String lastFull = "";
    private Optional<ResourceKey> lastFullKey = Optional.empty();

    AssignmentLines(LogContext context) {
        this.context = context;
        this.names = context.names();
    }

    void add(List<TraceEvent> events, Predicate<TraceEvent> wanted, List<String> lines) {
        boolean makingRoom = false;
        for (TraceEvent event : events) {
            if (!wanted.test(event)) {
                continue;
            }
            if (event instanceof TraceEvent.MakingRoom || event instanceof TraceEvent.TryStarted) {
                makingRoom = event instanceof TraceEvent.MakingRoom;
            }
            if (event instanceof TraceEvent.Released released) {
                addReleased(released, makingRoom, lines);
            } else if (event instanceof TraceEvent.ReleasedWithWindow child) {
                lines.add("release child resource " + ResourceWords.of(child.before()));
            } else if (event instanceof TraceEvent.OfBus about) {
                addBus(about, lines);
            } else if (event instanceof TraceEvent.OfResource about) {
                addResource(about, lines);
            } else if (event instanceof TraceEvent.BridgeProgrammed programmed) {
                addProgrammed(programmed.function(), programmed.windows(), lines);
            }
        }
    }

    private void addBus(TraceEvent.OfBus event, List<String> lines) {
        String bus = String.format("pci_bus %04x:%02x: ", event.domain(), event.bus());
        if (event instanceof TraceEvent.TriesPlanned planned) {
            lines.add(bus + "max bus depth: " + planned.depth() + " pci_try_num: " + planned.tries());
        } else if (event instanceof TraceEvent.MakingRoom again) {
            lines.add((context.has(Wording.TRY_WITHOUT_BUS) ? "PCI: " : bus) + "No. " + again.number()
                    + " try to assign unassigned res");
        } else if (event instanceof TraceEvent.LeftUnplaced left) {
            switch (left.advice()) {
                case REALLOCATE -> lines.add(bus + "Some PCI device resources are unassigned, try booting with pci=realloc");
                case DO_NOT_REALLOCATE -> lines.add(bus
                        + "Automatically enabled pci realloc, if you have problem, try booting with pci=realloc=off");
                case NONE -> { }
            }
        } else if (event instanceof TraceEvent.BusListed listed) {
            context.rootOf(listed).ifPresentOrElse(host -> addRoot(bus, context.hostWindows(host), lines),
                    () -> addListed(bus, listed, lines));
        }
    }

    private void addRoot(String bus, List<HostWindow> windows, List<String> lines) {
        for (int i = 0; i < windows.size(); i++) {
            HostWindow window = windows.get(i);
            lines.add(bus + "resource " + (FIRST_OF_HOST + i) + ' '
                    + ResourceWords.of(window.type(), window.range(), context.marksHostWindows()));
        }
    }

    private void addListed(String bus, TraceEvent.BusListed listed, List<String> lines) {
        listed.windows().forEach(window -> lines.add(bus + "resource " + window.index() + ' '
                + ResourceWords.of(window.window(), window.ofHost() && context.marksHostWindows())));
    }

    private void addResource(TraceEvent.OfResource event, List<String> lines) {
        ResourceKey key = event.resource();
        String function = "pci " + key.function() + ": ";
        ResourceType type = context.type(key);
        if (event instanceof TraceEvent.Assigned assigned) {
            lines.add(function + names.event(key.name(), ResourceWords.of(type, assigned.range()), "assigned", "assigned %s"));
        } else if (event instanceof TraceEvent.NoSpace full) {
            lines.add(function + names.event(key.name(), ResourceWords.size(type, full.size()), "can't assign; no space",
                    "no space for %s"));
            lastFull = ResourceWords.size(type, full.size());
            lastFullKey = Optional.of(key);
        } else if (event instanceof TraceEvent.FirmwareAddressRefused refused) {
            lastFull = ResourceWords.of(type, refused.range());
        } else if (event instanceof TraceEvent.GivenUp) {
            boolean full = lastFullKey.filter(key::equals).isPresent();
            String size = full ? lastFull : ResourceWords.size(type, 0);
            lines.add(function + (full ? names.event(key.name(), size, "failed to assign", "failed to assign %s")
                    : names.event(key.name(), size, "can't assign; bogus alignment", "can't assign %s (bogus alignment)")));
        } else if (event instanceof TraceEvent.ClaimFailed failed) {
            addClaim(failed, function, type, lines);
        } else if (event instanceof TraceEvent.Grown grown) {
            String more = String.format("0x%x", grown.to().size() - grown.from().size());
            lines.add(function + names.event(key.name(), ResourceWords.of(type, grown.to()), "reassigned; expanded by " + more,
                    "reassigned %s (expanded by " + more + ')'));
        } else if (event instanceof TraceEvent.GrowFailed failed) {
            String more = String.format("0x%x", failed.more());
            String range = ResourceWords.of(failed.before());
            lines.add(function + names.event(key.name(), range, "failed to expand by " + more, "%s (failed to expand by " + more + ')'));
            lines.add(function + names.event(key.name(), range, String.format(
                    context.has(Wording.FAILS_TO_ADD_OPTIONAL) ? "failed to add optional %x" : "failed to add %x", failed.more()),
                    "failed to add " + more));
        } else if (event instanceof TraceEvent.FirmwareAddressKept kept) {
            String range = ResourceWords.of(type, kept.range());
            lines.add(function + names.attempt(key.name(), range));
            lines.add(function + names.event(key.name(), range, "assigned", "assigned %s"));
        } else if (event instanceof TraceEvent.FirmwareAddressTaken taken) {
            String range = ResourceWords.of(type, taken.range());
            String who = "conflicts with " + owner(taken.conflict()) + ' ' + ResourceWords.of(taken.conflictRange());
            lines.add(function + names.attempt(key.name(), range));
            lines.add(function + names.event(key.name(), range, who, "%s " + who.replace("%", "%%")));
        } else if (event instanceof TraceEvent.OfWindow window) {
            addWindow(window, function, type, lines);
        }
    }

    private void addClaim(TraceEvent.ClaimFailed failed, String function, ResourceType type, List<String> lines) {
        ResourceKey key = failed.resource();
        String range = failed.range().map(place -> ResourceWords.of(type, place)).orElseGet(() -> ResourceWords.size(type,
                context.resource(key).map(AssignedResource::hardwareSize).orElse(0L)));
        String why = switch (failed.reason()) {
            case NO_ADDRESS -> "no address assigned";
            case NO_COMPATIBLE_WINDOW -> "no compatible bridge window";
            case ADDRESS_CONFLICT -> "address conflict with " + failed.conflict().map(this::owner).orElse("")
                    + failed.conflictRange().map(there -> ' ' + ResourceWords.of(there)).orElse("");
        };
        lines.add(function + names.claim(key.name(), range, why));
    }

    /** Who owns a range: the kernel names functions without the resource, and windows by the bus below them. */
    private String owner(String conflict) {
        Optional<PciAddress> function = conflict.indexOf(' ') < 0 ? Optional.empty()
                : PciAddress.parse(conflict.substring(0, conflict.indexOf(' ')));
        if (function.isEmpty()) {
            return conflict;
        }
        Optional<EnumeratedFunction> bridge = context.function(function.get()).filter(found -> conflict.endsWith(" window"));
        return bridge.map(found -> String.format("PCI Bus %04x:%02x", found.address().domain(), found.secondary()))
                .orElse(function.get().toString());
    }

    private void addWindow(TraceEvent.OfWindow event, String function, ResourceType type, List<String> lines) {
        String buses = context.busesBelow(event.window().function());
        if (event instanceof TraceEvent.WindowSized sized) {
            sized.relaxed().forEach(window -> lines.add(function + "bridge window " + ResourceWords.of(window) + " to " + buses
                    + " requires relaxed alignment rules"));
            if (sized.optionalAlignment() != 0) {
                lines.add(function + "bridge window " + ResourceWords.of(sized.now()) + " to " + buses
                        + String.format(" add_size %x", sized.optional())
                        + (type.isIo() ? "" : String.format(" add_align %x", sized.optionalAlignment())));
            }
        } else if (event instanceof TraceEvent.WindowDisabled disabled
                && (disabled.before().start() != 0 || disabled.before().end() != 0)) {
            lines.add(function + "disabling bridge window " + ResourceWords.of(disabled.before()) + " to " + buses + " (unused)");
        } else if (event instanceof TraceEvent.WindowTooSmall small) {
            lines.add(function + "Assigned bridge window " + ResourceWords.of(type, small.range()) + " to " + buses
                    + String.format(" cannot fit 0x%x required for %s bridging to ", small.needed(), small.below())
                    + context.busesBelow(small.below()));
        } else if (event instanceof TraceEvent.WindowClipped clipped) {
            lines.add(function + ResourceWords.of(type, clipped.from()) + " clipped to " + ResourceWords.of(type, clipped.to()));
        }
    }

    /** Older kernels tell of windows that make room alone. */
    private void addReleased(TraceEvent.Released released, boolean makingRoom, List<String> lines) {
        ResourceKey key = released.resource();
        String function = "pci " + key.function() + ": ";
        String range = ResourceWords.of(context.type(key), released.range());
        if (context.has(Wording.EVERY_RELEASE)) {
            lines.add(function + Names.name(key.name()) + ' ' + range + ": releasing");
        } else if (makingRoom) {
            lines.add(function + "resource " + names.index(key.name()) + ' ' + range + " released");
            lines.add(function + "PCI bridge to " + context.busesBelow(key.function()));
        }
    }

    private void addProgrammed(PciAddress bridge, List<PrintedRange> windows, List<String> lines) {
        if (!context.function(bridge).map(context::isScanned).orElse(true)) {
            return;
        }
        boolean cardBus = context.function(bridge).flatMap(found -> found.description().bridge())
                .filter(side -> side.kind() == BridgeKind.CARDBUS).isPresent();
        String function = "pci " + bridge + ": ";
        lines.add(function + (cardBus ? "CardBus" : "PCI") + " bridge to " + context.busesBelow(bridge));
        windows.forEach(window -> lines.add(function + "  bridge window " + ResourceWords.of(window)));
    }
}
