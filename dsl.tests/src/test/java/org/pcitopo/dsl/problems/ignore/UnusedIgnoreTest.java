package org.pcitopo.dsl.problems.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;
import org.pcitopo.dsl.problems.finder.RuleCheck;
import org.pcitopo.dsl.problems.topology.SizeNotPowerOfTwo;

class UnusedIgnoreTest {

    @Test
    void findsACommentThatKeepsNothingBack() {
        check(new UnusedIgnore(), Machines.pc("""
                device 01.0 a   // ignore «PCI301»: the guest does not use it
                """))
                .says("there is no PCI301 in line 11")
                .fixRemoves("// ignore PCI301");
    }

    @Test
    void acceptsOneThatDoes() {
        assertEquals(0, RuleCheck.with(List.of(new UnusedIgnore(), new SizeNotPowerOfTwo()), Machines.pc(
                "device 01.0 { BAR 0 [mem size 24K] }   // ignore PCI106: as the data sheet says")).problems().size());
    }

    @Test
    void looksAtTheNextLineToo() {
        assertEquals(1, RuleCheck.with(List.of(new UnusedIgnore(), new SizeNotPowerOfTwo()), Machines.pc("""
                // ignore PCI106: as the data sheet says
                // (chapter 7)
                device 01.0 { BAR 0 [mem size 24K] }
                """)).ignored());
    }

    @Test
    void keepsBackInTheWholeFile() {
        assertEquals(2, RuleCheck.with(List.of(new UnusedIgnore(), new SizeNotPowerOfTwo()), "// ignore-file PCI106: a drawing\n"
                + Machines.pc("device 01.0 { BAR 0 [mem size 24K]\n BAR 1 [mem size 24K] }")).ignored());
    }
}
