package org.pcitopo.dsl.problems.expectation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.AtPredicate;
import org.pcitopo.dsl.model.BarSelector;
import org.pcitopo.dsl.model.EqualsPredicate;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.GroupAlonePredicate;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.model.Predicate;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.ResourceSelector;
import org.pcitopo.dsl.model.ResourceSpace;
import org.pcitopo.dsl.model.RomSelector;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.SizePredicate;
import org.pcitopo.dsl.model.StatePredicate;
import org.pcitopo.dsl.model.VfBarSelector;
import org.pcitopo.dsl.model.WindowSelector;
import org.pcitopo.dsl.problems.expectation.Expected.Claim;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;

/** Turns an {@code expect} line of the model into plain data for one boot. */
final class ExpectationReader {

    private final BootContext boot;

    ExpectationReader(BootContext boot) {
        this.boot = boot;
    }

    /** What {@code line} says; empty where it names something that links nowhere or cannot be read, which is reported elsewhere. */
    Optional<Expected> read(Expectation line) {
        Optional<Claim> claim = claim(line.getPredicate());
        Selector selector = line.getFunction();
        boolean linked = !(selector instanceof NameSelector name) || name.getTarget() != null && !name.getTarget().eIsProxy();
        if (claim.isEmpty() || !linked) {
            return Optional.empty();
        }
        Optional<Set<PciAddress>> functions = selector == null ? Optional.empty()
                : Optional.of(new FunctionSelection(boot).addresses(selector));
        return Optional.of(new Expected(line.isNo() ? Expected.Quantifier.NO : Expected.Quantifier.EVERY, line.isPassthrough(),
                functions, resources(line.getResource()), claim.get(), Optional.ofNullable(line.getReason())));
    }

    private static Expected.Resources resources(ResourceSelector selector) {
        if (selector instanceof VfBarSelector bars) {
            return new Expected.Resources.VfBars(index(bars.getIndex()));
        }
        if (selector instanceof RomSelector) {
            return new Expected.Resources.Roms();
        }
        if (selector instanceof WindowSelector window) {
            return new Expected.Resources.Windows(
                    Optional.ofNullable(window.getWindow()).flatMap(ResourceName::ofJsonName));
        }
        return new Expected.Resources.Bars(selector instanceof BarSelector bars ? index(bars.getIndex()) : OptionalInt.empty());
    }

    private static OptionalInt index(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<Claim> claim(Predicate predicate) {
        if (predicate instanceof StatePredicate state && state.getState() != null) {
            return ExpectedState.parse(state.getState().strip().replaceAll("\\s+", " ")).map(Claim.State::new);
        }
        if (predicate instanceof AtPredicate at) {
            return number(at.getAddress()).map(Claim.At::new);
        }
        if (predicate instanceof SizePredicate size) {
            return number(size.getSize()).map(Claim.Size::new);
        }
        if (predicate instanceof GroupAlonePredicate) {
            return Optional.of(new Claim.GroupAlone());
        }
        return predicate instanceof EqualsPredicate equals ? Optional.ofNullable(equals.getResource())
                .map(ExpectationReader::equal) : Optional.empty();
    }

    private static Claim equal(Resource resource) {
        Optional<AddressRange> range = Optional.ofNullable(resource.getRange()).flatMap(Literals::range);
        OptionalLong size = resource.getSize() == null ? OptionalLong.empty() : Literals.size(resource.getSize());
        return new Claim.Equal(range, size, resource.getSpace() == ResourceSpace.IO,
                resource.getFlags().contains(ResourceFlag.BITS64), resource.getFlags().contains(ResourceFlag.PREF));
    }

    private static Optional<Long> number(String text) {
        OptionalLong value = text == null ? OptionalLong.empty() : Literals.size(text);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
