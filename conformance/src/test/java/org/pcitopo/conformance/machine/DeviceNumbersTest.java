package org.pcitopo.conformance.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Devices keep their numbers, or at least their order. */
class DeviceNumbersTest {

    @Test
    void whatIsFreeStays() {
        assertEquals("{1=1, 4=4}", DeviceNumbers.of(List.of(4, 1), device -> device == 0).toString());
    }

    @Test
    void whatIsTakenMovesUpAndPushesOthersOn() {
        assertEquals("{0=1, 1=2, 5=5}", DeviceNumbers.of(List.of(0, 1, 5), device -> device == 0).toString());
    }

    @Test
    void atTheEndOfTheBusAllMoveDown() {
        assertEquals("{16=1, 31=2}", DeviceNumbers.of(List.of(0x10, 0x1f), device -> device == 0 || device == 0x1f).toString());
    }

    @Test
    void moreThanThereAreNumbersForGetNone() {
        assertEquals(31, DeviceNumbers.of(IntStream.range(0, 32).boxed().toList(), device -> device == 0).size());
    }
}
