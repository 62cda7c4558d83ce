package org.pcitopo.eclipse.drawing;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.formatted.Place;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** What the drawing asks the server: docs/drawing.md, "In an editor". An answer to an older question is not given any more. */
final class DrawingQuestions {

    private static final Gson GSON = new Gson();

    private CompletableFuture<?> drawing = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> locating = CompletableFuture.completedFuture(null);

    /** {@code title}, {@code id} and {@code html}. */
    CompletableFuture<JsonObject> page(OpenDocument text) {
        return draw(about(text));
    }

    /** {@code title}, {@code id}, and where something has changed since {@code previous} also {@code data}. */
    CompletableFuture<JsonObject> data(OpenDocument text, String previous) {
        JsonObject question = about(text);
        question.addProperty("data", true);
        question.addProperty("previous", previous);
        return draw(question);
    }

    /** What stands at {@code position}: {@code host}, {@code boot}, {@code function}, {@code resource}. */
    CompletableFuture<Optional<JsonObject>> thing(OpenDocument text, Position position) {
        JsonObject question = about(text);
        question.add("position", GSON.toJsonTree(position));
        return locate(question);
    }

    /** Where {@code thing} is written. */
    CompletableFuture<Optional<Place>> place(OpenDocument text, JsonObject thing) {
        JsonObject question = thing.deepCopy();
        question.remove("type");
        question.addProperty("uri", text.uri());
        return locate(question).thenApply(answer -> answer.map(it -> new Place(it.get("uri").getAsString(),
                Optional.of(GSON.fromJson(it.get("range"), Range.class)))));
    }

    private CompletableFuture<JsonObject> draw(JsonObject question) {
        drawing.cancel(true);
        CompletableFuture<JsonElement> answer = ask("pcitopo.draw", question);
        drawing = answer;
        return answer.thenApply(JsonElement::getAsJsonObject);
    }

    private CompletableFuture<Optional<JsonObject>> locate(JsonObject question) {
        locating.cancel(true);
        CompletableFuture<JsonElement> answer = ask("pcitopo.locate", question);
        locating = answer;
        return answer.thenApply(json -> json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty());
    }

    private static CompletableFuture<JsonElement> ask(String command, JsonObject question) {
        return Services.of(LanguageServerSession.class).request(server -> server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of(question))))
                .thenApply(GSON::toJsonTree);
    }

    private static JsonObject about(OpenDocument text) {
        JsonObject question = new JsonObject();
        question.addProperty("uri", text.uri());
        return question;
    }
}
