package org.pcitopo.dsl.ide.server;

import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.pcitopo.dsl.ide.drawing.DrawQuestion;

/** The commands by which an editor shows the drawing of a file beside its text. */
final class DrawingRunner {

    /** Draws a file. */
    static final String DRAW = "pcitopo.draw";

    /** Finds a place of the text in the drawing, or of the drawing in the text. */
    static final String LOCATE = "pcitopo.locate";

    private DrawingRunner() {
    }

    static boolean knows(String command) {
        return command.equals(DRAW) || command.equals(LOCATE);
    }

    /** What is asked; empty where {@code params} is another command, or names no file. */
    static Optional<DrawQuestion> question(ExecuteCommandParams params) {
        return knows(params.getCommand()) ? DrawQuestion.of(params.getArguments()) : Optional.empty();
    }
}
