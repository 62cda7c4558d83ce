package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class SortOffersTest {

    private static String functions(String devices) {
        return Editor.of(Samples.arm(devices, "").replace("host cloud", "host «cloud»")).act("Sort functions");
    }

    private static boolean offersFunctions(String devices) {
        return Editor.of(Samples.arm(devices, "").replace("host cloud", "host «cloud»")).offers("Sort functions");
    }

    private static String expectations(String expectations) {
        return Editor.of(Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", expectations).replace("boot stock", "boot «stock»"))
                .act("Sort expectations");
    }

    @Test
    void sortsFunctionsByAddress() {
        assertEquals(Samples.arm("device 01.0 a\ndevice 02.0 b", ""), functions("device 02.0 b\ndevice 01.0 a"));
    }

    @Test
    void takesCommentsAlong() {
        assertEquals(Samples.arm("device 01.0 a // first\n// the second\ndevice 02.0 b", ""),
                functions("// the second\ndevice 02.0 b\ndevice 01.0 a // first"));
    }

    @Test
    void sortsBelowBridges() {
        assertEquals(Samples.arm("bridge 01.0 {\n    device 00.0 a\n    device 01.0 b\n}\ndevice 02.0 c", ""),
                functions("device 02.0 c\nbridge 01.0 {\n    device 01.0 b\n    device 00.0 a\n}"));
    }

    @Test
    void leavesAloneWhatSharesALine() {
        assertTrue(!offersFunctions("device 02.0 b device 01.0 a"));
    }

    @Test
    void offersNothingWhereAllIsInOrder() {
        assertTrue(!offersFunctions("device 01.0 a\ndevice 02.0 b"));
    }

    @Test
    void sortsExpectationsByWhatTheyAreAbout() {
        assertEquals(Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", "expect no BAR unassigned\nexpect a BAR 0 emulated\nexpect b BAR 0 emulated"),
                expectations("expect b BAR 0 emulated\nexpect a BAR 0 emulated\nexpect no BAR unassigned"));
    }

    @Test
    void leavesWhatIsBetweenExpectationsWhereItIs() {
        assertTrue(expectations("expect b BAR 0 emulated\nlinux 6.12\nexpect a BAR 0 emulated").contains(
                "    expect a BAR 0 emulated\n    linux 6.12\n    expect b BAR 0 emulated\n"));
    }
}
