package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.GuestJson;
import org.pcitopo.cli.render.GuestText;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.GuestReport;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.guest.Firmware;
import org.pcitopo.simulator.guest.GuestMachine;
import org.pcitopo.simulator.guest.GuestView;
import org.pcitopo.simulator.guest.Vmm;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.vfio.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code pcitopo guest}: what a guest sees of what is handed to it. */
@Command(name = "guest",
        description = {"Show for each boot what a guest sees of the functions that are passed through: which parts of their BARs it reaches"
            + " directly, and whether its own address windows have room for all of them.",
            "The guest has the host's architecture: q35, virt or pseries under QEMU and libvirt."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every memory BAR is reached directly, but for pages of MSI-X tables, and has room", "1:not so",
            "2:wrong usage or unreadable input"})
final class GuestCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(index = "0", paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Parameters(index = "1..*", paramLabel = "FUNCTION",
            description = "Functions that the guest gets: addresses, of virtual ones too, or names; without any those that are passed through.")
    private List<String> functions = new ArrayList<>();

    @Option(names = "--vmm", paramLabel = "VMM", defaultValue = "qemu", converter = VmmName.class,
            description = "What runs the guest: qemu, libvirt or cloud-hypervisor; default ${DEFAULT-VALUE}.")
    private Vmm vmm;

    @Option(names = "--firmware", paramLabel = "NAME", defaultValue = "ovmf",
            description = "What places BARs under QEMU on x86: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Firmware firmware;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "4G", converter = Size.class,
            description = "The guest's memory; default ${DEFAULT-VALUE}.")
    private long memory;

    @Option(names = "--phys-bits", paramLabel = "N", converter = Bits.class,
            description = "Physical address bits of the guest's processors; default: the VMM's, 40 for QEMU, 46 for Cloud Hypervisor.")
    private Optional<Integer> physicalBits;

    @Option(names = "--aperture", paramLabel = "SIZE", converter = Size.class,
            description = "The size that the guest's window above 4G was given, where it was; default: the VMM's.")
    private Optional<Long> aperture;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TextOrJson format;

    @Mixin
    private BootOptions options;

    GuestCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        SourceFile source = new SourceFiles(io).readOne(file);
        List<BootReport> boots;
        try (Progress progress = Progress.start(io, "simulating " + file)) {
            boots = language.get().simulate(source, options.choice(), io.workingDirectory());
        }
        Map<Simulation, GuestView> views = new LinkedHashMap<>();
        for (BootReport boot : boots) {
            Set<PciAddress> handed = handed(boot);
            if (!handed.isEmpty()) {
                views.put(boot.simulation(), GuestView.of(boot.simulation(), handed, machine(boot.simulation())));
            }
        }
        views.values().removeIf(view -> view.bars().isEmpty());
        List<GuestReport> reports = GuestReport.of(views);
        if (reports.isEmpty()) {
            throw new UserError(functions.isEmpty()
                    ? "no boot of " + file + " hands a function to a guest; name functions behind the file, or mark them 'passthrough' in it"
                    : file + " has no function with BARs that is " + String.join(" or ", functions)
                            + "; 'pcitopo simulate' lists what there is");
        }
        switch (format) {
            case TEXT -> new GuestText(io.out(), Palette.forOutput(io), io.width()).write(reports);
            case JSON -> GuestJson.write(io.out(), reports);
        }
        return reports.stream().allMatch(report -> report.view().isGood()) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private Set<PciAddress> handed(BootReport boot) {
        if (functions.isEmpty()) {
            return boot.passthrough();
        }
        Set<PciAddress> named = boot.simulation().assignment().functions().stream()
                .filter(function -> functions.contains(function.description().name())).map(EnumeratedFunction::address)
                .collect(Collectors.toSet());
        functions.forEach(text -> PciAddress.parse(text).ifPresent(named::add));
        return boot.simulation().mappings().stream().map(Mapping::function).filter(named::contains).collect(Collectors.toSet());
    }

    private GuestMachine machine(Simulation simulation) {
        Architecture architecture = simulation.topology().platform().architecture();
        if (!GuestMachine.isKnown(vmm, architecture)) {
            throw new UserError("the windows of a guest of " + vmm.id() + " on " + architecture.id()
                    + " are not known; known are x86_64 and aarch64, and ppc64 under QEMU and libvirt");
        }
        return new GuestMachine(vmm, architecture, firmware, memory,
                physicalBits.map(OptionalInt::of).orElse(OptionalInt.empty()), aperture.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /** {@link Vmm#id}. */
    static final class VmmName implements ITypeConverter<Vmm> {
        @Override
        public Vmm convert(String text) {
            for (Vmm vmm : Vmm.values()) {
                if (vmm.id().equals(text)) {
                    return vmm;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of qemu, libvirt and cloud-hypervisor");
        }
    }

    /** 32 to 52. */
    static final class Bits implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("3[2-9]|4[0-9]|5[0-2]")) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("'" + text + "' is no number of address bits from 32 to 52");
        }
    }

    /** Bytes, a number with {@code M}, {@code G} or {@code T}, from 1M to 16T. */
    static final class Size implements ITypeConverter<Long> {

        private static final long LARGEST = 16L << 40;

        @Override
        public Long convert(String text) {
            if (text.matches("[0-9]{1,8}[MGTmgt]")) {
                int shift = switch (Character.toUpperCase(text.charAt(text.length() - 1))) {
                    case 'M' -> 20;
                    case 'G' -> 30;
                    default -> 40;
                };
                long number = Long.parseLong(text.substring(0, text.length() - 1));
                if (number > 0 && number <= LARGEST >> shift) {
                    return number << shift;
                }
            }
            throw new TypeConversionException("'" + text + "' is no size such as 512M or 64G, up to 16T");
        }
    }
}
