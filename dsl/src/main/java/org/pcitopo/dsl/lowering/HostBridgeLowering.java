package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.HostWindow;
import org.pcitopo.dsl.model.Ioda;
import org.pcitopo.dsl.model.IodaKey;
import org.pcitopo.dsl.model.IodaValue;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Note;
import org.pcitopo.dsl.model.PreserveConfig;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Switch;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.ResourceType;

/** Turns one host bridge of a host variant, with everything below it, into the simulator's. */
final class HostBridgeLowering {

    private static final Set<Machine> NEVER_64_BIT = Set.of(Machine.X86, Machine.ARM64_ACPI, Machine.ARM64_DT);

    private final HostVariant variant;
    private final Machine machine;
    private final Numbering numbering;
    private final HostSelections selections;
    private final Problems problems = new Problems();
    private final Origins origins = new Origins();
    private final SourceMap sources = new SourceMap();

    HostBridgeLowering(HostVariant variant, Machine machine, Numbering numbering, HostSelections selections) {
        this.variant = variant;
        this.machine = machine;
        this.numbering = numbering;
        this.selections = selections;
    }

    LoweredHostBridge lower(HostBridge hostBridge) {
        org.pcitopo.simulator.topology.HostBridge lowered = hostBridge(hostBridge);
        sources.put(lowered, hostBridge);
        return new LoweredHostBridge(lowered, sources, origins, problems);
    }

    private org.pcitopo.simulator.topology.HostBridge hostBridge(HostBridge hostBridge) {
        RootBus root = RootBus.of(hostBridge, problems);
        boolean preserve = false;
        Optional<Ioda> ioda = Optional.empty();
        List<org.pcitopo.simulator.topology.HostWindow> windows = new ArrayList<>();
        for (Statement member : hostBridge.getMembers()) {
            if (member instanceof HostWindow window) {
                window(window).ifPresent(lowered -> {
                    file(FactNames.hostWindow(root.domain(), root.firstBus(), windows.size()), window);
                    windows.add(lowered);
                });
            } else if (member instanceof PreserveConfig switched) {
                file(FactNames.host(root.domain(), root.firstBus(), "preserveConfig"), switched);
                preserve = switched.getState() == Switch.ON;
            } else if (member instanceof Note note) {
                origins.add(FactNames.host(root.domain(), root.firstBus(), note.getAspect()), note);
            } else if (member instanceof Ioda statement) {
                file(FactNames.host(root.domain(), root.firstBus(), "ioda"), statement);
                ioda = Optional.of(statement);
            }
        }
        origins.add(FactNames.host(root.domain(), root.firstBus(), "buses"), hostBridge.getProvenance());
        FunctionLowering functions = new FunctionLowering(variant, numbering, selections, problems, origins, sources);
        return new org.pcitopo.simulator.topology.HostBridge(root.domain(), root.firstBus(), root.lastBus(),
                hostBridge.getLabel() == null ? "" : hostBridge.getLabel(), windows,
                ioda.map(statement -> segments(statement, windows)), preserve,
                functions.bus(variant.functions(hostBridge), Optional.empty()));
    }

    private Optional<org.pcitopo.simulator.topology.HostWindow> window(HostWindow window) {
        Optional<AddressRange> range = Registers.rangeOf(window.getResource(), problems);
        if (window.getResource().getRange() == null) {
            problems.add(LoweringProblem.Kind.NO_RANGE, window, ModelPackage.Literals.HOST_WINDOW__RESOURCE,
                    "a window has a start and an end: write [mem 0x…-0x…]");
        }
        return range.map(cpu -> {
            long busStart = busStart(window).orElse(cpu.start());
            ResourceType type = typeOf(window);
            return new org.pcitopo.simulator.topology.HostWindow(type, cpu, cpu.start() - busStart);
        });
    }

    private OptionalLong busStart(HostWindow window) {
        if (window.getBusStart() != null) {
            return Literals.address(window.getBusStart());
        }
        Optional<AddressRange> range = Optional.ofNullable(window.getBusRange()).flatMap(Literals::range);
        return range.map(bus -> OptionalLong.of(bus.start())).orElse(OptionalLong.empty());
    }

    /**
     * The flags that the kernel gives the window: as written, but never 64-bit where the platform never sets that (behaviour
     * specification 4.2, 4.3).
     */
    private ResourceType typeOf(HostWindow window) {
        ResourceType written = Registers.typeOf(window.getResource());
        boolean never64Bit = NEVER_64_BIT.contains(machine);
        return written.isMemory() && never64Bit ? ResourceType.memory(false, written.prefetchable()) : written;
    }

    /** The segments as written; what is not written follows from the windows (behaviour specification 4.5). */
    private org.pcitopo.simulator.topology.Ioda segments(Ioda statement, List<org.pcitopo.simulator.topology.HostWindow> windows) {
        Map<IodaKey, Long> values = new EnumMap<>(IodaKey.class);
        for (IodaValue value : statement.getValues()) {
            values.put(value.getKey(), Literals.size(value.getValue()).orElse(0));
        }
        int pes = (int) (long) values.getOrDefault(IodaKey.PES, 512L);
        long m32 = sizeOf(windows, false);
        long m64 = sizeOf(windows, true);
        return new org.pcitopo.simulator.topology.Ioda(pes, (int) (long) values.getOrDefault(IodaKey.RESERVED_PE, pes - 1L),
                values.getOrDefault(IodaKey.M32_SEGMENT, m32 == 0 || pes == 0 ? 0 : Long.divideUnsigned(m32 + 0x10000, pes)),
                values.getOrDefault(IodaKey.M64_SEGMENT, m64 == 0 || pes < 3 ? 0 : Long.divideUnsigned(m64, pes - 2)),
                values.getOrDefault(IodaKey.IO_SEGMENT, 0L));
    }

    private static long sizeOf(List<org.pcitopo.simulator.topology.HostWindow> windows, boolean wide) {
        return windows.stream().filter(window -> window.type().isMemory() && window.type().is64Bit() == wide).findFirst()
                .map(window -> window.range().size()).orElse(0L);
    }

    private void file(Fact fact, Statement statement) {
        origins.add(fact, statement);
        sources.put(fact, statement);
    }
}
