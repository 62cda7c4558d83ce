package org.pcitopo.dsl.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.lowering.BridgeKinds;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Sriov;

/** The head and the statements of one function, one line each. */
final class FunctionStatements {

    private final Function function;
    private final Optional<PciAddress> address;
    private final OriginText origins;
    private final List<String> lines = new ArrayList<>();

    /** @param address the function's address where every bus above it is numbered; origins are filed under it */
    FunctionStatements(Function function, Optional<PciAddress> address, OriginText origins) {
        this.function = function;
        this.address = address;
        this.origins = origins;
    }

    /** {@code device 0000:02:01.0 nvme0 "Intel SSD" from "dmesg.txt":12}. */
    String head(Words words) {
        String place = address.map(PciAddress::toString)
                .orElse(String.format(Locale.ROOT, "%02x.%x", function.device(), function.function()));
        return (function.bridge().isPresent() ? "bridge " : "device ") + place
                + (function.name().isEmpty() ? "" : " " + words.name(function.name()))
                + function.bridge().filter(bridge -> origin("kind").isEmpty()).map(bridge -> " " + BridgeKinds.keyword(bridge.kind()))
                        .orElse("")
                + (function.label().isEmpty() ? "" : " " + OriginText.quoted(function.label())) + origin("present");
    }

    List<String> lines() {
        ids();
        function.bars().forEach(bar -> lines.add("BAR " + bar.index() + " " + ResourceText.bar(bar)
                + origin(ResourceName.bar(bar.index()).jsonName())));
        function.rom().ifPresent(rom -> lines.add("ROM " + ResourceText.rom(rom) + origin("rom")));
        function.msix().ifPresent(this::msix);
        decode();
        flag("passthrough", function.passthrough());
        function.driver().ifPresent(driver -> lines.add("driver "
                + (Words.isWord(driver) ? driver : OriginText.quoted(driver)) + origin("driver")));
        function.iommuGroup().ifPresent(group -> lines.add("iommu-group " + group + origin("iommuGroup")));
        if (function.neverMappable()) {
            lines.add("never-mappable" + origin("neverMappable"));
        }
        function.bridge().ifPresent(this::bridge);
        return lines;
    }

    /** The lines of the block {@code sr-iov}. */
    static List<String> sriov(Sriov sriov) {
        List<String> block = new ArrayList<>();
        block.add("total-vfs " + sriov.totalVfs());
        block.add("offset " + sriov.offset());
        block.add("stride " + sriov.stride());
        block.add(String.format(Locale.ROOT, "vf-device 0x%04x", sriov.vfDeviceId()));
        if (!sriov.pageSizes().isEmpty()) {
            block.add("page-sizes " + ResourceText.sizes(sriov.pageSizes()));
        }
        return block;
    }

    /** One VF BAR with its origin. */
    String vfBar(Bar bar) {
        return "VF BAR " + bar.index() + " " + ResourceText.bar(bar) + origin(ResourceName.vfBar(bar.index()).jsonName());
    }

    /** What is known of the origins of other facts. */
    List<String> notes() {
        return address.map(place -> origins.notes(place.toString())).orElse(List.of());
    }

    /** Where the fact {@code aspect} of this function comes from. */
    String origin(String aspect) {
        return address.map(place -> origins.of(FactNames.function(place, aspect))).orElse("");
    }

    private void ids() {
        DeviceIds ids = function.ids();
        boolean subsystem = ids.subsystemVendor() != 0 || ids.subsystemDevice() != 0;
        String subsystemText = String.format(Locale.ROOT, "subsystem %04x:%04x", ids.subsystemVendor(), ids.subsystemDevice());
        boolean together = origin("subsystem").equals(origin("ids"));
        boolean known = ids.vendor() != 0 || ids.device() != 0 || !origin("ids").isEmpty();
        if (known) {
            lines.add("id " + ids + (subsystem && together ? " " + subsystemText : "") + origin("ids"));
        }
        if (subsystem && !(together && known)) {
            lines.add(subsystemText + origin("subsystem"));
        }
        lines.add(String.format(Locale.ROOT, "class 0x%06x", ids.classCode()) + origin("class"));
    }

    private void msix(MsixTable msix) {
        lines.add("msi-x " + msix.vectors() + " table BAR " + msix.tableBar() + " offset " + Literals.addressText(msix.tableOffset())
                + " pba BAR " + msix.pbaBar() + " offset " + Literals.addressText(msix.pbaOffset()) + origin("msix"));
    }

    private void decode() {
        Decode decode = function.decode();
        String origin = origin("decode");
        if (decode.equals(Decode.ON) && origin.isEmpty()) {
            return;
        }
        String word = decode.equals(Decode.ON) ? "on" : decode.equals(Decode.OFF) ? "off" : decode.io() ? "io" : "mem";
        lines.add("decode " + word + origin);
    }

    private void bridge(Bridge bridge) {
        if (!origin("kind").isEmpty()) {
            lines.add("kind " + BridgeKinds.keyword(bridge.kind()) + origin("kind"));
        }
        buses(bridge.secondary(), bridge.subordinate());
        flag("hotplug", bridge.hotplug());
        flag("transparent", bridge.transparent());
        if (bridge.kind() != BridgeKind.CARDBUS) {
            window("io", bridge.io());
            window("mem", bridge.memory());
            window("pref", bridge.prefetchable());
        }
    }

    private void buses(OptionalInt secondary, OptionalInt subordinate) {
        if (secondary.isPresent() && subordinate.isPresent()) {
            lines.add("to [bus " + Literals.busText(secondary.getAsInt()) + "-" + Literals.busText(subordinate.getAsInt()) + "]"
                    + origin("buses"));
        } else {
            secondary.ifPresent(bus -> lines.add("secondary " + Literals.busText(bus) + origin("buses")));
            subordinate.ifPresent(bus -> lines.add("subordinate " + Literals.busText(bus) + origin("buses")));
        }
    }

    private void window(String kind, Optional<BridgeWindow> window) {
        if (window.isEmpty()) {
            lines.add("no " + kind + " window" + origin(kind));
        } else if (window.get().firmware().isPresent()) {
            lines.add("window " + ResourceText.range(window.get().type(), window.get().firmware().get()) + origin(kind));
        } else if (window.get().type() == ResourceType.MEM32_PREF) {
            lines.add("pref window 32bit" + origin(kind));
        }
    }

    private void flag(String keyword, boolean on) {
        String origin = origin(keyword);
        if (on || !origin.isEmpty()) {
            lines.add(keyword + (on ? "" : " off") + origin);
        }
    }
}
