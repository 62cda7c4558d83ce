package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class SizeMissingTest {

    @Test
    void findsABarOfWhichOnlyThePlaceIsKnown() {
        check(new SizeMissing(), Machines.pc("""
                device 01.0 { BAR 0 «at 0x80000000» }
                """))
                .says("how large");
    }

    @Test
    void acceptsASizeFromTheType() {
        check(new SizeMissing(), "device-type t { BAR 0 [mem size 4K] }\n" + Machines.pc("""
                device 01.0 : t { BAR 0 at 0x80000000 }
                """));
    }
}
