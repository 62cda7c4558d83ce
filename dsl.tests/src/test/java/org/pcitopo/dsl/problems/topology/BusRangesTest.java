package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class BusRangesTest {

    @Test
    void findsBusesThatRunBackwards() {
        check(new BusRanges(), Machines.pc("""
                bridge «01.0» [bus 05-03] { }
                """))
                .says("subordinate bus 03 is below secondary bus 05");
    }

    @Test
    void findsBusesOutsideThoseOfTheBridgeAbove() {
        check(new BusRanges(), Machines.pc("""
                bridge 01.0 [bus 01-02] { bridge «00.0» [bus 05-06] { } }
                """))
                .says("do not lie behind bus 01 and up to bus 02");
    }

    @Test
    void findsNeighboursThatOverlap() {
        check(new BusRanges(), Machines.pc("""
                bridge 01.0 [bus 01-04] { }
                bridge «02.0» [bus 03-06] { }
                """))
                .says("overlap");
    }

    @Test
    void acceptsBusesInOrder() {
        check(new BusRanges(), Machines.pc("""
                bridge 01.0 [bus 01-04] { bridge 00.0 [bus 02-04] { } }
                bridge 02.0 [bus 05-06] { }
                """));
    }

    @Test
    void acceptsBridgesWithoutNumbers() {
        check(new BusRanges(), Machines.pc("""
                bridge 01.0 { bridge 00.0 { } }
                bridge 02.0 { }
                """));
    }

    @Test
    void findsHostBridgesThatShareBuses() {
        check(new BusRanges(), """
                platform pc { architecture x86_64 machine x86 page-size 4K linux 6.12 }
                host box on pc {
                    host-bridge 0000:00 [bus 00-3f] { }
                    host-bridge «0000:20» [bus 20-ff] { }
                }
                """)
                .says("of this host bridge and 00-3f of host 0000:00 overlap");
    }
}
