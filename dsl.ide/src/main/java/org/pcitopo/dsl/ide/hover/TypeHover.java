package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.rule.Quantities;

/** A device type: its ids in words, what it describes, and where this file uses it. */
final class TypeHover implements HoverParticipant {

    private static final int MOST_LINES = 30;

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
        List<Function> users = EcoreUtil2.getAllContentsOfType(snapshot.document().model(), Function.class).stream()
                .filter(function -> function.getType() == type).toList();
        return Optional.of(text.paragraph(users.isEmpty() ? "Not used in this file." : "Used by "
                + Quantities.count(users.size(), "function") + " of this file: " + Quantities.list(users.stream()
                        .map(user -> Markdown.code(user.getName() == null ? user.getAddress() : user.getName())).toList(), 6) + "."));
    }

    private static String members(List<Statement> members) {
        List<String> lines = members.stream().map(HoverText::of).flatMap(String::lines).toList();
        return String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size()))) + (lines.size() > MOST_LINES ? "\n..." : "");
    }
}
