package org.pcitopo.dsl.ide.drawing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.draw.Drawing;
import org.pcitopo.draw.Effort;
import org.pcitopo.draw.Nonce;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.simulator.Simulation;

/** Draws the tree and the address map of a file for an editor that shows them beside the text. */
public final class DrawFeature {

    /** In all boots together: an editor has what else is to be explained in its hovers. */
    private static final int EXPLAINED = 240;
    private static final int EXPLAINED_AT_LEAST = 20;

    /**
     * What is to be drawn, of one text; nothing of it belongs to a model that may change.
     *
     * @param id names the text
     * @param title what the drawing is called
     * @param boots all of the file, in the order written: which one is looked at is chosen in the drawing
     * @param why there are none, in a sentence
     */
    public record Scene(String id, String title, List<Simulation> boots, String why) {
    }

    /** Gathers what is to be drawn; {@link #draw} does it, and needs no snapshot. */
    public Scene scene(Snapshot snapshot, DrawQuestion question) {
        String title = title(question.uri());
        List<BootView> views = snapshot.outcomes().boots();
        String id = Long.toString(snapshot.generation());
        return views.isEmpty() ? new Scene(id, title, List.of(), why(snapshot))
                : new Scene(id, title, views.stream().map(BootView::simulation).toList(), "");
    }

    /**
     * What the editor is answered.
     *
     * @param checkpoint called now and then; what it throws ends the work
     */
    public Map<String, Object> draw(Scene scene, DrawQuestion question, Runnable checkpoint) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("title", scene.title());
        answer.put("id", scene.id());
        if (!scene.why().isEmpty()) {
            answer.put("message", scene.why());
        }
        if (question.text("previous").equals(scene.id())) {
            return answer;
        }
        String data = scene.boots().isEmpty() ? Drawing.nothing(scene.title(), scene.why())
                : Drawing.data(scene.title(), scene.boots(),
                        new Effort(Math.max(EXPLAINED_AT_LEAST, EXPLAINED / scene.boots().size()), checkpoint));
        if (question.isTrue("data")) {
            answer.put("data", data);
        } else {
            answer.put("html", Drawing.page(scene.title(), data, Nonce.of(question.text("nonce"))));
        }
        return answer;
    }

    private static String why(Snapshot snapshot) {
        List<Problem> errors = snapshot.result().problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            Problem first = errors.get(0);
            String place = first.place().file().equals(snapshot.file().toString()) ? "in line " + first.place().line() : "in an imported file";
            return "Nothing can be simulated because of the error " + place + ": " + first.message() + ".";
        }
        boolean machine = snapshot.document().model().getElements().stream().anyMatch(Host.class::isInstance);
        return machine ? "No boot of this file can be simulated; its problems say what is missing."
                : "There is no machine in this file: a host statement describes one.";
    }

    private static String title(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
