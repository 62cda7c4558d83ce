package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class VfAddressesTest {

    @Test
    void findsAMissingOffset() {
        check(new VfAddresses(), Machines.pc("""
                device 01.0 { «sr-iov { total-vfs 4 stride 1 VF BAR 0 [mem size 16K 64bit pref] }» }
                """))
                .says("offset 0");
    }

    @Test
    void findsVfsBehindTheLastBus() {
        check(new VfAddresses(), Machines.pc("""
                bridge 01.0 [bus 01-01] { device 00.0 { «sr-iov { total-vfs 4 offset 256 stride 1 VF BAR 0 [mem size 16K 64bit pref] }» } }
                """))
                .says("VF 3 would be on bus 2, but the buses end at 01");
    }

    @Test
    void findsAVfWhereAnotherFunctionIs() {
        check(new VfAddresses(), Machines.pc("""
                device 05.0 { «sr-iov { total-vfs 4 offset 8 stride 1 VF BAR 0 [mem size 16K 64bit pref] }» }
                device 06.0 nic
                """))
                .says("VF 0 would be at 0000:00:06.0, where 0000:00:06.0 nic is");
    }

    @Test
    void acceptsVfsOnTheBus() {
        check(new VfAddresses(), Machines.pc("""
                bridge 01.0 [bus 01-02] { device 00.0 { sr-iov { total-vfs 4 offset 16 stride 1 VF BAR 0 [mem size 16K 64bit pref] } } }
                """));
    }
}
