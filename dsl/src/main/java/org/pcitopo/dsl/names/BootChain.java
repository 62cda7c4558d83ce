package org.pcitopo.dsl.names;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.model.Boot;

/** A boot and what it extends. */
public final class BootChain {

    private BootChain() {
    }

    /** {@code boot}, then what it extends, and so on; ends where the chain would come round. */
    public static List<Boot> of(Boot boot) {
        List<Boot> chain = new ArrayList<>();
        Boot next = boot;
        while (next != null && !next.eIsProxy() && !chain.contains(next)) {
            chain.add(next);
            next = next.getBase();
        }
        return chain;
    }
}
