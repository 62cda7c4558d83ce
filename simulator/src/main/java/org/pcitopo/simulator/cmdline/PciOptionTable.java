package org.pcitopo.simulator.cmdline;

import static org.pcitopo.simulator.cmdline.PciOption.Match.EXACT;
import static org.pcitopo.simulator.cmdline.PciOption.Match.PREFIX;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.cmdline.PciOption.Argument;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.Span;
import org.pcitopo.simulator.topology.Architecture;

/**
 * Every option of {@code pci=}, in the order in which the kernel tries them: the architecture's own first (behaviour
 * specification 1.6).
 */
public final class PciOptionTable {

    private static final Span ALWAYS = Span.since("2.6");
    private static final Set<Architecture> X86 = Set.of(Architecture.X86_64, Architecture.I386);
    private static final Set<Architecture> X86_32 = Set.of(Architecture.I386);
    private static final Set<Architecture> X86_64 = Set.of(Architecture.X86_64);
    private static final Set<Architecture> S390 = Set.of(Architecture.S390X);
    private static final Set<Architecture> ARM32 = Set.of(Architecture.ARM);
    private static final Set<Architecture> ALL = Set.of();

    private static final List<PciOption> OPTIONS = List.copyOf(build());

    private PciOptionTable() {
    }

    /** All options of all kernels and architectures. */
    public static List<PciOption> all() {
        return OPTIONS;
    }

    /** What this kernel takes {@code piece} for: the first option that matches. */
    public static Optional<PciOption> find(String piece, KernelRules rules, Architecture architecture) {
        return OPTIONS.stream()
                .filter(option -> option.isKnownTo(rules, architecture) && option.matches(piece)).findFirst();
    }

    private static List<PciOption> build() {
        List<PciOption> options = new ArrayList<>();
        addX86(options);
        addOtherArchitectures(options);
        addCommonSwitches(options);
        addCommonValues(options);
        return options;
    }

    private static void addX86(List<PciOption> to) {
        flag(to, "off", X86, "does not look for PCI at all");
        flag(to, "bfsort", X86, "names devices breadth first");
        flag(to, "nobfsort", X86, "does not name devices breadth first");
        flag(to, "bios", X86_32, "reaches configuration space through the PCI BIOS alone");
        flag(to, "nobios", X86_32, "does not call the PCI BIOS");
        flag(to, "biosirq", X86_32, "asks the PCI BIOS for interrupt routing");
        value(to, "pirqaddr=", X86_32, Argument.NUMBER, "address of the interrupt routing table");
        flag(to, "conf1", X86, "reaches configuration space by mechanism 1 alone");
        flag(to, "conf2", X86, "reaches configuration space by mechanism 2 alone");
        flag(to, "nommconf", X86, "does not use memory-mapped configuration space");
        flag(to, "check_enable_amd_mmconf", X86, "looks for and enables memory-mapped configuration space on AMD family 10h");
        flag(to, "noacpi", X86, "does not use ACPI for interrupt routing or the scan");
        flag(to, "noearly", X86, "skips the early scan by mechanism 1");
        flag(to, "usepirqmask", X86, "respects the BIOS's mask of legacy interrupts");
        value(to, "irqmask=", X86, Argument.NUMBER, "mask of the interrupts that PCI devices may get");
        value(to, "lastbus=", X86, Argument.NUMBER, "scans all buses up to this number");
        flag(to, "rom", X86, "assigns addresses to all expansion ROMs");
        flag(to, "norom", X86, "leaves ROMs unassigned that firmware left unassigned");
        flag(to, "nobar", X86, "leaves BARs unassigned that firmware left at 0");
        flag(to, "assign-busses", X86, "numbers all buses afresh");
        flag(to, "use_crs", X86, "takes host bridge windows from ACPI");
        flag(to, "nocrs", X86, "ignores the host bridge windows of ACPI");
        to.add(new PciOption("use_e820", EXACT, X86, Span.since("5.19"), Argument.NONE,
                "cuts reserved E820 ranges out of host bridge windows"));
        to.add(new PciOption("no_e820", EXACT, X86, Span.since("5.19"), Argument.NONE,
                "does not cut reserved E820 ranges out of host bridge windows"));
        flag(to, "big_root_window", X86_64, "tries to add a large 64-bit window to AMD host bridges; taints the kernel");
        flag(to, "routeirq", X86, "routes the interrupts of all devices at boot");
        flag(to, "skip_isa_align", X86, "does not keep I/O BARs off the aliases of ISA ports");
        flag(to, "noioapicquirk", X86, "switches off the boot interrupt quirk");
        flag(to, "ioapicreroute", X86, "reroutes boot interrupts to the primary IO-APIC");
        flag(to, "noioapicreroute", X86, "does not reroute boot interrupts");
    }

