package org.pcitopo.cli.render;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes JSON field by field, in the order in which the fields are given; what has no value is written as null. */
final class Json {

    /** The largest integer that every JSON reader takes without loss. */
    private static final long LARGEST_NUMBER = 1L << 53;

    private final JsonWriter writer;

    private Json(JsonWriter writer) {
        this.writer = writer;
    }

    /** Writes one object to {@code out} and a newline behind it. */
    static void write(PrintStream out, Consumer<Json> fields) {
        PrintWriter target = new PrintWriter(out, false, StandardCharsets.UTF_8);
        JsonWriter writer = new JsonWriter(target);
        writer.setFormattingStyle(FormattingStyle.PRETTY);
        writer.setSerializeNulls(true);
        writer.setHtmlSafe(false);
        writer.setStrictness(Strictness.STRICT);
        Json json = new Json(writer);
        json.quietly(writer::beginObject);
        fields.accept(json);
        json.quietly(writer::endObject);
        json.quietly(writer::flush);
        target.println();
        target.flush();
    }

    Json text(String name, String value) {
        return quietly(() -> writer.name(name).value(value));
    }

    Json text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : nothing(name);
    }

    Json number(String name, long value) {
        return quietly(() -> writer.name(name).value(value));
    }

    Json number(String name, OptionalInt value) {
        return value.isPresent() ? number(name, value.getAsInt()) : nothing(name);
    }

    /** Bytes, unsigned: a number, above 2<sup>53</sup> a string of decimal digits. */
    Json size(String name, long value) {
        return Long.compareUnsigned(value, LARGEST_NUMBER) <= 0
                ? number(name, value)
                : text(name, Long.toUnsignedString(value));
    }

    /** An address: a hexadecimal string. */
    Json address(String name, long value) {
        return text(name, hex(value));
    }

    Json flag(String name, boolean value) {
        return quietly(() -> writer.name(name).value(value));
    }

    Json nothing(String name) {
        return quietly(() -> writer.name(name).nullValue());
    }

    Json object(String name, Consumer<Json> fields) {
        quietly(() -> writer.name(name).beginObject());
        fields.accept(this);
        return quietly(writer::endObject);
    }

    /** An object where {@code value} is present, else null. */
    <T> Json object(String name, Optional<T> value, Fields<? super T> fields) {
        return value.isPresent() ? object(name, json -> fields.write(json, value.get())) : nothing(name);
    }

    /** An array with an object for each of {@code values}. */
    <T> Json objects(String name, Collection<T> values, Fields<? super T> fields) {
        quietly(() -> writer.name(name).beginArray());
        for (T value : values) {
            quietly(writer::beginObject);
            fields.write(this, value);
            quietly(writer::endObject);
        }
        return quietly(writer::endArray);
    }

    /** An array of texts. */
    Json texts(String name, Collection<String> values) {
        quietly(() -> writer.name(name).beginArray());
        for (String value : values) {
            quietly(() -> writer.value(value));
        }
        return quietly(writer::endArray);
    }

    /** {@code 0x600c000010000}. */
    static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    private Json quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes the fields of one value. */
    interface Fields<T> {
        void write(Json json, T value);
    }

    private interface Writing {
        void run() throws IOException;
    }
}
