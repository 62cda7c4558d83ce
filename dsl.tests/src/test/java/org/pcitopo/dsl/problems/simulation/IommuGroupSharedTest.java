package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class IommuGroupSharedTest {

    @Test
    void namesTheFunctionThatTheHostKeeps() {
        check(new IommuGroupShared(), Machines.pc("""
                device 01.0 «gpu» passthrough iommu-group 7
                device 01.1 sound iommu-group 7
                """))
                .says("0000:00:01.0 gpu shares IOMMU group 7 with 0000:00:01.1 sound, which the host keeps");
    }

    @Test
    void acceptsAGroupThatIsHandedOutWhole() {
        check(new IommuGroupShared(), Machines.pc("""
                device 01.0 gpu passthrough iommu-group 7
                device 01.1 sound passthrough iommu-group 7
                """));
    }

    @Test
    void doesNotCountBridges() {
        check(new IommuGroupShared(), Machines.pc("""
                bridge 01.0 iommu-group 7 { device 00.0 gpu passthrough iommu-group 7 }
                """));
    }
}
