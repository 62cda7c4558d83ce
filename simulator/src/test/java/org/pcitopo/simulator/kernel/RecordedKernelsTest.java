package org.pcitopo.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.Machine;

class RecordedKernelsTest {

    @ParameterizedTest
    @CsvSource({"6.1, X86, true", "6.1.50, ARM64_DT, true", "6.12, PSERIES, true", "6.18.15, X86, true",
        "6.18.12, X86, true", "6.18, ARM64_DT, true", "6.19, ARM64_DT, false", "5.10, X86, false", "7.2, POWERNV, true", "7.1, POWERNV, false",
        "7.1, ARM64_ACPI, false", "6.12, GENERIC_DT, false"})
    void aReleaseIsRecordedWhereItBehavesAsTheRecordedOne(String release, Machine machine, boolean recorded) {
        assertEquals(recorded, RecordedKernels.cover(KernelRules.mainline(KernelRelease.of(release)), machine));
    }

    @Test
    void nobodyRecordedTheSeries() {
        assertFalse(RecordedKernels.cover(KernelRules.vfioMmapV4(), Machine.POWERNV));
    }
}
