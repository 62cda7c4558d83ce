package org.pcitopo.dsl.problems.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.SimulationMemo;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.DefaultAlignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** One boot of a machine, simulated. */
public final class BootContext {

    private final LoweredBoot lowered;
    private final Simulation simulation;
    private final PciOptions options;
    private final Passthrough passthrough;
    private final Trials trials;
    private final MachineContext machine;
    private final List<CommandLineFinding> commandLineFindings;
    private final Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<ResourceKey, Mapping> mappings = new HashMap<>();
    private final Map<Class<?>, Object> answers = new HashMap<>();

    /**
     * @param lowered the boot as written
     * @param simulation what it comes to; its boot differs from the written one where a person overrides that
     * @param chosenPassthrough what a person wants to hand out beside what is written
     */
    public BootContext(LoweredBoot lowered, Simulation simulation, List<String> chosenPassthrough) {
        this(lowered, simulation, chosenPassthrough, new Trials(simulation, new SimulationMemo(), () -> { }));
    }

    /**
     * As {@link #BootContext(LoweredBoot, Simulation, List)}.
     *
     * @param trials of {@code simulation} with other command lines
     */
    public BootContext(LoweredBoot lowered, Simulation simulation, List<String> chosenPassthrough, Trials trials) {
        this.lowered = lowered;
        this.simulation = simulation;
        this.machine = new MachineContext(lowered);
        Boot boot = simulation.boot();
        this.options = PciOptions.of(boot.commandLine(), boot.rules(), simulation.topology().platform().architecture());
        this.passthrough = Passthrough.of(simulation.assignment().functions(), boot.commandLine(), chosenPassthrough);
        this.trials = trials;
        this.commandLineFindings = CommandLineCheck.of(options, simulation);
        simulation.assignment().functions().forEach(function -> functions.put(function.address(), function));
        simulation.assignment().resources().forEach(resource -> resources.put(resource.key(), resource));
        simulation.mappings().forEach(mapping -> mappings.put(keyOf(mapping), mapping));
    }

    public LoweredBoot lowered() {
        return lowered;
    }

    public Simulation simulation() {
        return simulation;
    }

    /** The boot that was simulated. */
    public Boot boot() {
        return simulation.boot();
    }

    /** What its command line asks for. */
    public PciOptions options() {
        return options;
    }

    public Passthrough passthrough() {
        return passthrough;
    }

    /** What several rules ask of a boot: {@code answer}, found out when it is first asked for. */
    public <T> T once(Class<T> what, Supplier<T> answer) {
        Object known = answers.get(what);
        if (known == null) {
            known = answer.get();
            answers.put(what, known);
        }
        return what.cast(known);
    }

    /** The same boot with other command lines. */
    public Trials trials() {
        return trials;
    }

    public MachineContext machine() {
        return machine;
    }

    /** The entry of the alignment list that decides for {@code function}. */
    public Optional<AlignmentEntry> requestFor(PciAddress function) {
        return function(function).flatMap(found -> CommandLineCheck.deciding(options, boot().pageSize(), found.target(this::function)));
    }

    /** Where the platform aligns every function by itself, words that say so; else nothing. */
    public String defaultAlignmentWords() {
        long usual = DefaultAlignment.of(simulation.topology().platform(), boot().rules(), boot().pageSize());
        return usual == 0 ? "" : " (the platform aligns to " + Quantities.size(usual) + " by itself)";
    }

    /** What the command line parser has to say of the command line, in the order of the text. */
    public List<CommandLineFinding> commandLineFindings() {
        return commandLineFindings;
    }

    /** Which boot this is. */
    public BootId id() {
        return id(lowered, simulation);
    }

    /** Which boot {@code simulation} is of. */
    public static BootId id(LoweredBoot lowered, Simulation simulation) {
        Boot boot = simulation.boot();
        boolean mainline = boot.rules().ruleSet() == RuleSet.MAINLINE;
        String kernel = mainline ? boot.rules().release().toString() : boot.rules().ruleSet().id();
        return new BootId(simulation.topology().name(), lowered.text().isPresent() ? boot.name() : "", kernel, boot.pageSize());
    }

    /** The function at {@code address}; a virtual function is none of them. */
    public Optional<EnumeratedFunction> function(PciAddress address) {
        return Optional.ofNullable(functions.get(address));
    }

    public Optional<AssignedResource> resource(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    public Optional<Mapping> mapping(ResourceKey key) {
        return Optional.ofNullable(mappings.get(key));
    }

    /** The BAR that a mapping is about. */
    public static ResourceKey keyOf(Mapping mapping) {
        return new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar()));
    }

    /** {@code 0000:02:03.0 sd1}: address and name. */
    public String nameOf(PciAddress address) {
        String name = function(address).map(found -> found.description().name()).orElse("");
        return name.isEmpty() ? address.toString() : address + " " + name;
    }

    /** {@code sd1 BAR 0}: the shortest name that a person recognises. */
    public String shortNameOf(ResourceKey key) {
        String name = function(key.function()).map(found -> found.description().name()).orElse("");
        return (name.isEmpty() ? key.function().toString() : name) + " " + key.name();
    }

    /** Where a function stands; the host for one that the text does not name. */
    public TextRegion region(PciAddress address) {
        return function(address).map(found -> machine.region(found.description())).orElseGet(machine::hostRegion);
    }

    /**
     * Where to point for a resource: its statement where that stands in the function itself, else the function. A statement in a
     * device type is shared with other functions, of which this may not be true.
     */
    public TextRegion region(ResourceKey key) {
        return function(key.function()).flatMap(found -> lowered.sources().of(found.description()))
                .map(text -> text.region(key.name())).orElseGet(machine::hostRegion);
    }

    /** The boot's name, or its host's where no boot is written. */
    public TextRegion bootRegion() {
        return lowered.text().map(text -> Regions.of(text, ModelPackage.Literals.ELEMENT__NAME))
                .orElseGet(machine::hostRegion);
    }

    /** The place behind the brace that opens the boot's body; empty where no boot is written. */
    public Optional<TextRegion> bodyStart() {
        return lowered.text().flatMap(Regions::bodyStart);
    }

    /** Whether the command line that was simulated is the one that is written. */
    public boolean commandLineIsWritten() {
        return lowered.commandLine().isPresent() && lowered.boot().commandLine().equals(boot().commandLine());
    }

    /**
     * Where characters of the command line stand; the boot where it is not written.
     *
     * @param start offset of the first character
     * @param end offset behind the last one
     */
    public TextRegion commandLineRegion(int start, int end) {
        Optional<TextRegion> written = commandLineIsWritten() ? lowered.commandLineRegion(start, end) : Optional.empty();
        return written.orElseGet(this::bootRegion);
    }
}
