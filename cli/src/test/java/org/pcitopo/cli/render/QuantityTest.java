package org.pcitopo.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes as lspci writes them; what would be long is rounded and says so. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({"0,0", "256,256", "4096,4K", "6144,6K", "8388608,8M", "1099511627776,1T", "-9223372036854775808,8E", "1025,1025"})
    void exact(long bytes, String text) {
        assertEquals(text, Quantity.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({"16384,16K", "1099511562240,~1023.9G", "-1,~15.9E", "1048577,~1.0M", "12345,12345"})
    void rounded(long bytes, String text) {
        assertEquals(text, Quantity.about(bytes));
    }
}
