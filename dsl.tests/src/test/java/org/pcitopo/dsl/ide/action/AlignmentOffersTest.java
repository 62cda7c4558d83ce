package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.PcitopoIdeSetup;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

class AlignmentOffersTest {

    /** More than one budget for the menu comes to here (478), and less than one for each offer (2,703). */
    private static final int MOST_STEPS = 1_200;

    private final Workspace workspace = new Workspace(new PcitopoIdeSetup().createInjectorAndDoEMFRegistration());

    /** A device in many boots has many offers; they share what a menu may cost. */
    @Test
    void aMenuDoesNotTakeLongerForEveryBoot() throws IOException {
        int steps = steps(egpu(), CodeActionTriggerKind.Invoked);

        assertTrue(steps < MOST_STEPS, String.valueOf(steps));
    }

    /** An editor asks wherever the cursor goes, with little time; a person who then opens the menu gets what more time finds. */
    @Test
    void aPersonIsNotAnsweredWithWhatWasSearchedInAHurry() throws IOException {
        Snapshot snapshot = egpu();
        int hurried = steps(snapshot, CodeActionTriggerKind.Automatic);
        int asked = steps(snapshot, CodeActionTriggerKind.Invoked);

        assertTrue(asked > hurried, asked + " after " + hurried);
    }

    @Test
    void whatWasSearchedIsNotSearchedAgain() throws IOException {
        Snapshot snapshot = egpu();
        steps(snapshot, CodeActionTriggerKind.Invoked);
        int again = steps(snapshot, CodeActionTriggerKind.Automatic);

        assertTrue(again < 100, String.valueOf(again));
    }

    private Snapshot egpu() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("pcitopo.root"), "examples", "egpu-replugged.pcitopo"));
        return workspace.change(URI.createFileURI("/pcitopo-tests/offers.pcitopo"), 1, text).get(0);
    }

    /** How often the search for what can be offered for the capture card may be given up. */
    private int steps(Snapshot snapshot, CodeActionTriggerKind trigger) {
        ActionFeature actions = new ActionFeature(workspace, new FileEdits(workspace), Set.of());
        int capture = snapshot.text().indexOf("capture \"");
        CodeActionContext context = new CodeActionContext(List.of(), List.of(CodeActionKind.RefactorRewrite));
        context.setTriggerKind(trigger);
        AtomicInteger steps = new AtomicInteger();
        snapshot.look(current -> actions.actions(current, current.lines().range(capture, capture), context, steps::incrementAndGet));
        return steps.get();
    }
}
