package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Position;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.text.Markup;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Superseded;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.source.TextRegion;

/** Asks who knows something of what is under the mouse. Who fails is logged and does not keep the others from answering. */
public final class HoverFeature {

    private static final Logger LOG = Logger.getLogger(HoverFeature.class);

    private final List<HoverParticipant> participants;
    private final Markup markup;

    /** @param markup what the editor shows */
    public HoverFeature(Workspace workspace, Markup markup) {
        this.markup = markup;
        this.participants = List.of(new ResourceHover(), new HostWindowHover(), new FunctionHover(), new TypeHover(workspace), new BootHover(), new HostHover(),
                new PlatformHover(), new IdHover(), new KernelTextHover(), new ExpectationHover(), new KernelValueHover(), new ImportHover(),
                new KeywordHover());
    }

    /**
     * What to show at {@code position}; empty for nothing.
     *
     * @param checkpoint called before each participant; what it throws ends the work
     */
    public Optional<Hover> hover(Snapshot snapshot, Position position, Runnable checkpoint) {
        int offset = snapshot.lines().offset(position);
        return Cursor.at(snapshot.document(), offset).flatMap(found -> text(snapshot, found, checkpoint).map(text -> {
            return new Hover(markup.content(text.toString()), snapshot.lines().range(region(snapshot, found)));
        }));
    }

    private Optional<Markdown> text(Snapshot snapshot, Found found, Runnable checkpoint) {
        for (HoverParticipant participant : participants) {
            checkpoint.run();
            try {
                Optional<Markdown> text = participant.hover(snapshot, found).filter(markdown -> !markdown.isEmpty());
                if (text.isPresent()) {
                    return text;
                }
            } catch (Superseded gone) {
                throw gone;
            } catch (RuntimeException failure) {
                LOG.error("hover of " + participant.getClass().getSimpleName() + " failed", failure);
            }
        }
        return Optional.empty();
    }

    private static TextRegion region(Snapshot snapshot, Found found) {
        return found.subject() instanceof Subject.KernelText text ? KernelTextHover.region(snapshot, text) : found.region();
    }
}
