package org.pcitopo.dsl.ide.outcome;

import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** Something written, as one boot has it. */
public sealed interface Seen {

    BootView boot();

    /** A function. */
    record OfFunction(BootView boot, EnumeratedFunction function) implements Seen {
    }

    /** A resource of a function. */
    record OfResource(BootView boot, EnumeratedFunction function, ResourceName name) implements Seen {

        public ResourceKey key() {
            return new ResourceKey(function.address(), name);
        }

        public Optional<AssignedResource> resource() {
            return boot.resource(key());
        }

        /** What vfio-pci says; empty for what is no BAR. */
        public Optional<Mapping> mapping() {
            return boot.mapping(key());
        }
    }

    /** A window of a host bridge. */
    record OfWindow(BootView boot, WindowUse use) implements Seen {
    }
}
