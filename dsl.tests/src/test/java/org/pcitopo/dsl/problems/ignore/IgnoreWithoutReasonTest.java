package org.pcitopo.dsl.problems.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;
import org.pcitopo.dsl.problems.finder.RuleCheck;
import org.pcitopo.dsl.problems.topology.SizeNotPowerOfTwo;

class IgnoreWithoutReasonTest {

    @Test
    void findsACommentWithoutReason() {
        check(new IgnoreWithoutReason(), Machines.pc("""
                device 01.0 a   «// ignore PCI301»
                """))
                .says("does not say why PCI301 may be ignored");
    }

    @Test
    void doesNotKeepAnythingBack() {
        assertEquals(0, RuleCheck.with(List.of(new SizeNotPowerOfTwo()), Machines.pc(
                "device 01.0 { BAR 0 [mem size 24K] }   // ignore PCI106")).ignored());
    }

    @Test
    void acceptsAReason() {
        check(new IgnoreWithoutReason(), Machines.pc("""
                device 01.0 a   // ignore PCI301: the guest does not use it
                """));
    }
}
