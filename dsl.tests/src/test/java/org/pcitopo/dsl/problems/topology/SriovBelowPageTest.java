package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class SriovBelowPageTest {

    @Test
    void findsAVfBarOfLessThanAPage() {
        check(new SriovBelowPage(), Machines.arm64("""
                device 01.0 { sr-iov { total-vfs 4 offset 1 stride 1 «VF BAR 0 [mem size 16K 64bit pref]» } }
                """))
                .says("VF BAR 0 has 16K for each VF, less than a page of 64K")
                .helps("64K");
    }

    @Test
    void findsACapabilityWithoutTheKernelsPageSize() {
        check(new SriovBelowPage(), Machines.arm64("""
                device 01.0 { «sr-iov { total-vfs 4 offset 1 stride 1 page-sizes 4K 16K VF BAR 0 [mem size 64K 64bit pref] }» }
                """))
                .says("the largest page size that this SR-IOV capability offers is 16K");
    }

    @Test
    void acceptsWholePages() {
        check(new SriovBelowPage(), Machines.arm64("""
                device 01.0 { sr-iov { total-vfs 4 offset 1 stride 1 page-sizes 4K 64K VF BAR 0 [mem size 64K 64bit pref] } }
                """));
    }
}
