package org.pcitopo.dsl.ide.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.vfio.Mapping;

/** Values that make sense where they stand: releases, sizes, machines, free addresses, ids of the machine. */
final class ValueProposals {

    private static final int MOST_IDS = 60;
    private static final List<String> RELEASES = List.of("7.3", "6.19", "6.18", "6.12", "6.6", "6.1", "5.15", "5.10", "5.4", "4.19", "4.14");
    private static final List<String> SIZES = List.of("4K", "8K", "16K", "32K", "64K", "128K", "256K", "1M", "8M", "32M", "256M", "1G", "16G", "256");
    private static final List<String> MACHINES = List.of("acpi", "device-tree", "x86", "powernv", "pseries", "arm64-acpi", "arm64-dt", "generic-dt");

    /** The values for {@code feature}, a rule of the grammar and what is assigned there; empty where there are none to propose. */
    List<Proposal> of(Snapshot snapshot, Context context, String feature) {
        return switch (feature) {
            case "ArchitectureSetting.value" -> words(Arrays.stream(Architecture.values()).map(Architecture::id).toList(), "architecture");
            case "MachineSetting.value" -> words(MACHINES, "machine");
            case "PageSizeSetting.sizes" -> words(List.of("4K", "16K", "64K"), "page size");
            case "LinuxSetting.releases" -> words(RELEASES, "release");
            case "RulesSetting.ruleSets" -> words(Arrays.stream(RuleSet.values()).map(RuleSet::id).toList(), "set of rules");
            case "KernelConfigSetting.option" -> words(List.of("PCI_IOV", "PCI_REALLOC_ENABLE_AUTO", "ISA"), "kernel configuration");
            case "KernelConfigSetting.value" -> words(List.of("y", "n"), "");
            case "Expectation.reason" -> words(Arrays.stream(Mapping.Reason.values()).map(Mapping.Reason::id).toList(), "reason");
            case "Driver.name" -> words(List.of("vfio-pci"), "hands the device to guests");
            case "Resource.size", "SizePredicate.size", "ResizeBar.size" -> words(SIZES, "size");
            case "Device.address", "Bridge.address", "Function.address" -> freeSlots(snapshot, context);
            case "AddressSelector.address" -> addresses(snapshot, context);
            case "IdSelector.ids" -> ids(snapshot, context);
            case "Identity.ids", "Identity.subsystem", "Subsystem.ids" -> allIds(snapshot, context);
            case "Bar.index", "BarSelector.index", "VfBar.index" -> words(List.of("0", "1", "2", "3", "4", "5"), "register");
            case "ClassCode.code" -> classes();
            case "Place.start", "AtPredicate.address" -> new AddressProposals(snapshot, context).starts();
            case "Resource.range" -> new AddressProposals(snapshot, context).ranges();
            default -> List.of();
        };
    }

    /** What is often handed to guests, first. */
    private static final List<String> COMMON_CLASSES = List.of("0x010802", "0x020000", "0x030000", "0x030200", "0x0c0330", "0x010601", "0x120000");

    private static List<Proposal> classes() {
        List<Proposal> proposals = new ArrayList<>();
        Ids.classes().forEach((code, words) -> proposals.add(value(code, words).ranked(COMMON_CLASSES.contains(code) ? 1 : 4).foundByWords()));
        return proposals;
    }

    /** Those of this file's machines first, then what the list of ids has for the word that is being written. */
    private static List<Proposal> allIds(Snapshot snapshot, Context context) {
        List<Proposal> proposals = new ArrayList<>(ids(snapshot, context));
        Ids.search(context.prefix(), MOST_IDS).forEach((ids, words) -> proposals.add(value(ids, words).ranked(6).foundByWords()));
        return proposals;
    }

    private static Proposal value(String text, String detail) {
        return Proposal.of(text, CompletionItemKind.Value, detail).ranked(1);
    }

    private static List<Proposal> words(List<String> words, String detail) {
        return words.stream().map(word -> value(word, detail)).toList();
    }

    /** The boots that the cursor is in, or all. */
    static List<SimulatedBoot> boots(Snapshot snapshot, Context context) {
        List<SimulatedBoot> all = snapshot.recentBoots();
        Optional<String> name = context.name("boot");
        List<SimulatedBoot> own = all.stream().filter(boot -> name.filter(boot.id().boot()::equals).isPresent()).toList();
        return own.isEmpty() ? all : own;
    }

    private static List<Proposal> addresses(Snapshot snapshot, Context context) {
        List<Proposal> proposals = new ArrayList<>();
        boots(snapshot, context).stream().limit(1).forEach(boot -> boot.simulation().assignment().functions().forEach(function ->
                proposals.add(value(function.address().toString(), words(function)).ranked(3).foundByWords())));
        return proposals;
    }

    /** {@code nvme0 144d:a808 Samsung ...}. */
    static String words(EnumeratedFunction function) {
        return (function.description().name() + " " + Ids.inWords(function.description().ids())).strip();
    }

    private static List<Proposal> ids(Snapshot snapshot, Context context) {
        List<Proposal> proposals = new ArrayList<>();
        for (SimulatedBoot boot : boots(snapshot, context)) {
            boot.simulation().assignment().functions().stream().map(function -> function.description().ids())
                    .filter(ids -> ids.vendor() != 0).map(ids -> value(ids.toString(), Ids.inWords(ids)).ranked(4).foundByWords())
                    .filter(proposal -> !proposals.contains(proposal)).forEach(proposals::add);
        }
        return proposals;
    }

    /** The numbers that nothing on this bus has yet, as far as the last simulation knows the bus. */
    private static List<Proposal> freeSlots(Snapshot snapshot, Context context) {
        Set<Integer> taken = taken(snapshot, context);
        List<Proposal> proposals = new ArrayList<>();
        for (int device = 0; device < 32 && proposals.size() < 8; device++) {
            if (!taken.contains(device)) {
                proposals.add(value(String.format("%02x.0", device), "free"));
            }
        }
        return proposals;
    }

    private static Set<Integer> taken(Snapshot snapshot, Context context) {
        List<SimulatedBoot> boots = snapshot.recentBoots();
        String innermost = context.innermost();
        if (boots.isEmpty()) {
            return Set.of();
        }
        List<EnumeratedFunction> functions = boots.get(0).simulation().assignment().functions();
        Optional<PciAddress> bridge = functions.stream().filter(function -> !function.description().name().isEmpty()
                && innermost.startsWith("bridge ") && List.of(innermost.split(" ")).contains(function.description().name()))
                .map(EnumeratedFunction::address).findFirst();
        boolean root = innermost.startsWith("host-bridge ");
        return functions.stream().filter(function -> root ? function.parent().isEmpty() : bridge.isPresent() && function.parent().equals(bridge))
                .map(function -> function.address().device()).collect(Collectors.toCollection(TreeSet::new));
    }
}
