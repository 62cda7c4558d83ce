package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {

    @Test
    void takesACodeInAnyCase() {
        assertEquals(ProblemPages.page("PCI301"), ProblemPages.page("pci301"));
    }

    @Test
    void hasNoPageForACodeThatDoesNotExist() {
        assertEquals(Optional.empty(), ProblemPages.page("PCI999"));
    }

    @Test
    void readsNoOtherFile() {
        assertEquals(Optional.empty(), ProblemPages.page("../problems/PCI301"));
    }
}
