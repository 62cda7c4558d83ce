package org.pcitopo.capture.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.kernel.KernelRelease;

/** Which release words things how. */
class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "RESOURCES_HAVE_NAMES, 6.1.92, 6.1.176",
        "RESOURCES_HAVE_NAMES, 6.7.12, 6.8",
        "RESOURCES_HAVE_NAMES, 6.6.129, 6.6.130",
        "WINDOWS_WITH_BRIDGE, 6.1.192, 6.12",
        "KIND_OF_FUNCTION, 6.1.192, 6.12",
        "TRY_WITHOUT_BUS, 6.12.117, 6.16.12",
        "FAILS_TO_ADD_OPTIONAL, 6.12.117, 6.17.13",
        "EVERY_RELEASE, 6.17.13, 6.18.12",
        "HOST_WINDOWS_JOINED, 5.15.86, 6.1",
        "DEEP_LISTINGS, 6.19.14, 7.0",
    })
    void theTableSaysWhatChanged(Wording wording, String before, String since) {
        assertEquals("false true", wording.holds(KernelRelease.of(before)) + " " + wording.holds(KernelRelease.of(since)));
    }
}
