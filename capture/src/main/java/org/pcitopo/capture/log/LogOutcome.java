package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.log.PciEvent.Remark;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;

/** Collects what the kernel did: the last state of each resource when the boot's own assignment is over, and later changes. */
final class LogOutcome {

    private static final ResourceName[] WINDOWS = {ResourceName.IO_WINDOW, ResourceName.MEM_WINDOW, ResourceName.PREF_WINDOW};

    private record State(RecordedState state, Optional<AddressRange> range, Origin origin) {
    }

    private final HostPhases phases;
    private final LogFacts facts;
    /** As enumerated: the place that firmware gave, where it gave one. */
    private final Map<ResourceKey, State> enumerated = new LinkedHashMap<>();
    private final Map<ResourceKey, State> states = new LinkedHashMap<>();
    private final Map<PciAddress, Integer> secondaries = new LinkedHashMap<>();
    /** The list of bus resources: bus to index to state. */
    private final Map<Long, Map<Integer, State>> listed = new HashMap<>();
    private final Set<Long> listedRoots = new HashSet<>();
    private final List<Answer> later = new ArrayList<>();
    private final Map<Integer, List<AddressRange>> hostWindows = new HashMap<>();
    /** CPU addresses that are 0 on the bus. */
    private final Map<Integer, Set<Long>> offsetStarts = new HashMap<>();

    LogOutcome(HostPhases phases, LogFacts facts) {
        this.phases = phases;
        this.facts = facts;
    }

    void accept(PciEvent event, LogLine line) {
        if (event instanceof PciEvent.RootWindow window) {
            window.window().range().ifPresent(range -> {
                hostWindows.computeIfAbsent(window.domain(), ignored -> new ArrayList<>()).add(range);
                offsetStarts.computeIfAbsent(window.domain(), ignored -> new HashSet<>()).add(window.offset());
            });
        } else if (event instanceof PciEvent.BusResource resource) {
            busResource(resource, line);
        } else if (event instanceof PciEvent.BridgeTo bridge) {
            bridgeTo(bridge);
        } else if (event instanceof PciEvent.VfTotal total) {
            if (phases.of(total.function()) == HostPhases.Phase.ENUMERATING) {
                total.total().range().ifPresent(range -> enumerated.put(
                        new ResourceKey(total.function(), ResourceName.vfBar(total.bar())), placed(range, line)));
            }
        } else if (event instanceof PciEvent.ShadowRom shadow) {
            shadowed(new ResourceKey(shadow.function(), ResourceName.ROM), line);
        } else if (event instanceof PciEvent.Shown shown) {
            facts.resolve(shown).ifPresent(name -> shown(shown, new ResourceKey(shown.function(), name), line));
        }
    }

    /** Up to 5.19 the quirk comes when everything is assigned, and takes the ROM's place away again. */
    private void shadowed(ResourceKey rom, LogLine line) {
        if (phases.of(rom.function()) == HostPhases.Phase.ENUMERATING) {
            states.put(rom, new State(RecordedState.SHADOW, Optional.empty(), line.read()));
        } else {
            later.add(new Answer.LaterChange(rom, RecordedState.SHADOW, Optional.empty(), line.read()));
        }
    }

    private static State placed(AddressRange range, LogLine line) {
        return new State(RecordedState.PLACED, Optional.of(range), line.read());
    }

    private void bridgeTo(PciEvent.BridgeTo bridge) {
        if (phases.of(bridge.function()) != HostPhases.Phase.DONE && bridge.secondary() != 0) {
            secondaries.put(bridge.function(), bridge.secondary());
        }
    }

    private void busResource(PciEvent.BusResource resource, LogLine line) {
        if (phases.isRoot(resource.domain(), resource.bus())) {
            listedRoots.add(bus(resource.domain(), resource.bus()));
            return;
        }
        ResourceText text = resource.resource();
        State state = text.disabled() ? new State(RecordedState.DISABLED, Optional.empty(), line.read())
                : text.range().map(range -> placed(range, line))
                        .orElseGet(() -> new State(RecordedState.UNASSIGNED, Optional.empty(), line.read()));
        listed.computeIfAbsent(bus(resource.domain(), resource.bus()), ignored -> new HashMap<>())
                .putIfAbsent(resource.index(), state);
    }

    private void shown(PciEvent.Shown shown, ResourceKey key, LogLine line) {
        HostPhases.Phase phase = phases.of(shown.function());
        Optional<State> state = state(shown, line, phase);
        if (shown.remark() == Remark.ALIGNMENT && phase == HostPhases.Phase.ENUMERATING) {
            enumerated.computeIfPresent(key, (ignored, old) ->
                    new State(RecordedState.UNASSIGNED, Optional.empty(), line.derived("moved by an alignment request")));
        }
        if (state.isEmpty()) {
            return;
        }
        if (phase == HostPhases.Phase.ENUMERATING) {
            enumerated.put(key, state.get());
        } else if (phase == HostPhases.Phase.ASSIGNING) {
            if (states.get(key) == null || states.get(key).state() != RecordedState.SHADOW) {
                states.put(key, state.get());
            }
        } else if (shown.remark() != Remark.NONE) {
            later.add(new Answer.LaterChange(key, state.get().state(), state.get().range(), state.get().origin()));
        }
    }

