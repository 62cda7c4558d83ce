package org.pcitopo.dsl.lowering;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Device;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.KindSetting;
import org.pcitopo.simulator.topology.BridgeKind;

/**
 * What sort of bridge a bridge is: as written; or as its description says in the words of lspci ("root port", "PCIe-to-PCI");
 * or as its place implies: a bridge on a root bus is a root port, one below a root port that leads to anything but device 0 a
 * PCIe-to-PCI bridge, else the upstream port of a switch, and below that downstream ports.
 */
public final class BridgeKinds {

    private BridgeKinds() {
    }

    static BridgeKind of(Bridge bridge, Optional<BridgeKind> above, List<Function> below) {
        Optional<BridgeKind> written = bridge.getMembers().stream().filter(KindSetting.class::isInstance)
                .map(member -> ((KindSetting) member).getKind()).reduce((first, second) -> second)
                .or(() -> Optional.ofNullable(bridge.getKind())).flatMap(BridgeKinds::ofKeyword);
        return written.or(() -> ofLabel(bridge.getLabel())).orElseGet(() -> ofPlace(above, below));
    }

    /** The keyword for {@code kind}. */
    public static String keyword(BridgeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<BridgeKind> ofKeyword(String keyword) {
        for (BridgeKind kind : BridgeKind.values()) {
            if (keyword(kind).equals(keyword)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<BridgeKind> ofLabel(String label) {
        if (label == null) {
            return Optional.empty();
        }
        for (BridgeKind kind : BridgeKind.values()) {
            if (kind.label().equalsIgnoreCase(label) || kind.label().equalsIgnoreCase("switch " + label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static BridgeKind ofPlace(Optional<BridgeKind> above, List<Function> below) {
        if (above.isEmpty()) {
            return BridgeKind.ROOT_PORT;
        }
        return switch (above.get()) {
            case UPSTREAM_PORT -> BridgeKind.DOWNSTREAM_PORT;
            case PCIE_TO_PCI, PCI, CARDBUS -> BridgeKind.PCI;
            default -> below.stream().anyMatch(BridgeKinds::isBeyondSlot0) ? BridgeKind.PCIE_TO_PCI : BridgeKind.UPSTREAM_PORT;
        };
    }

    private static boolean isBeyondSlot0(Function function) {
        return function instanceof Device && WrittenAddress.of(function).device() > 0;
    }
}
