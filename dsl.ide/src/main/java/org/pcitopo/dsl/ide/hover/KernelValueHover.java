package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.LinuxSetting;
import org.pcitopo.dsl.model.PageSizeSetting;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.Span;

/** A release or a page size: which rules it stands for, and what comes of the boots with it. */
final class KernelValueHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.Other other)) {
            return Optional.empty();
        }
        String token = found.leaf().getText();
        if (other.statement() instanceof LinuxSetting) {
            return KernelRelease.parse(token).map(release -> text(snapshot, "**Linux** " + Markdown.code(token) + ": " + rules(release),
                    boot -> boot.simulation().boot().rules().release().equals(release)));
        }
        OptionalLong size = other.statement() instanceof PageSizeSetting ? Literals.size(token) : OptionalLong.empty();
        return size.isEmpty() ? Optional.empty() : Optional.of(text(snapshot, "**Pages of " + token + "**: a BAR can be mapped where it fills its pages or lies alone in them.",
                boot -> boot.pageSize() == size.getAsLong()));
    }

    private static Markdown text(Snapshot snapshot, String words, Predicate<BootView> with) {
        Markdown text = new Markdown().paragraph(words);
        List<BootView> boots = snapshot.outcomes().boots().stream().filter(with).toList();
        BootRows.add(text, boots);
        return text;
    }

    private static String rules(KernelRelease release) {
        if (!release.isKnown()) {
            return "its rules are not known; those of " + KernelRelease.OLDEST + " to " + KernelRelease.NEWEST.major() + "." + KernelRelease.NEWEST.minor() + " are.";
        }
        Span alike = Behaviour.alike(release);
        return "the same rules hold from " + alike.first() + " on" + alike.before().map(end -> ", until " + end + " changes them.").orElse(".");
    }
}