    private static Optional<State> state(PciEvent.Shown shown, LogLine line, HostPhases.Phase phase) {
        ResourceText text = shown.resource();
        return switch (shown.remark()) {
            case ASSIGNED -> text.range().map(range -> placed(range, line));
            case FAILED, CLAIM_FAILED, RELEASED ->
                    Optional.of(new State(RecordedState.UNASSIGNED, Optional.empty(), line.read()));
            case DISABLED -> Optional.of(new State(RecordedState.DISABLED, Optional.empty(), line.read()));
            case NONE, FIXED -> {
                if (text.range().isPresent() && !text.disabled()) {
                    yield text.range().map(range -> placed(range, line));
                }
                // Only enumeration shows registers without an address; later such a line is a window that stays closed.
                yield phase == HostPhases.Phase.ENUMERATING
                        ? Optional.of(new State(RecordedState.UNASSIGNED, Optional.empty(), line.read())) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /**
     * All answers.
     *
     * @param keepsFirmware whether this kernel keeps what firmware placed, so that a place that no line changes is final
     */
    List<Answer> answers(boolean keepsFirmware) {
        Map<ResourceKey, State> last = new LinkedHashMap<>();
        enumerated.forEach((key, state) -> {
            if (!key.name().isWindow() && isOver(key.function())) {
                last.put(key, unchanged(key.function(), state, keepsFirmware && isReachable(key, state)));
            }
        });
        states.forEach((key, state) -> {
            if (!key.name().isWindow() || !isListed(key.function())) {
                last.put(key, state);
            }
        });
        secondaries.forEach((bridge, secondary) -> windows(bridge, secondary, keepsFirmware, last));
        List<Answer> answers = new ArrayList<>();
        last.forEach((key, state) -> answers.add(new Answer.Outcome(key, state.state(), state.range(), state.origin())));
        answers.addAll(later);
        return answers;
    }

    /** What lies in no window of a host bridge cannot be kept; kernels hide some such registers without a word. */
    private boolean isReachable(ResourceKey key, State state) {
        List<AddressRange> windows = hostWindows.getOrDefault(key.function().domain(), List.of());
        return windows.isEmpty() || state.range().isEmpty()
                || windows.stream().anyMatch(window -> window.contains(state.range().get()));
    }

    /** A register that holds 0 is not set up, also where its host bridge adds an offset. */
    private boolean isBusZero(PciAddress function, long start) {
        return start == 0 || offsetStarts.getOrDefault(function.domain(), Set.of()).contains(start);
    }

    /** A resource that no line after the enumeration names. */
    private State unchanged(PciAddress function, State state, boolean keepsFirmware) {
        boolean placed = state.range().isPresent() && !isBusZero(function, state.range().get().start()) && keepsFirmware;
        Origin at = state.origin();
        return placed
                ? new State(RecordedState.PLACED, state.range(), Origin.derived(at.file(), at.line(), "no later line moves it"))
                : new State(RecordedState.UNASSIGNED, Optional.empty(),
                        Origin.derived(at.file(), at.line(), "no later line places it"));
    }

    private void windows(PciAddress bridge, int secondary, boolean keepsFirmware, Map<ResourceKey, State> last) {
        if (facts.headerType(bridge) == 2) {
            return;
        }
        if (isListed(bridge)) {
            Map<Integer, State> list = listed.getOrDefault(bus(bridge.domain(), secondary), Map.of());
            for (int i = 0; i < WINDOWS.length; i++) {
                ResourceKey key = new ResourceKey(bridge, WINDOWS[i]);
                last.put(key, list.containsKey(i) ? list.get(i) : notListed(key));
            }
            return;
        }
        for (ResourceName name : WINDOWS) {
            ResourceKey key = new ResourceKey(bridge, name);
            State firmware = enumerated.get(key);
            if (!states.containsKey(key) && firmware != null && keepsFirmware && isOver(bridge)) {
                last.put(key, unchanged(bridge, firmware, true));
            }
        }
    }

    private State notListed(ResourceKey key) {
        State state = states.get(key);
        boolean failed = state != null && state.state() == RecordedState.UNASSIGNED;
        Origin origin = state == null ? new Origin(Origin.Certainty.DERIVED, "", 0, "not in the list of bus resources")
                : Origin.derived(state.origin().file(), state.origin().line(), "not in the list of bus resources");
        return new State(failed ? RecordedState.UNASSIGNED : RecordedState.DISABLED, Optional.empty(), origin);
    }

    /** Whether the list of bus resources of the function's host bridge is in the log. */
    private boolean isListed(PciAddress function) {
        return listedRoots.contains(bus(function.domain(), phases.root(function.domain(), function.bus())));
    }

    private boolean isOver(PciAddress function) {
        return phases.of(function) == HostPhases.Phase.DONE || isListed(function);
    }

    private static Long bus(int domain, int bus) {
        return (long) domain << 8 | bus;
    }
}
