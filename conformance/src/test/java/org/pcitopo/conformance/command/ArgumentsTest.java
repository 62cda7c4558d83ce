package org.pcitopo.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static Arguments parse(String text) throws Arguments.Wrong {
        return Arguments.parse(text.split(" "), Set.of("--keep"));
    }

    @Test
    void seedsCountUpFromTheFirst() throws Arguments.Wrong {
        assertEquals(List.of(5L, 6L, 7L), parse("5 3 --keep folder").seeds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 3 1", "5 many"})
    void seedsAreTwoNumbers(String text) {
        assertThrows(Arguments.Wrong.class, () -> parse(text).seeds());
    }

    @Test
    void aMachineThatIsNoneIsWrong() {
        assertThrows(Arguments.Wrong.class, () -> Arguments.machine("toaster"));
    }
}
