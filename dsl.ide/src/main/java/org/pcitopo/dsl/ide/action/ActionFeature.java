package org.pcitopo.dsl.ide.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Superseded;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Collects what is offered at a place. Who fails is logged and does not keep the others from offering. */
public final class ActionFeature {

    private static final Logger LOG = Logger.getLogger(ActionFeature.class);

    private final FileEdits edits;
    private final List<OfferParticipant> participants;

    /** @param keywords the words of the language */
    public ActionFeature(Workspace workspace, FileEdits edits, Set<String> keywords) {
        this.edits = edits;
        this.participants = List.of(new FixOffers(), new NameOffers(workspace), new StaleAddressOffers(), new ExpectationOffers(),
                new IgnoreOffers(), new AlignmentOffers(), new TypeOffers(keywords), new SortOffers(), new NumberOffers(workspace));
    }

    /** The kinds that are offered at all. */
    public static List<String> kinds() {
        return List.of(CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite);
    }

    /**
     * What is offered, each change once.
     *
     * @param checkpoint called before each participant; what it throws ends the work
     */
    public List<CodeAction> actions(Snapshot snapshot, Range range, CodeActionContext context, Runnable checkpoint) {
        Place place = Place.of(snapshot, range, context, checkpoint);
        Map<List<Object>, Offer> offers = new LinkedHashMap<>();
        for (OfferParticipant participant : participants) {
            checkpoint.run();
            if (participant.kinds().stream().anyMatch(kind -> isWanted(kind, context))) {
                try {
                    participant.offers(place).stream().filter(offer -> isWanted(offer.kind(), context))
                            .forEach(offer -> offers.merge(List.of(offer.title(), offer.edits()), offer, Offer::and));
                } catch (Superseded | CancellationException gone) {
                    throw gone;
                } catch (RuntimeException failure) {
                    LOG.error("actions of " + participant.getClass().getSimpleName() + " failed", failure);
                }
            }
        }
        return offers.values().stream().flatMap(offer -> action(offer).stream()).toList();
    }

    private static boolean isWanted(String kind, CodeActionContext context) {
        return context.getOnly() == null || context.getOnly().stream().anyMatch(only -> kind.equals(only) || kind.startsWith(only + "."));
    }

    private Optional<CodeAction> action(Offer offer) {
        Optional<WorkspaceEdit> edit = edits.of(offer.edits());
        if (edit.isEmpty()) {
            return Optional.empty();
        }
        CodeAction action = new CodeAction(offer.title());
        action.setKind(offer.kind());
        action.setDiagnostics(offer.mends().isEmpty() ? null : offer.mends());
        action.setIsPreferred(offer.preferred() ? true : null);
        action.setEdit(edit.get());
        return Optional.of(action);
    }
}
