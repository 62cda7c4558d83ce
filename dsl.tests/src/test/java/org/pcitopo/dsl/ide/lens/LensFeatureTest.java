package org.pcitopo.dsl.ide.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class LensFeatureTest {

    private static final String TWO = "device 01.0 a : ssd\ndevice 02.0 b : ssd";

    @Test
    void countsMappedBars() {
        assertEquals(List.of("0 of 2 BARs mapped"), Editor.of(Samples.arm(TWO, "")).lenses());
    }

    @Test
    void tellsPageSizesApart() {
        assertEquals(List.of("0 of 2 BARs mapped (64K), 2 of 2 BARs mapped (4K)"),
                Editor.of(Samples.arm(TWO, "page-size 64K, 4K")).lenses());
    }

    @Test
    void countsExpectations() {
        assertEquals("1 expectation of 2 fails", Editor.of(Samples.arm(TWO, "expect a BAR 0 mapped\nexpect b BAR 0 emulated")).lenses().get(1));
    }

    @Test
    void tellsKernelsWithTheirPageSizes() {
        assertEquals(List.of("2 of 2 BARs mapped (4.4; 4K), (6.12), 1 of 2 BARs mapped (4.4; 64K)"),
                Editor.of(Samples.arm(TWO, "linux 4.4, 6.12\npage-size 4K, 64K\ncommand-line \"pci=resource_alignment=16@00:02.0;pci:144d:a808\"")).lenses());
    }
}
