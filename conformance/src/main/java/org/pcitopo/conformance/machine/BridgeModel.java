package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * A bridge that QEMU 7.2 emulates. All of them have all three windows, the prefetchable one with 64 bits.
 *
 * @param model the name behind {@code -device}
 * @param options what follows the model's name, empty or starting with a comma
 * @param numbering which numbers it needs
 * @param bars its own BARs
 * @param hotplug whether its slot says hot-plug capable (behaviour specification C2)
 * @param expressBelow whether the bus below it is a PCI Express bus
 */
record BridgeModel(String model, String options, Numbering numbering, List<Bar> bars, boolean hotplug, boolean expressBelow) {

    /** The properties by which QEMU tells slots apart. */
    enum Numbering { NONE, CHASSIS_AND_SLOT, CHASSIS_NUMBER }

    private static final List<Bar> PORT_BAR = List.of(Bar.of(0, ResourceType.MEM32, 4096));
    private static final List<Bar> SHPC_BAR = List.of(Bar.of(0, ResourceType.MEM64, 256));

    /** The model that is most like the bridge side of {@code wanted}; empty where there is none. */
    static Optional<BridgeModel> of(Function wanted) {
        Bridge bridge = wanted.bridge().orElseThrow();
        return switch (bridge.kind()) {
            case ROOT_PORT -> Optional.of(rootPort(wanted.bars().isEmpty() && bridge.hotplug(), bridge.hotplug()));
            case UPSTREAM_PORT -> Optional.of(
                    new BridgeModel("x3130-upstream", "", Numbering.NONE, List.of(), false, true));
            case DOWNSTREAM_PORT -> Optional.of(
                    new BridgeModel("xio3130-downstream", "", Numbering.CHASSIS_AND_SLOT, List.of(), true, true));
            case PCIE_TO_PCI -> Optional.of(
                    new BridgeModel("pcie-pci-bridge", "", Numbering.NONE, SHPC_BAR, false, false));
            case PCI -> Optional.of(conventional(wanted, bridge.transparent()));
            case PCI_TO_PCIE, CARDBUS -> Optional.empty();
        };
    }

    private static BridgeModel rootPort(boolean bare, boolean hotplug) {
        return bare ? new BridgeModel("ioh3420", "", Numbering.CHASSIS_AND_SLOT, List.of(), true, true)
                : new BridgeModel("pcie-root-port", hotplug ? "" : ",hotplug=off", Numbering.CHASSIS_AND_SLOT, PORT_BAR, hotplug,
                        true);
    }

    private static BridgeModel conventional(Function wanted, boolean transparent) {
        if (transparent) {
            return new BridgeModel("i82801b11-bridge", "", Numbering.NONE, List.of(), false, false);
        }
        return wanted.bars().isEmpty()
                ? new BridgeModel("pci-bridge", ",shpc=off", Numbering.CHASSIS_NUMBER, List.of(), false, false)
                : new BridgeModel("pci-bridge", "", Numbering.CHASSIS_NUMBER, SHPC_BAR, false, false);
    }

    /** Whether only device number 0 exists on the bus below: one link, one device. */
    boolean singleDeviceBelow() {
        return expressBelow && !model.equals("x3130-upstream");
    }

    /** Which of its BARs stands for which wanted one: its index by the wanted index. */
    Map<Integer, Integer> pairs(Function wanted) {
        Map<Integer, Integer> pairs = new TreeMap<>();
        bars.stream().filter(own -> wanted.bar(own.index()).isPresent()).forEach(own -> pairs.put(own.index(), own.index()));
        return pairs;
    }

    /** How it differs from what was wanted, a sentence each. */
    List<String> differencesFrom(Function wanted) {
        Bridge bridge = wanted.bridge().orElseThrow();
        List<String> differences = new ArrayList<>();
        if (!shapes(wanted.bars()).equals(shapes(bars))) {
            differences.add(model + " has BARs " + shapes(bars) + " instead of " + shapes(wanted.bars()));
        }
        if (bridge.hotplug() != hotplug) {
            differences.add(model + (hotplug ? " is" : " is not") + " hot-plug capable");
        }
        if (bridge.kind() != BridgeKind.CARDBUS && (bridge.io().isEmpty() || bridge.memory().isEmpty()
                || bridge.prefetchable().isEmpty())) {
            differences.add(model + " has all three windows");
        } else if (bridge.prefetchable().filter(window -> !window.type().is64Bit()).isPresent()) {
            differences.add(model + " has a 64-bit prefetchable window");
        }
        return differences;
    }

    private static List<String> shapes(List<Bar> bars) {
        return bars.stream().map(bar -> bar.index() + ": " + bar.type().widthName() + " " + bar.size()).toList();
    }
}
