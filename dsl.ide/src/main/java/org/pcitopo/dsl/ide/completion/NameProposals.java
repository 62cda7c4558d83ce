package org.pcitopo.dsl.ide.completion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Names;
import org.pcitopo.dsl.ide.workspace.Names.NamedElement;
import org.pcitopo.dsl.ide.workspace.Names.NamedFunction;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** Names that exist: elements of the file and of what it imports, and the functions of the machine at hand. */
final class NameProposals {

    private final Names names;
    private final Context context;

    NameProposals(Snapshot snapshot, Context context) {
        this.names = snapshot.recentNames();
        this.context = context;
    }

    /** @param type what is asked for: {@code Platform}, {@code DeviceType}, {@code Host}, {@code Boot} or {@code Selectable} */
    List<Proposal> of(String type) {
        return (type.equals("Selectable") ? Stream.concat(functions(), elements("DeviceType")) : elements(type)).toList();
    }

    private Stream<Proposal> elements(String type) {
        return names.elements().stream().filter(element -> element.kind().equals(type))
                .filter(element -> !element.own() || !context.statement().endsWith(" " + element.name() + " extends"))
                .map(element -> element(element).ranked(element.own() ? 1 : 2));
    }

    private static Proposal element(NamedElement element) {
        if (element.kind().equals("DeviceType")) {
            Optional<String> ids = element.ids().map(id -> Ids.inWords(id).orElse(id));
            return Proposal.of(element.name(), CompletionItemKind.Class, ids.orElse("device type")).documented(Markdown.plain(element.label()));
        }
        return Proposal.of(element.name(), CompletionItemKind.Module, element.label());
    }

    private Stream<Proposal> functions() {
        return holders().stream().flatMap(NamedElement::allFunctions).map(NameProposals::function);
    }

    private static Proposal function(NamedFunction function) {
        return Proposal.of(function.name(), CompletionItemKind.Variable, (function.address() + " " + function.type()).strip()).ranked(1);
    }

    /** The machine around the cursor, or the boot around it, with what its boots plug in. */
    private List<NamedElement> holders() {
        Optional<String> boot = context.name("boot");
        Optional<String> host = context.name("host");
        List<NamedElement> own = names.elements().stream().filter(NamedElement::own).toList();
        List<NamedElement> holders = own.stream().filter(element -> element.kind().equals("Host") && host.filter(element.name()::equals).isPresent()
                || element.kind().equals("Boot") && boot.filter(element.name()::equals).isPresent()).toList();
        return holders.isEmpty() ? own.stream().filter(element -> element.kind().equals("Host")).toList() : holders;
    }
}
