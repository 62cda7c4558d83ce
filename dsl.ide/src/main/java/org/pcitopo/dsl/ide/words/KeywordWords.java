package org.pcitopo.dsl.ide.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What the words of the language say, one sentence each. */
public final class KeywordWords {

    private static final String FILE = "/org/pcitopo/dsl/ide/words/keywords.properties";

    /** Read when first needed, once. */
    private static final class Holder {
        private static final Properties ALL = read();
    }

    private KeywordWords() {
    }

    /** What {@code keyword} says; empty for a word that explains itself. */
    public static Optional<String> of(String keyword) {
        return Optional.ofNullable(Holder.ALL.getProperty(keyword));
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream stream = KeywordWords.class.getResourceAsStream(FILE)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
