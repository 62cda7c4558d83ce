package org.pcitopo.dsl.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordGuessTest {

    private static final List<String> KEYWORDS = List.of("architecture", "linux", "command-line", "mem", "id", "no", "of", "passthrough", "page-size", "pref");

    @ParameterizedTest
    @CsvSource({"arch, architecture", "kernel, linux", "cmdline, command-line", "memory, mem", "passthru, passthrough", "comm, command-line", "fo, of"})
    void findsWhatWasMeant(String written, String meant) {
        assertEquals(Optional.of(meant), KeywordGuess.of(written, KEYWORDS));
    }

    @Test
    void takesNoShortWordForAnother() {
        assertEquals(Optional.empty(), KeywordGuess.of("is", KEYWORDS));
    }

    @Test
    void guessesNothingFromABeginningThatTwoWordsHave() {
        assertEquals(Optional.empty(), KeywordGuess.of("pxx", KEYWORDS));
    }
}
