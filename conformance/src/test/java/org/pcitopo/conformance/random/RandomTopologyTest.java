package org.pcitopo.conformance.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuMachine;
import org.pcitopo.simulator.topology.Topology;

/** Random topologies are reproducible, and QEMU builds them as they are. */
class RandomTopologyTest {

    @Property(tries = 100)
    void sameSeedSameTopology(@ForAll long seed, @ForAll MachineKind kind) {
        assertEquals(RandomTopology.of(seed, kind), RandomTopology.of(seed, kind));
    }

    @Property(tries = 300)
    void isBuiltExactly(@ForAll long seed, @ForAll MachineKind kind) {
        assertEquals(List.of(), QemuMachine.translate(RandomTopology.of(seed, kind), kind).remarks());
    }

    @Property(tries = 100)
    void sameSeedSameParameter(@ForAll long seed) {
        Topology topology = RandomTopology.of(seed, MachineKind.VIRT);
        assertEquals(RandomParameter.of(seed, topology), RandomParameter.of(seed, topology));
    }
}
