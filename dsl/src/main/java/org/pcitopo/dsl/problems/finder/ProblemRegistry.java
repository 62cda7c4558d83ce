package org.pcitopo.dsl.problems.finder;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.commandline.BadArgument;
import org.pcitopo.dsl.problems.commandline.CommaBetweenEntries;
import org.pcitopo.dsl.problems.commandline.DeadEntry;
import org.pcitopo.dsl.problems.commandline.EntryChangesNothing;
import org.pcitopo.dsl.problems.commandline.EntryMakesThingsWorse;
import org.pcitopo.dsl.problems.commandline.HiddenEntry;
import org.pcitopo.dsl.problems.commandline.IdsTooNew;
import org.pcitopo.dsl.problems.commandline.MalformedEntry;
import org.pcitopo.dsl.problems.commandline.MatchesEverything;
import org.pcitopo.dsl.problems.commandline.MatchesNothing;
import org.pcitopo.dsl.problems.commandline.MisplacedWord;
import org.pcitopo.dsl.problems.commandline.NoresizeOnMainline;
import org.pcitopo.dsl.problems.commandline.NumberOutOfRange;
import org.pcitopo.dsl.problems.commandline.OptionOfOtherArchitecture;
import org.pcitopo.dsl.problems.commandline.OptionOfOtherRelease;
import org.pcitopo.dsl.problems.commandline.OptionRepeated;
import org.pcitopo.dsl.problems.commandline.OrderNegative;
import org.pcitopo.dsl.problems.commandline.OrderTooLarge;
import org.pcitopo.dsl.problems.commandline.PathTooNew;
import org.pcitopo.dsl.problems.commandline.RequestsIgnored;
import org.pcitopo.dsl.problems.commandline.UnknownOption;
import org.pcitopo.dsl.problems.commandline.WildcardOnMainline;
import org.pcitopo.dsl.problems.expectation.ExpectationFails;
import org.pcitopo.dsl.problems.expectation.ExpectationMatchesNothing;
import org.pcitopo.dsl.problems.expectation.UnknownReason;
import org.pcitopo.dsl.problems.ignore.IgnoreWithoutReason;
import org.pcitopo.dsl.problems.ignore.UnknownCode;
import org.pcitopo.dsl.problems.ignore.UnusedIgnore;
import org.pcitopo.dsl.problems.rule.Rule;
import org.pcitopo.dsl.problems.simulation.ImpossibleMachine;
import org.pcitopo.dsl.problems.simulation.IommuGroupShared;
import org.pcitopo.dsl.problems.simulation.MsixTableTrapsBar;
import org.pcitopo.dsl.problems.simulation.NonMappableDevice;
import org.pcitopo.dsl.problems.simulation.PassedBridge;
import org.pcitopo.dsl.problems.simulation.UnassignedBar;
import org.pcitopo.dsl.problems.simulation.UnassignedWindow;
import org.pcitopo.dsl.problems.simulation.UnmappableBar;
import org.pcitopo.dsl.problems.text.DuplicateName;
import org.pcitopo.dsl.problems.text.ExtendsItself;
import org.pcitopo.dsl.problems.text.FactContradicted;
import org.pcitopo.dsl.problems.text.ImportCycle;
import org.pcitopo.dsl.problems.text.ImportMissing;
import org.pcitopo.dsl.problems.text.ImportOutside;
import org.pcitopo.dsl.problems.text.ImportedFileBroken;
import org.pcitopo.dsl.problems.text.ImpossibleSize;
import org.pcitopo.dsl.problems.text.IncompleteMachine;
import org.pcitopo.dsl.problems.text.NoSuchFunction;
import org.pcitopo.dsl.problems.text.RepeatedStatement;
import org.pcitopo.dsl.problems.text.SyntaxError;
import org.pcitopo.dsl.problems.text.UnknownName;
import org.pcitopo.dsl.problems.text.UnknownWord;
import org.pcitopo.dsl.problems.topology.AddressContradictsPlace;
import org.pcitopo.dsl.problems.topology.BusRanges;
import org.pcitopo.dsl.problems.topology.DuplicateAddress;
import org.pcitopo.dsl.problems.topology.FirmwareMisaligned;
import org.pcitopo.dsl.problems.topology.FirmwareOutsideWindow;
import org.pcitopo.dsl.problems.topology.FirmwareOverlap;
import org.pcitopo.dsl.problems.topology.HostWindowsOverlap;
import org.pcitopo.dsl.problems.topology.ImpossibleBus;
import org.pcitopo.dsl.problems.topology.MsixBarMissing;
import org.pcitopo.dsl.problems.topology.MsixOnIoBar;
import org.pcitopo.dsl.problems.topology.MsixOutsideBar;
import org.pcitopo.dsl.problems.topology.NeverFound;
import org.pcitopo.dsl.problems.topology.NoRange;
import org.pcitopo.dsl.problems.topology.NoSuchBar;
import org.pcitopo.dsl.problems.topology.NoSuchRegister;
import org.pcitopo.dsl.problems.topology.RegisterTaken;
import org.pcitopo.dsl.problems.topology.SizeAboveType;
import org.pcitopo.dsl.problems.topology.SizeBelowMinimum;
import org.pcitopo.dsl.problems.topology.SizeMissing;
import org.pcitopo.dsl.problems.topology.SizeNotPowerOfTwo;
import org.pcitopo.dsl.problems.topology.SriovBelowPage;
import org.pcitopo.dsl.problems.topology.VfAddresses;
import org.pcitopo.dsl.problems.topology.WindowFlagNeverSet;

