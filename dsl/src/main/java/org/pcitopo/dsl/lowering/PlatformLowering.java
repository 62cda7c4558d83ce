package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.ArchitectureSetting;
import org.pcitopo.dsl.model.DefaultAlignmentSetting;
import org.pcitopo.dsl.model.E820Map;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.IsolatedMsiSetting;
import org.pcitopo.dsl.model.KernelConfigSetting;
import org.pcitopo.dsl.model.MachineSetting;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.PageSizeSetting;
import org.pcitopo.dsl.model.ProbeOnlySetting;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Switch;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Unsigned;

/** Turns settings into the simulator's platform; what is not said is assumed, and the assumption is kept. */
final class PlatformLowering {

    private final Host host;
    private final Settings settings;
    private final Problems problems;
    private final Origins origins;
    private final SourceMap sources;
    private final List<Assumption> assumptions = new ArrayList<>();

    PlatformLowering(Host host, Settings settings, Problems problems, Origins origins, SourceMap sources) {
        this.host = host;
        this.settings = settings;
        this.problems = problems;
        this.origins = origins;
        this.sources = sources;
    }

    /** What was taken for granted. */
    List<Assumption> assumptions() {
        return assumptions;
    }

    Platform lower() {
        Architecture architecture = architecture();
        return new Platform(architecture, machine(architecture), pageSizes(architecture).get(0), isolatedMsi(), probeOnly(),
                e820(), defaultAlignment(), config());
    }

    /** The page sizes to simulate, at least one. */
    List<Long> pageSizes(Architecture architecture) {
        Optional<PageSizeSetting> setting = settings.last(PageSizeSetting.class);
        List<Long> sizes = new ArrayList<>();
        setting.ifPresent(statement -> {
            file(FactNames.PAGE_SIZE, statement);
            for (int i = 0; i < statement.getSizes().size(); i++) {
                OptionalLong size = Literals.size(statement.getSizes().get(i));
                if (size.isPresent() && isPageSize(size.getAsLong())) {
                    sizes.add(size.getAsLong());
                } else {
                    problems.add(LoweringProblem.Kind.IMPOSSIBLE_SIZE, statement, ModelPackage.Literals.PAGE_SIZE_SETTING__SIZES, i,
                            statement.getSizes().get(i) + " is no page size: it has to be a power of two from 4K to 16M");
                }
            }
        });
        if (sizes.isEmpty()) {
            sizes.add(architecture.usualPageSize());
            assume("pageSize", Literals.sizeText(architecture.usualPageSize()), "usual for " + architecture.id());
        }
        return sizes;
    }

    private static boolean isPageSize(long size) {
        return Unsigned.isPowerOfTwo(size) && Unsigned.lessOrEqual(0x1000, size) && Unsigned.lessOrEqual(size, 0x1000000);
    }

    private Architecture architecture() {
        Optional<ArchitectureSetting> setting = settings.last(ArchitectureSetting.class);
        if (setting.isEmpty()) {
            problems.add(LoweringProblem.Kind.NO_ARCHITECTURE, host, ModelPackage.Literals.ELEMENT__NAME,
                    "the architecture of '" + host.getName() + "' is not told: write 'on PLATFORM' behind its name, or "
                            + "'architecture x86_64' or the like into its block");
            assume("architecture", Architecture.X86_64.id(), "not told");
            return Architecture.X86_64;
        }
        file(FactNames.ARCHITECTURE, setting.get());
        Optional<Architecture> architecture = Architecture.parse(setting.get().getValue());
        if (architecture.isEmpty()) {
            problems.add(LoweringProblem.Kind.UNKNOWN_WORD, setting.get(), ModelPackage.Literals.ARCHITECTURE_SETTING__VALUE,
                    "'" + setting.get().getValue() + "' is no architecture that the simulator knows: "
                            + names(Architecture.values(), Architecture::id));
        }
        return architecture.orElse(Architecture.X86_64);
    }

    private Machine machine(Architecture architecture) {
        Optional<MachineSetting> setting = settings.last(MachineSetting.class);
        if (setting.isEmpty()) {
            Machine usual = usualMachine(architecture);
            if (usual != Machine.X86) {
                assume("machine", usual.id(), "usual for " + architecture.id());
            }
            return usual;
        }
        file(FactNames.MACHINE, setting.get());
        Optional<Machine> machine = MachineWords.parse(setting.get().getValue(), architecture);
        if (machine.isEmpty()) {
            problems.add(LoweringProblem.Kind.UNKNOWN_WORD, setting.get(), ModelPackage.Literals.MACHINE_SETTING__VALUE,
                    "'" + setting.get().getValue() + "' is no machine that the simulator knows: "
                            + names(Machine.values(), Machine::id));
        }
        return machine.orElseGet(() -> usualMachine(architecture));
    }

    private static Machine usualMachine(Architecture architecture) {
        return switch (architecture) {
            case X86_64, I386 -> Machine.X86;
            case AARCH64 -> Machine.ARM64_DT;
            case PPC64, PPC64LE -> Machine.POWERNV;
            default -> Machine.GENERIC_DT;
        };
    }

    private boolean isolatedMsi() {
        Optional<IsolatedMsiSetting> setting = settings.last(IsolatedMsiSetting.class);
        setting.ifPresent(statement -> file(FactNames.ISOLATED_MSI, statement));
        return setting.map(statement -> statement.getState() == Switch.ON).orElse(false);
    }

    private boolean probeOnly() {
        Optional<ProbeOnlySetting> setting = settings.last(ProbeOnlySetting.class);
        setting.ifPresent(statement -> file(FactNames.PROBE_ONLY, statement));
        return setting.map(statement -> statement.getState() == Switch.ON).orElse(false);
    }

    private List<E820Entry> e820() {
        List<E820Entry> entries = new ArrayList<>();
        settings.last(E820Map.class).ifPresent(map -> map.getEntries().forEach(entry -> Registers
                .rangeOf(entry.getResource(), problems).ifPresent(range -> {
                    file(FactNames.e820(entries.size()), entry);
                    entries.add(new E820Entry(range, entry.getType()));
                })));
        return entries;
    }

    private OptionalLong defaultAlignment() {
        Optional<DefaultAlignmentSetting> setting = settings.last(DefaultAlignmentSetting.class);
        if (setting.isEmpty()) {
            return OptionalLong.empty();
        }
        file(new Fact("platform", "defaultAlignment"), setting.get());
        return setting.get().isNone() ? OptionalLong.of(0) : Literals.size(setting.get().getSize());
    }

    private Map<String, Boolean> config() {
        Map<String, Boolean> config = new LinkedHashMap<>();
        for (KernelConfigSetting setting : settings.all(KernelConfigSetting.class)) {
            String name = setting.getOption().startsWith("CONFIG_") ? setting.getOption().substring("CONFIG_".length())
                    : setting.getOption();
            file(FactNames.config(name), setting);
            config.put(name, setting.getValue() == null || !List.of("n", "off", "no").contains(setting.getValue()));
        }
        return config;
    }

    private void file(Fact fact, Statement setting) {
        origins.add(fact, setting);
        sources.put(fact, setting);
    }

    private void assume(String what, String value, String why) {
        Assumption assumption = new Assumption(what, value, why);
        if (!assumptions.contains(assumption)) {
            assumptions.add(assumption);
        }
    }

    private static <T> String names(T[] values, java.util.function.Function<T, String> name) {
        return java.util.Arrays.stream(values).map(name).collect(java.util.stream.Collectors.joining(", "));
    }
}
