package org.pcitopo.simulator.cmdline;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/**
 * What the {@code pci=} options of a command line come to on one kernel and architecture: every occurrence is read from left
 * to right, a later value replaces an earlier one, options that this kernel does not know have no effect (behaviour
 * specification 1.1, 1.6).
 */
public final class PciOptions {

    private static final long DEFAULT_HOTPLUG_IO = 256;
    private static final long DEFAULT_HOTPLUG_MEMORY = 2L << 20;
    private static final long DEFAULT_CARDBUS_IO = 256;
    private static final long DEFAULT_CARDBUS_MEMORY = 64L << 20;

    private final KernelRules rules;
    private final Architecture architecture;
    private final CommandLine commandLine;
    private final List<PciPiece> pieces;
    private final Set<PciFlag> flags;
    private final AlignmentRequests alignmentRequests;
    private Realloc realloc = Realloc.UNDEFINED;
    private long hotplugIo = DEFAULT_HOTPLUG_IO;
    private long hotplugMemory = DEFAULT_HOTPLUG_MEMORY;
    private long hotplugPrefetchable = DEFAULT_HOTPLUG_MEMORY;
    private long hotplugBuses = 1;
    private long cardbusIo = DEFAULT_CARDBUS_IO;
    private long cardbusMemory = DEFAULT_CARDBUS_MEMORY;

    /** What {@code realloc} was set to. */
    public enum Realloc {
        ON, OFF, UNDEFINED
    }

    private PciOptions(CommandLine commandLine, KernelRules rules, Architecture architecture) {
        this.rules = rules;
        this.architecture = architecture;
        this.commandLine = commandLine;
        this.pieces = PciPiece.allOf(commandLine, rules, architecture);
        this.flags = flags(pieces);
        Token noRequests = new Token(commandLine.text().length(), "");
        this.alignmentRequests = AlignmentRequests.of(alignmentText(pieces).orElse(noRequests), rules, architecture);
        pieces.forEach(this::apply);
    }

    /** Reads any command line text. */
    public static PciOptions of(String commandLine, KernelRules rules, Architecture architecture) {
        return new PciOptions(CommandLine.of(commandLine), rules, architecture);
    }

    private static Set<PciFlag> flags(List<PciPiece> pieces) {
        return Collections.unmodifiableSet(Arrays.stream(PciFlag.values())
                .filter(flag -> pieces.stream().anyMatch(piece -> piece.is(flag.option())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PciFlag.class))));
    }

    private static Optional<Token> alignmentText(List<PciPiece> pieces) {
        return pieces.stream().filter(piece -> piece.is("resource_alignment=")).reduce((first, second) -> second)
                .flatMap(PciPiece::argument);
    }

    private void apply(PciPiece piece) {
        String argument = piece.argument().map(Token::text).orElse("");
        switch (piece.option().map(PciOption::name).orElse("")) {
            case "realloc" -> realloc = Realloc.ON;
            case "realloc=" -> realloc = reallocOf(argument);
            case "hpiosize=" -> size(argument, value -> hotplugIo = value);
            case "hpmmiosize=" -> size(argument, value -> hotplugMemory = value);
            case "hpmmioprefsize=" -> size(argument, value -> hotplugPrefetchable = value);
            case "hpmemsize=" -> size(argument, value -> {
                hotplugMemory = value;
                hotplugPrefetchable = value;
            });
            case "hpbussize=" -> size(argument, value -> hotplugBuses = Long.compareUnsigned(value, 0xff) > 0 ? 1 : value);
            case "cbiosize=" -> size(argument, value -> cardbusIo = value);
            case "cbmemsize=" -> size(argument, value -> cardbusMemory = value);
            default -> {
                // The rest has no effect on assignment, or is kept as a flag.
            }
        }
    }

    private Realloc reallocOf(String argument) {
        if (argument.startsWith("off")) {
            return Realloc.OFF;
        }
        return argument.startsWith("on") ? Realloc.ON : realloc;
    }

    private static void size(String argument, LongConsumer target) {
        KernelScanner scanner = new KernelScanner(argument, 0);
        scanner.size();
        target.accept(scanner.number());
    }

    /** The kernel that read them. */
    public KernelRules rules() {
        return rules;
    }

    /** The architecture that it runs on. */
    public Architecture architecture() {
        return architecture;
    }

    /** The command line that was read. */
    public CommandLine commandLine() {
        return commandLine;
    }

    /** Every piece of every {@code pci=}, unknown ones included. */
    public List<PciPiece> pieces() {
        return pieces;
    }

    /** The effective {@code resource_alignment=} list; empty where none is given. */
    public AlignmentRequests alignmentRequests() {
        return alignmentRequests;
    }

    public Realloc realloc() {
        return realloc;
    }

    /** Extra I/O space below a hotplug bridge, bytes. */
    public long hotplugIo() {
        return hotplugIo;
    }

    /** Extra memory space below a hotplug bridge, bytes. */
    public long hotplugMemory() {
        return hotplugMemory;
    }

    /** Extra prefetchable memory space below a hotplug bridge, bytes. */
    public long hotplugPrefetchable() {
        return hotplugPrefetchable;
    }

    /** Extra bus numbers below a hotplug bridge, 0 to 255. */
    public int hotplugBuses() {
        return (int) hotplugBuses;
    }

    /** Size of a CardBus bridge's I/O windows, bytes. */
    public long cardbusIo() {
        return cardbusIo;
    }

    /** Size of a CardBus bridge's memory windows, bytes. */
    public long cardbusMemory() {
        return cardbusMemory;
    }

    /** The switches that are set. */
    public Set<PciFlag> flags() {
        return flags;
    }

    /** PCI is not looked at. */
    public boolean off() {
        return flags.contains(PciFlag.OFF);
    }

    /** ACPI's host windows are ignored; wins over {@code use_crs}. */
    public boolean nocrs() {
        return flags.contains(PciFlag.NOCRS);
    }

    /**
     * Whether reserved E820 ranges are cut out of host windows: true or false where the command line says so
     * ({@code no_e820} wins), else empty.
     */
    public Optional<Boolean> useE820() {
        if (flags.contains(PciFlag.NO_E820)) {
            return Optional.of(false);
        }
        return flags.contains(PciFlag.USE_E820) ? Optional.of(true) : Optional.empty();
    }

    /** All expansion ROMs get addresses. */
    public boolean rom() {
        return flags.contains(PciFlag.ROM);
    }

    /** ROMs that firmware left unassigned stay so. */
    public boolean norom() {
        return flags.contains(PciFlag.NOROM);
    }

    /** BARs that firmware left at 0 stay so. */
    public boolean nobar() {
        return flags.contains(PciFlag.NOBAR);
    }

    /** All buses are numbered afresh. */
    public boolean assignBusses() {
        return flags.contains(PciFlag.ASSIGN_BUSSES);
    }

    /** I/O BARs may lie on aliases of ISA ports where the bridge allows it. */
    public boolean skipIsaAlign() {
        return flags.contains(PciFlag.SKIP_ISA_ALIGN);
    }

    /** A large 64-bit window is added to AMD host bridges. */
    public boolean bigRootWindow() {
        return flags.contains(PciFlag.BIG_ROOT_WINDOW);
    }
}