/** Every rule that there is, by code. */
public final class ProblemRegistry {

    private static final List<Rule> RULES = List.of(
            new SyntaxError(),
            new UnknownName(),
            new ImportMissing(),
            new ImportOutside(),
            new ImportCycle(),
            new ImportedFileBroken(),
            new ExtendsItself(),
            new DuplicateName(),
            new UnknownWord(),
            new IncompleteMachine(),
            new NoSuchFunction(),
            new RepeatedStatement(),
            new ImpossibleSize(),
            new RuleFailed(),
            new DuplicateAddress(),
            new AddressContradictsPlace(),
            new NeverFound(),
            new ImpossibleBus(),
            new BusRanges(),
            new SizeNotPowerOfTwo(),
            new SizeBelowMinimum(),
            new SizeAboveType(),
            new SizeMissing(),
            new RegisterTaken(),
            new NoSuchBar(),
            new MsixOutsideBar(),
            new MsixOnIoBar(),
            new MsixBarMissing(),
            new NoSuchRegister(),
            new NoRange(),
            new HostWindowsOverlap(),
            new WindowFlagNeverSet(),
            new FirmwareOutsideWindow(),
            new FirmwareOverlap(),
            new FirmwareMisaligned(),
            new SriovBelowPage(),
            new VfAddresses(),
            new UnknownOption(),
            new OptionOfOtherArchitecture(),
            new OptionOfOtherRelease(),
            new OptionRepeated(),
            new BadArgument(),
            new CommaBetweenEntries(),
            new PathTooNew(),
            new IdsTooNew(),
            new WildcardOnMainline(),
            new NoresizeOnMainline(),
            new OrderTooLarge(),
            new OrderNegative(),
            new MalformedEntry(),
            new DeadEntry(),
            new NumberOutOfRange(),
            new MatchesEverything(),
            new MatchesNothing(),
            new HiddenEntry(),
            new EntryChangesNothing(),
            new EntryMakesThingsWorse(),
            new MisplacedWord(),
            new RequestsIgnored(),
            new UnmappableBar(),
            new UnassignedBar(),
            new UnassignedWindow(),
            new IommuGroupShared(),
            new MsixTableTrapsBar(),
            new NonMappableDevice(),
            new PassedBridge(),
            new ImpossibleMachine(),
            new ExpectationFails(),
            new ExpectationMatchesNothing(),
            new UnknownReason(),
            new UnusedIgnore(),
            new IgnoreWithoutReason(),
            new UnknownCode(),
            new FactContradicted());

    private ProblemRegistry() {
    }

    /** All rules, by code. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** What they find, by code. */
    public static List<ProblemKind> kinds() {
        return RULES.stream().map(Rule::kind).toList();
    }

    /** The kind called {@code code}. */
    public static Optional<ProblemKind> kind(String code) {
        return kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
