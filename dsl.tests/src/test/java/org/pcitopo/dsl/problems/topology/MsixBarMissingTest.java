package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MsixBarMissingTest {

    @Test
    void findsATableInABarThatIsNotThere() {
        check(new MsixBarMissing(), Machines.pc("""
                device 01.0 { BAR 1 [mem size 4K] «msi-x 4 table BAR 0 offset 0x0 pba BAR 1 offset 0x0» }
                """))
                .says("MSI-X table lies in BAR 0, but the function has no such BAR")
                .helps("BAR 1");
    }

    @Test
    void acceptsABarOfTheType() {
        check(new MsixBarMissing(), "device-type t { BAR 0 [mem size 4K] }\n" + Machines.pc("""
                device 01.0 : t { msi-x 4 table BAR 0 offset 0x0 pba BAR 0 offset 0x800 }
                """));
    }
}
