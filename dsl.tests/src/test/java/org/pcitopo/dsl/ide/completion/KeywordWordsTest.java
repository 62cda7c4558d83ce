package org.pcitopo.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.words.KeywordWords;
import org.pcitopo.dsl.service.PcitopoLanguage;

class KeywordWordsTest {

    /** Words that say all there is to say. */
    private static final Set<String> PLAIN = Set.of("usable", "ACPI", "data", "NVS", "pes", "reserved-pe", "m32-segment",
            "m64-segment", "io-segment", "group", "alone", "none");

    @Test
    void everyWordOfTheLanguageIsExplained() {
        assertEquals(List.of(), PcitopoLanguage.create().keywords().stream().filter(word -> Character.isLetter(word.charAt(0)))
                .filter(word -> !PLAIN.contains(word) && KeywordWords.of(word).isEmpty()).sorted().toList());
    }
}
