package org.pcitopo.dsl.ide.drawing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;

/**
 * What an editor sends to have something drawn or found. docs/drawing.md tells what each word means.
 *
 * @param uri the file, as the editor writes it
 * @param json everything else
 */
public record DrawQuestion(String uri, JsonObject json) {

    /** Reads the arguments of a command; empty where they name no file. */
    public static Optional<DrawQuestion> of(List<?> arguments) {
        boolean object = arguments != null && arguments.size() == 1 && arguments.get(0) instanceof JsonObject;
        return object ? text((JsonObject) arguments.get(0), "uri").map(uri -> new DrawQuestion(uri, (JsonObject) arguments.get(0)))
                : Optional.empty();
    }

    /** The text called {@code key}; empty without one. */
    String text(String key) {
        return text(json, key).orElse("");
    }

    boolean isTrue(String key) {
        return json.get(key) instanceof JsonPrimitive value && value.getAsBoolean();
    }

    /** A place in the text. */
    Optional<Position> position() {
        return json.get("position") instanceof JsonObject place
                ? number(place, "line").flatMap(line -> number(place, "character").map(character -> new Position(line, character)))
                : Optional.empty();
    }

    private static Optional<Integer> number(JsonObject json, String key) {
        JsonElement value = json.get(key);
        boolean number = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() && value.getAsInt() >= 0;
        return number ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<String> text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        boolean text = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        return text ? Optional.of(value.getAsString()) : Optional.empty();
    }
}
