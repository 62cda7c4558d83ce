package org.pcitopo.dsl.ide.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.cmdline.CommandLineWord;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptionTable;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.topology.Architecture;

/** What the words of a kernel command line do. */
public final class KernelWords {

    /** Words beside {@code pci=} that have to do with passing functions to guests. */
    public static final Map<String, String> PARAMETERS = Map.of(
            "pci", "options of the PCI core, separated by commas",
            "vfio-pci.ids", "binds all functions with these ids to vfio-pci: `vendor:device[:subvendor:subdevice[:class[:mask]]]`, separated by commas",
            "intel_iommu", "`on` or `off`: whether the Intel IOMMU is used; vfio-pci needs one",
            "amd_iommu", "`off` switches the AMD IOMMU off; vfio-pci needs one",
            "iommu", "`pt` maps devices of the host directly, which does not change what a guest gets",
            "vfio_iommu_type1.allow_unsafe_interrupts", "lets functions be passed through without interrupt remapping",
            "vfio-pci.disable_idle_d3", "keeps unused functions powered");

    private static final int MOST_KERNELS = 4;

    private KernelWords() {
    }

    /** What a piece of {@code pci=}, as each of {@code readings} takes it, does for the kernels of {@code boots}, one for each. */
    public static Markdown option(List<PciPiece> readings, List<LoweredBoot> boots) {
        String written = readings.get(0).text().text();
        Optional<PciOption> known = readings.stream().flatMap(piece -> piece.option().stream()).findFirst();
        List<String> ignoring = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            String kernel = "Linux " + boots.get(i).boot().rules().release() + " on " + boots.get(i).topology().platform().architecture().id();
            if (readings.get(i).option().isEmpty() && !ignoring.contains(kernel)) {
                ignoring.add(kernel);
            }
        }
        Optional<PciOption> elsewhere = PciOptionTable.all().stream().filter(option -> option.matches(written)).findFirst();
        Markdown text = new Markdown();
        if (known.isEmpty() && elsewhere.isEmpty()) {
            return text.paragraph("**" + Markdown.code(written) + "**: no release knows this option; the kernel says so in its log and ignores it.");
        }
        String ignored = "It is not known to " + Quantities.list(ignoring, MOST_KERNELS) + (ignoring.size() == 1 ? ", which ignores it." : ", which ignore it.");
        if (known.isPresent()) {
            text.paragraph("**" + Markdown.code("pci=" + known.get().name()) + "**").paragraph(description(known.get()));
            return ignoring.isEmpty() ? text : text.paragraph(ignored);
        }
        return text.paragraph("**" + Markdown.code(written) + "**: " + ignored.substring("It is ".length())).paragraph(description(elsewhere.get()));
    }

    /** What an option does, since when, where, and what it takes. */
    public static String description(PciOption option) {
        String text = Character.toUpperCase(option.description().charAt(0)) + option.description().substring(1) + ".";
        String first = option.releases().first().toString();
        String since = first.startsWith("2.") ? " In every release since 2.6." : " Since Linux " + first + ".";
        String before = option.releases().before().map(release -> " Gone in Linux " + release + ".").orElse("");
        String where = option.architectures().isEmpty() ? "" : " Only on "
                + option.architectures().stream().sorted().map(Architecture::id).collect(Collectors.joining(" and ")) + ".";
        String argument = argument(option.argument());
        String usual = " Default: " + usual(option) + ".";
        return Markdown.plain(text + since + before + where + usual) + (argument.isEmpty() ? "" : "\n\nTakes " + argument + ".");
    }

    /** What holds where the option is not written. */
    private static String usual(PciOption option) {
        return switch (option.name()) {
            case "realloc", "realloc=" -> "off, but on where the kernel is built with PCI_REALLOC_ENABLE_AUTO and firmware left a VF BAR without a place";
            case "resource_alignment=" -> "no request; bare-metal POWER aligns every BAR to a page by itself";
            case "hpiosize=", "cbiosize=" -> "256";
            case "hpmmiosize=", "hpmmioprefsize=", "hpmemsize=" -> "2M";
            case "cbmemsize=" -> "64M";
            case "hpbussize=" -> "1";
            case "ecrc=" -> "bios";
            case "use_crs", "nocrs" -> "windows of ACPI are used, on machines with firmware of 2008 and newer";
            case "use_e820", "no_e820" -> "firmware of 2023 and newer is trusted, older is not";
            case "pcie_bus_tune_off", "pcie_bus_safe", "pcie_bus_perf", "pcie_bus_peer2peer" ->
                "only what does not fit together is changed";
            default -> option.takesArgument() ? "nothing" : "not set";
        };
    }

    /** What a kind of argument looks like. */
    public static String argument(PciOption.Argument argument) {
        return switch (argument) {
            case NONE -> "";
            case SIZE -> "a size such as `16M`";
            case NUMBER -> "a number";
            case ON_OFF -> "`on` or `off`";
            case ECRC -> "`bios`, `on` or `off`";
            case ALIGNMENT_LIST -> "requests `[order@]address` or `[order@]pci:vendor:device`, separated by semicolons; "
                    + "the alignment is 2 to the power of the order, or one page";
            case DEVICE_LIST -> "devices `address` or `pci:vendor:device`, separated by semicolons";
        };
    }

    /** What a word of the command line does; empty for one that has nothing to do with PCI. */
    public static Optional<Markdown> word(CommandLineWord word) {
        return PARAMETERS.entrySet().stream().filter(entry -> word.isNamed(entry.getKey())).findFirst()
                .map(entry -> new Markdown().paragraph("**" + Markdown.code(entry.getKey()) + "**: " + entry.getValue()));
    }
}
