package org.pcitopo.dsl.ide.completion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.KernelWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptionTable;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Unsigned;

/** Inside the command line: parameters, options that this kernel knows on this architecture, and functions of this machine. */
final class KernelCompletion {

    private static final String LIST = "resource_alignment=";

    /**
     * What can be written.
     *
     * @param from where the piece that is being written begins, in the string
     */
    record Answer(int from, List<Proposal> proposals) {
    }

    /** @param before the characters of the string before the cursor */
    Answer proposals(Snapshot snapshot, Context context, String before) {
        List<SimulatedBoot> boots = ValueProposals.boots(snapshot, context);
        if (context.lastWord().equals("resource_alignment")) {
            int from = before.lastIndexOf(';') + 1;
            return new Answer(from, entries(boots, before.substring(from)));
        }
        int word = lastBlank(before) + 1;
        String text = before.substring(word);
        if (text.startsWith("pci=")) {
            return options(boots, before, word + "pci=".length());
        }
        if (text.startsWith("vfio-pci.ids=") || text.startsWith("vfio_pci.ids=")) {
            int from = Math.max(word + "vfio-pci.ids=".length(), before.lastIndexOf(',') + 1);
            return new Answer(from, ids(boots, ""));
        }
        return new Answer(word, parameters());
    }

    private static int lastBlank(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static List<Proposal> parameters() {
        List<Proposal> proposals = new ArrayList<>();
        proposals.add(Proposal.of("pci=resource_alignment=", CompletionItemKind.Property, "aligns BARs")
                .documented(KernelWords.PARAMETERS.get("pci")).ranked(1));
        proposals.add(Proposal.of("pci=realloc", CompletionItemKind.Property, "enlarges bridge windows").ranked(2));
        proposals.add(Proposal.of("pci=", CompletionItemKind.Property, "").documented(KernelWords.PARAMETERS.get("pci")).ranked(3));
        proposals.add(Proposal.of("vfio-pci.ids=", CompletionItemKind.Property, "").documented(KernelWords.PARAMETERS.get("vfio-pci.ids")).ranked(3));
        for (String text : List.of("intel_iommu=on", "iommu=pt")) {
            proposals.add(Proposal.of(text, CompletionItemKind.Property, "")
                    .documented(KernelWords.PARAMETERS.get(text.substring(0, text.indexOf('=')))).ranked(4));
        }
        return proposals;
    }

    private static Answer options(List<SimulatedBoot> boots, String before, int value) {
        int from = Math.max(value, before.lastIndexOf(',') + 1);
        String piece = before.substring(from);
        if (piece.startsWith(LIST)) {
            int entry = Math.max(from + LIST.length(), before.lastIndexOf(';') + 1);
            return new Answer(entry, entries(boots, before.substring(entry)));
        }
        int equals = piece.indexOf('=');
        Optional<PciOption> devices = PciOptionTable.all().stream()
                .filter(option -> option.argument() == PciOption.Argument.DEVICE_LIST && option.matches(piece)).findFirst();
        if (devices.isPresent() && equals >= 0) {
            int device = Math.max(from + equals + 1, Math.max(before.lastIndexOf(';'), before.lastIndexOf('@')) + 1);
            return new Answer(device, devices(boots));
        }
        if (equals >= 0) {
            return new Answer(from + equals + 1, PciOptionTable.all().stream().filter(option -> option.takesArgument() && option.matches(piece))
                    .findFirst().map(option -> arguments(option.argument())).orElse(List.of()));
        }
        return new Answer(from, known(boots));
    }

    private static List<Proposal> known(List<SimulatedBoot> boots) {
        List<Proposal> proposals = new ArrayList<>();
        for (PciOption option : PciOptionTable.all()) {
            boolean known = boots.isEmpty() || boots.stream().anyMatch(boot -> option.isKnownTo(boot.simulation().boot().rules(),
                    boot.simulation().topology().platform().architecture()));
            if (known) {
                boolean common = option.name().startsWith("re") || option.name().startsWith("hp");
                proposals.add(Proposal.of(option.name(), CompletionItemKind.Function, option.description())
                        .documented(KernelWords.description(option)).ranked(common ? 1 : 5));
            }
        }
        return proposals;
    }

    private static List<Proposal> arguments(PciOption.Argument argument) {
        List<String> values = switch (argument) {
            case ON_OFF -> List.of("on", "off");
            case ECRC -> List.of("bios", "on", "off");
            case SIZE -> List.of("2M", "16M", "64M", "256M", "1G");
            default -> List.of();
        };
        return values.stream().map(value -> Proposal.of(value, CompletionItemKind.Value, "")).toList();
    }

    /** Entries of an alignment list for the functions of the machine; the order, where none is written, is that of a page. */
    private static List<Proposal> entries(List<SimulatedBoot> boots, String written) {
        int at = written.indexOf('@');
        // What is aligned to the largest page is to all of them.
        long pageSize = boots.stream().mapToLong(boot -> boot.id().pageSize()).max().orElse(0);
        String order = at >= 0 ? written.substring(0, at + 1) : pageSize == 0 ? "" : Unsigned.log2(pageSize) + "@";
        List<Proposal> proposals = new ArrayList<>();
        boots.stream().limit(1).forEach(boot -> {
            for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
                if (function.description().bridge().isEmpty()) {
                    proposals.add(Proposal.of(order + function.address(), CompletionItemKind.Variable, ValueProposals.words(function)).foundByWords()
                            .documented("Aligns the memory BARs of this function" + toPages(pageSize, at) + ".").ranked(1));
                }
            }
        });
        boolean readable = boots.isEmpty() || boots.stream().anyMatch(boot -> boot.simulation().boot().rules().has(Behaviour.ID_FORM));
        if (readable) {
            proposals.addAll(ids(boots, order + "pci:"));
        }
        return proposals;
    }

    /** What a list of devices takes: bridges are what is meant most, so they are not left out. */
    private static List<Proposal> devices(List<SimulatedBoot> boots) {
        List<Proposal> proposals = new ArrayList<>();
        boots.stream().limit(1).forEach(boot -> boot.simulation().assignment().functions().forEach(function -> proposals.add(
                Proposal.of(function.address().toString(), CompletionItemKind.Variable, ValueProposals.words(function)).foundByWords().ranked(1))));
        proposals.addAll(ids(boots, "pci:"));
        return proposals;
    }

    private static String toPages(long pageSize, int at) {
        return at >= 0 ? "" : " to one page of " + Quantities.size(pageSize);
    }

    private static List<Proposal> ids(List<SimulatedBoot> boots, String before) {
        Set<DeviceIds> seen = new LinkedHashSet<>();
        Optional<SimulatedBoot> first = boots.stream().findFirst();
        first.ifPresent(boot -> boot.simulation().assignment().functions().stream().filter(function -> function.description().bridge().isEmpty())
                .map(function -> function.description().ids()).filter(ids -> ids.vendor() != 0).forEach(seen::add));
        return seen.stream().map(ids -> Proposal.of(before + ids, CompletionItemKind.EnumMember, Ids.inWords(ids)).ranked(2).foundByWords()).toList();
    }
}
