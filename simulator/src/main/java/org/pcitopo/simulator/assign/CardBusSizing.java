package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.topology.ResourceName;

/** The windows of a CardBus bridge have fixed sizes ({@code pci_bus_size_cardbus}). */
final class CardBusSizing {

    private final Context context;

    CardBusSizing(Context context) {
        this.context = context;
    }

    void size(Device bridge, Optional<OptionalList> optional) {
        long io = context.options().cardbusIo();
        long memory = context.options().cardbusMemory();
        reserve(bridge, ResourceName.CARDBUS_WINDOW0, Flags.IO, io, optional);
        reserve(bridge, ResourceName.CARDBUS_WINDOW1, Flags.IO, io, optional);
        reserve(bridge, ResourceName.CARDBUS_WINDOW2, Flags.MEM | Flags.PREFETCH, memory, optional);
        reserve(bridge, ResourceName.CARDBUS_WINDOW3, Flags.MEM, memory, optional);
    }

    private static void reserve(Device bridge, ResourceName name, int type, long size, Optional<OptionalList> optional) {
        bridge.region(name).filter(window -> !window.assigned()).ifPresent(window -> {
            window.flags |= type | Flags.STARTALIGN;
            window.setRange(size, optional.isPresent() ? 0 : size);
            optional.ifPresent(list -> list.add(bridge, window, size, size));
        });
    }
}
