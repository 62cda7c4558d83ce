package org.pcitopo.capture.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * The {@code resource} file of a function: a line for each resource in the kernel's index order, with start, end and flags.
 * Where the kernel was built without SR-IOV the six VF BARs are missing and the windows move up (behaviour specification 0.1).
 */
final class ResourceFile {

    private static final int LINES_WITHOUT_IOV = 11;
    private static final int FIRST_VF_BAR = 7;
    private static final int FIRST_WINDOW = 13;
    private static final int VF_BARS = 6;
    private static final List<ResourceName> BRIDGE_WINDOWS =
            List.of(ResourceName.IO_WINDOW, ResourceName.MEM_WINDOW, ResourceName.PREF_WINDOW);
    private static final List<ResourceName> CARDBUS_WINDOWS = List.of(ResourceName.CARDBUS_WINDOW0,
            ResourceName.CARDBUS_WINDOW1, ResourceName.CARDBUS_WINDOW2, ResourceName.CARDBUS_WINDOW3);

    private ResourceFile() {
    }

    /**
     * Reads the lines.
     *
     * @param headerType 0 endpoint, 1 PCI-to-PCI bridge, 2 CardBus bridge
     */
    static List<ResourceLine> read(String text, int headerType) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        boolean withIov = lines.size() > LINES_WITHOUT_IOV;
        List<ResourceLine> resources = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Optional<ResourceName> name = name(index, headerType, withIov);
            if (name.isPresent()) {
                ResourceLine.parse(name.get(), index + 1, lines.get(index)).ifPresent(resources::add);
            }
        }
        return resources;
    }

    private static Optional<ResourceName> name(int index, int headerType, boolean withIov) {
        if (index < FIRST_VF_BAR) {
            return Optional.of(index == ResourceName.ROM.index() ? ResourceName.ROM : ResourceName.bar(index));
        }
        int kernelIndex = withIov ? index : index + VF_BARS;
        if (kernelIndex < FIRST_WINDOW) {
            return Optional.of(ResourceName.vfBar(kernelIndex - FIRST_VF_BAR));
        }
        List<ResourceName> windows = switch (headerType) {
            case 1 -> BRIDGE_WINDOWS;
            case 2 -> CARDBUS_WINDOWS;
            default -> List.of();
        };
        int window = kernelIndex - FIRST_WINDOW;
        return window < windows.size() ? Optional.of(windows.get(window)) : Optional.empty();
    }
}
