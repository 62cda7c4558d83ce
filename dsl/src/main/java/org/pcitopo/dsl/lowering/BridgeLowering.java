package org.pcitopo.dsl.lowering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.BridgeWindow;
import org.pcitopo.dsl.model.Hotplug;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Switch;
import org.pcitopo.dsl.model.Transparent;
import org.pcitopo.dsl.model.WindowCapability;
import org.pcitopo.dsl.model.WindowWidth;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** Turns the bridge side of a bridge into the simulator's. */
final class BridgeLowering {

    private final Bridge bridge;
    private final BridgeKind kind;
    private final FunctionMembers members;
    private final Numbering numbering;
    private final Problems problems;

    BridgeLowering(Bridge bridge, BridgeKind kind, FunctionMembers members, Numbering numbering, Problems problems) {
        this.bridge = bridge;
        this.kind = kind;
        this.members = members;
        this.numbering = numbering;
        this.problems = problems;
    }

    org.pcitopo.simulator.topology.Bridge lower(List<Function> below, Map<ResourceName, Statement> registers) {
        boolean cardBus = kind == BridgeKind.CARDBUS;
        return new org.pcitopo.simulator.topology.Bridge(kind, numbering.secondary(bridge), numbering.subordinate(bridge),
                isOn(Hotplug.class), isTransparent(),
                cardBus ? Optional.empty() : window(ResourceName.IO_WINDOW, "io", registers),
                cardBus ? Optional.empty() : window(ResourceName.MEM_WINDOW, "mem", registers),
                cardBus ? Optional.empty() : window(ResourceName.PREF_WINDOW, "pref", registers), below);
    }

    boolean isTransparent() {
        return isOn(Transparent.class);
    }

    private boolean isOn(Class<? extends Statement> kindOfStatement) {
        return members.last(kindOfStatement).map(statement -> statement instanceof Hotplug hotplug
                ? hotplug.getState() == Switch.ON : ((Transparent) statement).getState() == Switch.ON).orElse(false);
    }

    private Optional<org.pcitopo.simulator.topology.BridgeWindow> window(ResourceName name, String word,
            Map<ResourceName, Statement> registers) {
        boolean implemented = true;
        Optional<WindowWidth> width = Optional.empty();
        for (WindowCapability capability : members.all(WindowCapability.class)) {
            if (capability.getWindow().equals(word)) {
                implemented = !capability.isAbsent();
                width = capability.isAbsent() ? Optional.empty() : Optional.of(capability.getWidth());
                registers.put(name, capability);
            }
        }
        Optional<BridgeWindow> statement = Optional.empty();
        for (BridgeWindow candidate : members.all(BridgeWindow.class)) {
            if (nameOf(candidate) == name) {
                statement = Optional.of(candidate);
                implemented = true;
                registers.put(name, candidate);
            }
        }
        return implemented ? Optional.of(new org.pcitopo.simulator.topology.BridgeWindow(type(name, width, statement),
                statement.flatMap(this::range))) : Optional.empty();
    }

    private static ResourceType type(ResourceName name, Optional<WindowWidth> width, Optional<BridgeWindow> statement) {
        if (name != ResourceName.PREF_WINDOW) {
            return name == ResourceName.IO_WINDOW ? ResourceType.IO : ResourceType.MEM32;
        }
        boolean is64Bit = width.map(bits -> bits == WindowWidth.BITS64)
                .or(() -> statement.map(window -> window.getResource().getFlags().contains(ResourceFlag.BITS64))).orElse(true);
        return ResourceType.memory(is64Bit, true);
    }

    private static ResourceName nameOf(BridgeWindow window) {
        ResourceType type = Registers.typeOf(window.getResource());
        return type.isIo() ? ResourceName.IO_WINDOW : type.prefetchable() ? ResourceName.PREF_WINDOW : ResourceName.MEM_WINDOW;
    }

    private Optional<AddressRange> range(BridgeWindow window) {
        if (window.getResource().getFlags().contains(ResourceFlag.DISABLED)) {
            return Optional.empty();
        }
        if (window.getResource().getRange() == null) {
            problems.add(LoweringProblem.Kind.NO_RANGE, window, ModelPackage.Literals.BRIDGE_WINDOW__RESOURCE,
                    "a bridge window has a start and an end: write [mem 0x…-0x…]; the kernel computes its size");
        }
        return Registers.rangeOf(window.getResource(), problems);
    }
}
