package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.rule.Quantities;

/** A device type: its ids in words, what it describes, and where it is used. */
final class TypeHover implements HoverParticipant {

    private static final int MOST_LINES = 30;
    private static final int MOST_USERS = 6;

    private final Workspace workspace;

    TypeHover(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.Named named && named.element() instanceof DeviceType type)) {
            return Optional.empty();
        }
        Markdown text = new Markdown().paragraph("**device-type** " + Markdown.code(type.getName())
                + (type.getBase() == null || type.getBase().eIsProxy() ? "" : " extends " + Markdown.code(type.getBase().getName())));
        if (type.getLabel() != null) {
            text.paragraph(Markdown.plain(type.getLabel()));
        }
        type.getMembers().stream().filter(Identity.class::isInstance).map(Identity.class::cast).findFirst()
                .flatMap(identity -> Ids.inWords(identity.getIds())).ifPresent(words -> text.paragraph(Markdown.plain(words)));
        text.block(members(type.getMembers()));
        List<String> users = users(snapshot.document().model(), type);
        text.paragraph(users.isEmpty() ? "Not used in this file." : "Used by " + Quantities.count(users.size(), "function")
                + " of this file: " + Quantities.list(users, MOST_USERS) + ".");
        return Optional.of(text.list(elsewhere(snapshot, type)));
    }

    private static List<String> users(EObject root, DeviceType type) {
        URI wanted = EcoreUtil.getURI(type);
        return EcoreUtil2.getAllContentsOfType(root, Function.class).stream()
                .filter(function -> function.getType() != null && !function.getType().eIsProxy() && EcoreUtil.getURI(function.getType()).equals(wanted))
                .map(user -> Markdown.code(user.getName() == null ? user.getAddress() : user.getName())).toList();
    }

    /** The other files that import it and have such a device. */
    private List<String> elsewhere(Snapshot snapshot, DeviceType type) {
        List<String> lines = new ArrayList<>();
        for (URI file : workspace.files()) {
            if (!file.equals(snapshot.file())) {
                workspace.file(file).filter(other -> other.text().contains("import") && other.text().contains(type.getName()))
                        .map(other -> users(other.document().model(), type)).filter(users -> !users.isEmpty())
                        .ifPresent(users -> lines.add("used by " + Quantities.count(users.size(), "function") + " of "
                                + Markdown.code(URI.decode(file.lastSegment())) + ": " + Quantities.list(users, MOST_USERS)));
            }
        }
        return lines;
    }

    private static String members(List<Statement> members) {
        List<String> lines = members.stream().map(HoverText::of).flatMap(String::lines).toList();
        return String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size()))) + (lines.size() > MOST_LINES ? "\n..." : "");
    }
}
