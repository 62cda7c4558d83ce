package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.ResourceSpace;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.RomState;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;

/** Puts the BARs, VF BARs and the ROM of a function together from all statements that say something of them. */
final class Registers {

    private static final int FIRST_BAR = 0x10;
    private static final int LAST_BAR = 0x24;

    private final Problems problems;

    Registers(Problems problems) {
        this.problems = problems;
    }

    /** A register while its statements are read. */
    private static final class State {
        private Optional<ResourceType> type = Optional.empty();
        private OptionalLong size = OptionalLong.empty();
        private OptionalLong start = OptionalLong.of(0);
        private boolean fixed;
        private List<Long> resizableSizes = List.of();
        private Statement lastWord;
    }

    List<org.pcitopo.simulator.topology.Bar> bars(FunctionMembers members, Consumer<NamedStatement<Integer>> register) {
        TreeMap<Integer, State> states = new TreeMap<>();
        for (Bar bar : members.all(Bar.class)) {
            OptionalInt index = indexOf(bar);
            if (isRom(bar)) {
                continue;
            }
            if (index.isEmpty() || index.getAsInt() > 5) {
                problems.add(LoweringProblem.Kind.NO_SUCH_BAR, bar, ModelPackage.Literals.BAR__INDEX,
                        "there is no such BAR: a function has BARs 0 to 5");
            } else if (bar.isAbsent()) {
                states.remove(index.getAsInt());
            } else {
                State state = states.computeIfAbsent(index.getAsInt(), i -> new State());
                state.lastWord = bar;
                state.fixed |= bar.isFixed();
                state.resizableSizes = bar.getResizableSizes().isEmpty() ? state.resizableSizes : sizes(bar.getResizableSizes());
                read(bar.getPlace(), state);
            }
        }
        return finish(states, register);
    }

    List<org.pcitopo.simulator.topology.Bar> vfBars(List<VfBar> statements, Consumer<NamedStatement<Integer>> register) {
        TreeMap<Integer, State> states = new TreeMap<>();
        for (VfBar bar : statements) {
            if (bar.getIndex() > 5) {
                problems.add(LoweringProblem.Kind.NO_SUCH_BAR, bar, ModelPackage.Literals.VF_BAR__INDEX,
                        "there is no such VF BAR: a function has VF BARs 0 to 5");
            } else if (bar.isAbsent()) {
                states.remove(bar.getIndex());
            } else {
                State state = states.computeIfAbsent(bar.getIndex(), i -> new State());
                read(bar.getPlace(), state);
                register.accept(new NamedStatement<>(bar.getIndex(), bar));
            }
        }
        return finish(states, ignored -> { });
    }

    Optional<org.pcitopo.simulator.topology.Rom> rom(FunctionMembers members, Consumer<Statement> register) {
        Optional<State> state = Optional.empty();
        RomState romState = RomState.DISABLED;
        for (Statement member : members.all(Statement.class)) {
            boolean absent = member instanceof Rom rom && rom.isAbsent() || member instanceof Bar bar && isRom(bar) && bar.isAbsent();
            Optional<Place> place = member instanceof Rom rom ? Optional.ofNullable(rom.getPlace())
                    : member instanceof Bar bar && isRom(bar) ? Optional.ofNullable(bar.getPlace()) : Optional.empty();
            if (absent) {
                state = Optional.empty();
            } else if (place.isPresent()) {
                State current = state.orElseGet(State::new);
                current.lastWord = member;
                read(place.get(), current);
                state = Optional.of(current);
                romState = member instanceof Rom rom ? rom.getState() : romState;
            }
        }
        if (state.isEmpty() || !hasSize(state.get())) {
            return Optional.empty();
        }
        register.accept(state.get().lastWord);
        return Optional.of(new org.pcitopo.simulator.topology.Rom(state.get().size.getAsLong(), state.get().start,
                romState == RomState.ENABLED, romState == RomState.SHADOW));
    }

    private List<org.pcitopo.simulator.topology.Bar> finish(TreeMap<Integer, State> states,
            Consumer<NamedStatement<Integer>> register) {
        List<org.pcitopo.simulator.topology.Bar> bars = new ArrayList<>();
        states.forEach((index, state) -> {
            if (state.lastWord != null) {
                register.accept(new NamedStatement<>(index, state.lastWord));
            }
            if (hasSize(state)) {
                bars.add(new org.pcitopo.simulator.topology.Bar(index, state.type.orElse(ResourceType.MEM32),
                        state.size.getAsLong(), state.start, state.fixed, state.resizableSizes));
            }
        });
        return bars;
    }

    private boolean hasSize(State state) {
        if (state.size.isEmpty() && state.lastWord != null) {
            problems.add(LoweringProblem.Kind.SIZE_MISSING, state.lastWord, ModelPackage.Literals.BAR__PLACE,
                    "nothing says how large this is: write [mem size …] here or in the device type");
        }
        return state.size.isPresent();
    }

    private void read(Place place, State state) {
        Resource resource = place.getResource();
        if (resource != null) {
            state.type = Optional.of(typeOf(resource));
            Optional<AddressRange> range = rangeOf(resource, problems);
            if (range.isPresent()) {
                state.size = OptionalLong.of(range.get().size());
                state.start = OptionalLong.of(range.get().start());
            } else if (resource.getSize() != null) {
                state.size = Literals.size(resource.getSize());
                state.start = OptionalLong.of(0);
            }
        }
        if (place.getStart() != null) {
            state.start = Literals.address(place.getStart());
        }
        if (place.isUnset()) {
            state.start = OptionalLong.empty();
        }
    }

    /** Space, width and prefetchability as written. */
    static ResourceType typeOf(Resource resource) {
        if (resource.getSpace() == ResourceSpace.IO) {
            return ResourceType.IO;
        }
        return ResourceType.memory(resource.getFlags().contains(ResourceFlag.BITS64),
                resource.getFlags().contains(ResourceFlag.PREF));
    }

    /** The range written, empty where a size is. */
    static Optional<AddressRange> rangeOf(Resource resource, Problems problems) {
        if (resource.getRange() == null) {
            return Optional.empty();
        }
        Optional<AddressRange> range = Literals.range(resource.getRange());
        if (range.isEmpty()) {
            problems.add(LoweringProblem.Kind.NO_RANGE, resource, ModelPackage.Literals.RESOURCE__RANGE,
                    resource.getRange() + " is no range of addresses: it ends before it starts, or does not fit into 64 bits");
        }
        return range;
    }

    private static List<Long> sizes(List<String> texts) {
        return texts.stream().map(Literals::size).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong)
                .sorted(Long::compareUnsigned).toList();
    }

    private static boolean isRom(Bar bar) {
        return bar.getRegister() != null && List.of(0x30L, 0x38L).contains(Literals.size(bar.getRegister()).orElse(0));
    }

    private static OptionalInt indexOf(Bar bar) {
        if (bar.getIndex() != null) {
            return OptionalInt.of(bar.getIndex());
        }
        long register = Literals.size(bar.getRegister()).orElse(0);
        boolean valid = register >= FIRST_BAR && register <= LAST_BAR && register % 4 == 0;
        return valid ? OptionalInt.of((int) (register - FIRST_BAR) / 4) : OptionalInt.empty();
    }
}
