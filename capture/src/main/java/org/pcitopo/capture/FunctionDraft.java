package org.pcitopo.capture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** What all sources say of one function, before it is put into a topology. */
final class FunctionDraft {

    record Register(ResourceType type, long size) {
        @Override
        public String toString() {
            return type + " of " + size + " bytes";
        }
    }

    record Window(ResourceType type, Optional<AddressRange> range) {
    }

    record Buses(int secondary, int subordinate) {
    }

    record RomState(boolean enabled, boolean shadow) {
    }

    record Capability(int totalVfs, int offset, int stride, int vfDeviceId, Set<Long> pageSizes) {
    }

    final PciAddress address;
    /** Whether a kernel log shows what firmware left in the registers. */
    boolean enumerated;
    final Candidates<Boolean> present = new Candidates<>();
    final Candidates<Boolean> later = new Candidates<>();
    final Candidates<Integer> vendorDevice = new Candidates<>();
    final Candidates<Integer> subsystem = new Candidates<>();
    final Candidates<Integer> classCode = new Candidates<>();
    final Candidates<Integer> headerType = new Candidates<>();
    final Candidates<String> label = new Candidates<>();
    final Candidates<String> driver = new Candidates<>();
    final Candidates<Integer> group = new Candidates<>();
    final Candidates<Decode> decode = new Candidates<>();
    final Candidates<MsixTable> msix = new Candidates<>();
    final Candidates<RomState> rom = new Candidates<>();
    final Candidates<BridgeKind> kind = new Candidates<>();
    final Candidates<Buses> buses = new Candidates<>();
    final Candidates<Boolean> hotplug = new Candidates<>();
    final Candidates<Boolean> transparent = new Candidates<>();
    final Candidates<Capability> sriov = new Candidates<>();
    final Map<ResourceName, Candidates<Register>> registers = new EnumMap<>(ResourceName.class);
    final Map<ResourceName, Candidates<ResourceType>> registerTypes = new EnumMap<>(ResourceName.class);
    final Map<ResourceName, Candidates<OptionalLong>> firmwareAddresses = new EnumMap<>(ResourceName.class);
    final Map<ResourceName, Candidates<Boolean>> fixed = new EnumMap<>(ResourceName.class);
    final Map<ResourceName, Candidates<Optional<ResourceType>>> windowTypes = new EnumMap<>(ResourceName.class);
    final Map<ResourceName, Candidates<Window>> firmwareWindows = new EnumMap<>(ResourceName.class);
    final Map<Integer, Candidates<List<Long>>> resizable = new java.util.TreeMap<>();

    FunctionDraft(PciAddress address) {
        this.address = address;
    }

    /** Takes a finding about this function. */
    void accept(Finding.OfFunction finding, SourceKind source) {
        int capability = Precedence.CAPABILITIES.rank(source);
        if (finding instanceof Finding.AppearedLater one) {
            later.offer(true, one.origin(), capability);
            return;
        }
        present.offer(true, finding.origin(), Precedence.SIZES.rank(source));
        enumerated |= source == SourceKind.KERNEL_LOG && isEnumeration(finding);
        if (finding instanceof Finding.VendorDevice one) {
            vendorDevice.offer(one.vendor() << 16 | one.device(), one.origin(), capability);
        } else if (finding instanceof Finding.Subsystem one) {
            subsystem.offer(one.vendor() << 16 | one.device(), one.origin(), capability);
        } else if (finding instanceof Finding.ClassCode one) {
            classCode.offer(one.classCode(), one.origin(), capability);
        } else if (finding instanceof Finding.HeaderType one) {
            headerType.offer(one.type(), one.origin(), capability);
        } else if (finding instanceof Finding.Label one) {
            label.offer(one.text(), one.origin(), capability);
        } else if (finding instanceof Finding.Driver one) {
            driver.offer(one.name(), one.origin(), capability);
        } else if (finding instanceof Finding.IommuGroup one) {
            group.offer(one.group(), one.origin(), capability);
        } else if (finding instanceof Finding.DecodeBits one) {
            decode.offer(one.decode(), one.origin(), Precedence.SIZES.rank(source));
        } else if (finding instanceof Finding.Msix one) {
            msix.offer(one.table(), one.origin(), capability);
        } else if (finding instanceof Finding.SriovCapability one) {
            sriov.offer(new Capability(one.totalVfs(), one.offset(), one.stride(), one.vfDeviceId(), one.pageSizes()), one.origin(),
                    capability);
        } else {
            acceptResource(finding, source);
        }
    }

    private static boolean isEnumeration(Finding.OfFunction finding) {
        return finding instanceof Finding.VendorDevice || finding instanceof Finding.FirmwareAddress
                || finding instanceof Finding.FirmwareWindow;
    }

    private void acceptResource(Finding.OfFunction finding, SourceKind source) {
        int size = Precedence.SIZES.rank(source);
        int capability = Precedence.CAPABILITIES.rank(source);
        if (finding instanceof Finding.Register one) {
            at(registers, one.name()).offer(new Register(one.type(), one.size()), one.origin(), size);
        } else if (finding instanceof Finding.RegisterType one) {
            at(registerTypes, one.name()).offer(one.type(), one.origin(), capability);
        } else if (finding instanceof Finding.FirmwareAddress one) {
            at(firmwareAddresses, one.name()).offer(one.start(), one.origin(), size);
        } else if (finding instanceof Finding.FixedRegister one) {
            at(fixed, one.name()).offer(true, one.origin(), capability);
        } else if (finding instanceof Finding.ResizableBar one) {
            resizable.computeIfAbsent(one.bar(), ignored -> new Candidates<>()).offer(one.sizes(), one.origin(), capability);
        } else if (finding instanceof Finding.RomState one) {
            rom.offer(new RomState(one.enabled(), one.shadow()), one.origin(), one.shadow() ? 0 : 1 + size);
        } else if (finding instanceof Finding.KindOfBridge one) {
            kind.offer(one.kind(), one.origin(), capability);
        } else if (finding instanceof Finding.Buses one) {
            buses.offer(new Buses(one.secondary(), one.subordinate()), one.origin(), size);
        } else if (finding instanceof Finding.Hotplug one) {
            hotplug.offer(one.capable(), one.origin(), capability);
        } else if (finding instanceof Finding.Transparent one) {
            transparent.offer(true, one.origin(), capability);
        } else if (finding instanceof Finding.WindowType one) {
            at(windowTypes, one.name()).offer(one.type(), one.origin(), capability);
        } else if (finding instanceof Finding.FirmwareWindow one) {
            at(firmwareWindows, one.name()).offer(new Window(one.type(), one.range()), one.origin(), size);
        }
    }

    private static <T> Candidates<T> at(Map<ResourceName, Candidates<T>> map, ResourceName name) {
        return map.computeIfAbsent(name, ignored -> new Candidates<>());
    }

    /** Whether the function is a bridge of header type 1 or 2. */
    boolean isBridge() {
        return headerType.first().map(type -> type.value() != 0).orElseGet(() -> !buses.isEmpty() || bridgeClass());
    }

    boolean isCardBus() {
        return headerType.first().map(type -> type.value() == 2).orElse(false);
    }

    private boolean bridgeClass() {
        return classCode.first().map(code -> code.value() >>> 8 == 0x0604).orElse(false);
    }
}
