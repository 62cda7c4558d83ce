package org.pcitopo.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The releases at which behaviour changed (behaviour specification 0.3, 1.2, C8). */
class BehaviourTest {

    private static boolean has(String release, Behaviour behaviour) {
        return KernelRules.mainline(KernelRelease.of(release)).has(behaviour);
    }

    @ParameterizedTest
    @CsvSource({
        "ID_FORM, 4.7, 4.8", "SUB_PAGE_MMAP, 4.7, 4.8", "REQUESTS_RESPECT_FIRMWARE, 4.8, 4.9", "KEEP_LARGE_ENOUGH, 4.11, 4.12",
        "MSIX_SPARSE_AREAS, 4.5, 4.6", "MSIX_MAPPABLE, 4.15, 4.16", "PATH_FORM, 4.18, 4.19", "ORDER_LIMIT, 5.10, 5.11",
        "ORDER_LIMIT, 5.10.3, 5.10.4", "ORDER_LIMIT, 5.9.16, 5.10.4", "SEPARATE_HOTPLUG_RESERVES, 5.4, 5.5", "SYSFS_CUTS_LINE, 5.13, 5.14",
        "DEVICE_TREE_COMMON_FLOW, 6.10, 6.11", "NON_MAPPABLE_FLAG, 6.14, 6.15", "OPTIONAL_REWORK, 6.15, 6.16",
        "HEAD_ALIGNMENT, 6.18.12, 6.18.15", "HEAD_ALIGNMENT, 6.18.12, 6.19.6", "HEAD_ALIGNMENT, 6.18.12, 7.0",
        "TAIL_BELOW_ALIGNMENT, 7.0, 7.1", "HOTPLUG_RESERVE_COVERS_OPTIONAL, 7.2, 7.3"})
    void aBehaviourBeginsWithItsRelease(Behaviour behaviour, String without, String with) {
        assertFalse(has(without, behaviour));
        assertTrue(has(with, behaviour));
    }

    @ParameterizedTest
    @CsvSource({"MSIX_SPARSE_AREAS, 4.15, 4.16", "RELAXED_ALIGNMENT, 6.18.12, 6.18.15"})
    void aBehaviourEndsBeforeItsRelease(Behaviour behaviour, String with, String without) {
        assertTrue(has(with, behaviour));
        assertFalse(has(without, behaviour));
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void spansFollowOneAnother(Behaviour behaviour) {
        for (int i = 1; i < behaviour.spans().size(); i++) {
            assertTrue(behaviour.spans().get(i).first().atLeast(behaviour.spans().get(i - 1).before().orElseThrow()));
        }
    }

    @Test
    void onlyTheSeriesReadsNoresize() {
        assertFalse(has("7.3", Behaviour.NORESIZE_AND_WILDCARDS));
        assertTrue(KernelRules.vfioMmapV4().has(Behaviour.NORESIZE_AND_WILDCARDS));
    }

    @Test
    void theSeriesIsAnEarlyKernelOtherwise() {
        assertEquals(KernelRelease.of("4.5"), KernelRules.vfioMmapV4().release());
        assertFalse(KernelRules.vfioMmapV4().has(Behaviour.KEEP_LARGE_ENOUGH));
    }
}
