package org.pcitopo.capture.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;

/** Reads members of JSON objects that may have any shape. */
final class Json {

    private Json() {
    }

    /** The object that {@code text} holds, empty where it is none or nested without end. */
    static Optional<JsonObject> object(SourceText text) {
        String all = text.lines().stream().map(SourceLine::text).collect(Collectors.joining("\n"));
        try {
            JsonElement root = JsonParser.parseString(all);
            return root.isJsonObject() ? Optional.of(root.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException | IllegalStateException | NumberFormatException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    static Optional<String> string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        boolean text = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        return text ? Optional.of(value.getAsString()) : Optional.empty();
    }

    static OptionalLong number(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(value.getAsBigDecimal().longValueExact());
        } catch (ArithmeticException | NumberFormatException noInteger) {
            return OptionalLong.empty();
        }
    }

    static Optional<Boolean> bool(JsonObject object, String name) {
        JsonElement value = object.get(name);
        boolean known = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
        return known ? Optional.of(value.getAsBoolean()) : Optional.empty();
    }

    static JsonArray array(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }
}
