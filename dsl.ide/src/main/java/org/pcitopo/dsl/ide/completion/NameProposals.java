package org.pcitopo.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.BootChain;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.service.Document;

/** Names that exist: elements of the file and of what it imports, and the functions of the machine at hand. */
final class NameProposals {

    private final Document document;
    private final Context context;

    NameProposals(Snapshot snapshot, Context context) {
        this.document = snapshot.recentDocument();
        this.context = context;
    }

    /** @param type what is asked for: {@code Platform}, {@code DeviceType}, {@code Host}, {@code Boot} or {@code Selectable} */
    List<Proposal> of(String type) {
        if (type.equals("Selectable")) {
            List<Proposal> proposals = new ArrayList<>(functions());
            proposals.addAll(elements("DeviceType"));
            return proposals;
        }
        return elements(type);
    }

    private List<Proposal> elements(String type) {
        List<Proposal> proposals = new ArrayList<>();
        List<PcitopoFile> files = new ArrayList<>(List.of(document.model()));
        for (Resource imported : Imports.allOf(document.model().eResource())) {
            if (!imported.getContents().isEmpty() && imported.getContents().get(0) instanceof PcitopoFile file) {
                files.add(file);
            }
        }
        for (PcitopoFile file : files) {
            for (Element element : file.getElements()) {
                if (element.eClass().getName().equals(type) && element.getName() != null) {
                    proposals.add(element(element).ranked(file == document.model() ? 1 : 2));
                }
            }
        }
        return proposals;
    }

    private static Proposal element(Element element) {
        String label = element.getLabel() == null ? "" : element.getLabel();
        if (element instanceof DeviceType type) {
            Optional<String> ids = identity(type).map(id -> Ids.inWords(id).orElse(id));
            return Proposal.of(element.getName(), CompletionItemKind.Class, ids.orElse("device type")).documented(Markdown.plain(label));
        }
        return Proposal.of(element.getName(), CompletionItemKind.Module, label);
    }

    private static Optional<String> identity(DeviceType type) {
        DeviceType next = type;
        for (int depth = 0; next != null && !next.eIsProxy() && depth < 20; depth++) {
            Optional<String> ids = next.getMembers().stream().filter(Identity.class::isInstance)
                    .map(member -> ((Identity) member).getIds()).findFirst();
            if (ids.isPresent()) {
                return ids;
            }
            next = next.getBase();
        }
        return Optional.empty();
    }

    private List<Proposal> functions() {
        List<Proposal> proposals = new ArrayList<>();
        for (EObject holder : holders()) {
            for (Function function : EcoreUtil2.getAllContentsOfType(holder, Function.class)) {
                if (function.getName() != null) {
                    String type = function.getType() == null || function.getType().eIsProxy() ? "" : " " + function.getType().getName();
                    proposals.add(Proposal.of(function.getName(), CompletionItemKind.Variable, function.getAddress() + type).ranked(1));
                }
            }
        }
        return proposals;
    }

    /** The machine around the cursor, or that of the boot around it, with what its boots plug in. */
    private List<EObject> holders() {
        Optional<String> boot = context.block("boot").map(NameProposals::nameIn);
        Optional<String> host = context.block("host").map(NameProposals::nameIn);
        List<EObject> holders = new ArrayList<>();
        for (Element element : document.model().getElements()) {
            if (element instanceof Host && host.filter(name -> name.equals(element.getName())).isPresent()) {
                holders.add(element);
            } else if (element instanceof Boot written && boot.filter(name -> name.equals(element.getName())).isPresent()) {
                for (Boot one : BootChain.of(written)) {
                    holders.add(one);
                    if (one.getHost() != null && !one.getHost().eIsProxy()) {
                        holders.add(one.getHost());
                    }
                }
            }
        }
        if (holders.isEmpty()) {
            document.model().getElements().stream().filter(Host.class::isInstance).forEach(holders::add);
        }
        return holders;
    }

    private static String nameIn(String head) {
        String[] words = head.split(" ");
        return words.length > 1 ? words[1].replaceFirst("^\\^", "") : "";
    }
}
