package org.pcitopo.dsl.ide.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class HierarchyFeatureTest {

    @Test
    void showsWhatSharesAPage() {
        assertEquals(List.of("b"), Editor.of(Samples.arm("device 01.0 ‸a : ssd\ndevice 02.0 b : ssd", "")).incoming());
    }

    @Test
    void showsTheBridgesAbove() {
        assertEquals(List.of("port"), Editor.of(Samples.arm("bridge 01.0 port root-port { device 00.0 ‸a : ssd }", "")).outgoing());
    }
}
