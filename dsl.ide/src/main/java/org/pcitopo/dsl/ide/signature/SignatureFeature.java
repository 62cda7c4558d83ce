package org.pcitopo.dsl.ide.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.text.Markup;
import org.pcitopo.dsl.ide.words.KernelWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptionTable;

/** Shows how an option is written while it is. */
public final class SignatureFeature {

    private static final String ENTRY = "order@device";

    private final Markup markup;
    private final boolean offsets;

    /**
     * @param markup what the editor shows
     * @param offsets whether it takes the place of an argument as numbers
     */
    public SignatureFeature(Markup markup, boolean offsets) {
        this.markup = markup;
        this.offsets = offsets;
    }

    /** The help at {@code position}; empty where no option is being written. */
    public Optional<SignatureHelp> help(Snapshot snapshot, Position position) {
        return Cursor.at(snapshot.document(), snapshot.lines().offset(position))
                .filter(found -> found.subject() instanceof Subject.KernelText).flatMap(found -> {
                    Subject.KernelText text = (Subject.KernelText) found.subject();
                    String before = text.string().value().substring(0, text.index());
                    return text.string().isAlignmentList() ? Optional.of(entry("", before)) : option(before);
                });
    }

    private Optional<SignatureHelp> option(String before) {
        String word = before.substring(before.lastIndexOf(' ') + 1);
        if (word.startsWith("vfio-pci.ids=") || word.startsWith("vfio_pci.ids=")) {
            return Optional.of(ids(word.substring("vfio-pci.ids=".length())));
        }
        if (!word.startsWith("pci=")) {
            return Optional.empty();
        }
        String piece = word.substring(Math.max("pci=".length(), word.lastIndexOf(',') + 1));
        Optional<PciOption> option = PciOptionTable.all().stream()
                .filter(known -> known.takesArgument() && piece.startsWith(known.name())).findFirst();
        return option.map(known -> known.argument() == PciOption.Argument.ALIGNMENT_LIST
                ? entry(known.name(), piece.substring(known.name().length())) : argument(known));
    }

    private SignatureHelp entry(String option, String list) {
        String label = option + ENTRY + "[;...]";
        boolean device = list.substring(list.lastIndexOf(';') + 1).contains("@");
        ParameterInformation order = parameter(label, option.length(), option.length() + 5,
                "the alignment is 2 to the power of it: `12` is 4K, `16` is 64K; without `order@` one page");
        ParameterInformation function = parameter(label, option.length() + 6, option.length() + ENTRY.length(),
                "`[domain:]bus:device.function`, from Linux 4.18 a path `/device.function`, or `pci:vendor:device[:subvendor:subdevice]`");
        return help(label, "Requests are separated by semicolons; the first that matches a function decides.", List.of(order, function), device ? 1 : 0);
    }

    private SignatureHelp ids(String list) {
        String label = "vfio-pci.ids=vendor:device[:subvendor:subdevice[:class[:mask]]][,...]";
        String piece = list.substring(list.lastIndexOf(',') + 1);
        List<ParameterInformation> parts = new ArrayList<>();
        for (String part : List.of("vendor", "device", "subvendor", "subdevice", "class", "mask")) {
            int at = label.indexOf(parts.isEmpty() ? part : ":" + part) + (parts.isEmpty() ? 0 : 1);
            parts.add(parameter(label, at, at + part.length(), part.equals("mask") ? "the bits of the class that have to be equal"
                    : "hexadecimal; `ffffffff` or nothing for any"));
        }
        return help(label, KernelWords.PARAMETERS.get("vfio-pci.ids"), parts, (int) Math.min(parts.size() - 1, piece.chars().filter(c -> c == ':').count()));
    }

    private SignatureHelp argument(PciOption option) {
        String kind = switch (option.argument()) {
            case ON_OFF -> "on|off";
            case ECRC -> "bios|on|off";
            case SIZE -> "size";
            case NUMBER -> "number";
            default -> "device[;...]";
        };
        return help(option.name() + kind, KernelWords.description(option),
                List.of(parameter(option.name() + kind, option.name().length(), option.name().length() + kind.length(), KernelWords.argument(option.argument()))), 0);
    }

    private ParameterInformation parameter(String label, int from, int to, String documentation) {
        ParameterInformation parameter = new ParameterInformation();
        parameter.setLabel(offsets ? Either.forRight(new Tuple.Two<>(from, to)) : Either.forLeft(label.substring(from, to)));
        parameter.setDocumentation(markup.content(documentation));
        return parameter;
    }

    private SignatureHelp help(String label, String documentation, List<ParameterInformation> parameters, int active) {
        SignatureInformation signature = new SignatureInformation(label);
        signature.setDocumentation(Either.forRight(markup.content(documentation)));
        signature.setParameters(parameters);
        return new SignatureHelp(List.of(signature), 0, active);
    }
}
