package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class SizeNotPowerOfTwoTest {

    @Test
    void findsASizeThatNoRegisterCanSay() {
        check(new SizeNotPowerOfTwo(), Machines.pc("""
                device 01.0 { BAR 0 [mem size «24K»] }
                """))
                .says("BAR 0 has 24576 bytes, which is no power of two")
                .helps("16K and 32K");
    }

    @Test
    void findsARangeOfSuchASize() {
        check(new SizeNotPowerOfTwo(), Machines.pc("""
                device 01.0 { BAR 0 [mem «0x80000000-0x80005fff»] }
                """));
    }

    @Test
    void looksAtDeviceTypesThatNobodyUses() {
        check(new SizeNotPowerOfTwo(), "device-type t { ROM [mem size «3K»] }");
    }

    @Test
    void acceptsPowersOfTwo() {
        check(new SizeNotPowerOfTwo(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 16K] BAR 1 [io size 0x20] ROM [mem size 64K] }
                """));
    }
}
