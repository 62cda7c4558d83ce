package org.pcitopo.dsl.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void prefersWhatBeginsAlike() {
        assertEquals(Optional.of("PCI301"), Spelling.nearest("PCI3011", List.of("PCI011", "PCI301")));
    }
}
