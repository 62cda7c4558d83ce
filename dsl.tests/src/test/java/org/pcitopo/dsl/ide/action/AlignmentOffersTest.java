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
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.PcitopoIdeSetup;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

class AlignmentOffersTest {

    /** More than one budget for the menu comes to here (1,822), and less than one for each offer (3,863). */
    private static final int MOST_STEPS = 2_500;

    /** A device in many boots has many offers; they share what a menu may cost. */
    @Test
    void aMenuDoesNotTakeLongerForEveryBoot() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("pcitopo.root"), "examples", "egpu-replugged.pcitopo"));
        Workspace workspace = new Workspace(new PcitopoIdeSetup().createInjectorAndDoEMFRegistration());
        ActionFeature actions = new ActionFeature(workspace, new FileEdits(workspace), Set.of());
        Snapshot snapshot = workspace.change(URI.createFileURI("/pcitopo-tests/offers.pcitopo"), 1, text).get(0);
        int capture = text.indexOf("capture \"");
        AtomicInteger steps = new AtomicInteger();
        snapshot.look(current -> actions.actions(current, current.lines().range(capture, capture),
                new CodeActionContext(List.of(), List.of(CodeActionKind.RefactorRewrite)), steps::incrementAndGet));

        assertTrue(steps.get() < MOST_STEPS, steps::toString);
    }
}
