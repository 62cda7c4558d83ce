package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceName;

/** Which resources the kernel can do without (behaviour specification 5.5). */
final class OptionalRule {

    private final boolean romsAreOptional;

    OptionalRule(Context context) {
        this.romsAreOptional = context.has(Behaviour.OPTIONAL_REWORK);
    }

    /** Whether {@code region} is sized on top of what is required: VF BARs, and from 6.16 disabled ROMs. */
    boolean isOptional(Region region) {
        ResourceName name = Device.nameOf(region);
        return name.isVfBar() || romsAreOptional && name == ResourceName.ROM && !region.has(Flags.ROM_ENABLE);
    }
}