    private static void addOtherArchitectures(List<PciOption> to) {
        flag(to, "off", S390, "does not use PCI at all");
        flag(to, "nomio", S390, "does not use the memory I/O instructions");
        flag(to, "force_floating", S390, "forces floating interrupts");
        flag(to, "norid", S390, "ignores routing ids and gives each function a domain of its own");
        flag(to, "debug", ARM32, "prints what the host bridge driver does");
    }

    private static void addCommonSwitches(List<PciOption> to) {
        flag(to, "nomsi", ALL, "does not use message signalled interrupts");
        prefix(to, "noats", ALWAYS, "does not use Address Translation Services");
        flag(to, "noaer", ALL, "does not use Advanced Error Reporting");
        flag(to, "earlydump", ALL, "prints the configuration space of every function when it is found");
        flag(to, "nodomains", ALL, "does not use PCI domains");
        prefix(to, "noari", ALWAYS, "does not use Alternative Routing-ID Interpretation");
        prefix(to, "notph", Span.since("6.13"), "does not use TLP Processing Hints");
        prefix(to, "pcie_bus_tune_off", ALWAYS, "leaves the maximum payload sizes as firmware set them");
        prefix(to, "pcie_bus_safe", ALWAYS, "sets each maximum payload size to what all devices below a root port support");
        prefix(to, "pcie_bus_perf", ALWAYS, "sets each maximum payload size to what its parent bus allows");
        prefix(to, "pcie_bus_peer2peer", ALWAYS, "sets every maximum payload size to 128 bytes");
        prefix(to, "pcie_scan_all", ALWAYS, "scans all device numbers below a PCIe port");
    }

    private static void addCommonValues(List<PciOption> to) {
        Span always = ALWAYS;
        value(to, "realloc=", always, Argument.ON_OFF, "enlarges bridge windows that are too small, or never does");
        prefix(to, "realloc", always, "enlarges bridge windows that are too small");
        value(to, "cbiosize=", always, Argument.SIZE, "size of CardBus I/O windows, 256 bytes by default");
        value(to, "cbmemsize=", always, Argument.SIZE, "size of CardBus memory windows, 64M by default");
        value(to, "resource_alignment=", always, Argument.ALIGNMENT_LIST,
                "aligns the memory BARs of these functions, and enlarges them to their alignment");
        value(to, "ecrc=", always, Argument.ECRC, "switches end-to-end checksums on or off, or leaves them to firmware");
        value(to, "hpiosize=", always, Argument.SIZE, "I/O space kept free below a hotplug bridge, 256 bytes by default");
        value(to, "hpmmiosize=", Span.since("5.5"), Argument.SIZE,
                "memory space kept free below a hotplug bridge, 2M by default");
        value(to, "hpmmioprefsize=", Span.since("5.5"), Argument.SIZE,
                "prefetchable memory space kept free below a hotplug bridge, 2M by default");
        value(to, "hpmemsize=", always, Argument.SIZE,
                "memory space and prefetchable memory space kept free below a hotplug bridge, 2M each by default");
        value(to, "hpbussize=", always, Argument.NUMBER, "bus numbers kept free below a hotplug bridge, 1 by default");
        value(to, "disable_acs_redir=", Span.since("4.19"), Argument.DEVICE_LIST,
                "lets these functions send peer-to-peer requests directly");
        value(to, "config_acs=", Span.since("6.12"), Argument.DEVICE_LIST, "sets Access Control Services bits of functions");
    }

    private static void flag(List<PciOption> to, String name, Set<Architecture> architectures, String description) {
        to.add(new PciOption(name, EXACT, architectures, ALWAYS, Argument.NONE, description));
    }

    private static void prefix(List<PciOption> to, String name, Span releases, String description) {
        to.add(new PciOption(name, PREFIX, ALL, releases, Argument.NONE, description));
    }

    private static void value(List<PciOption> to, String name, Span releases, Argument argument, String description) {
        to.add(new PciOption(name, PREFIX, ALL, releases, argument, description));
    }

    private static void value(List<PciOption> to, String name, Set<Architecture> architectures, Argument argument,
            String description) {
        to.add(new PciOption(name, PREFIX, architectures, ALWAYS, argument, description));
    }
}
