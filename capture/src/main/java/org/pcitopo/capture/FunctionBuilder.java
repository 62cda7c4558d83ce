package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Unsigned;

/** Builds one function from what sources say of it; the bridge side is built elsewhere. */
final class FunctionBuilder {

    static final String FIRMWARE_ADDRESSES = "firmware addresses";

    private static final String DECODE_ASSUMED = "decoding is on unless a log shows otherwise";

    private static final int BRIDGE_CLASS = 0x060400;
    private static final int UNKNOWN_CLASS = 0xff0000;

    private final Notes notes;
    private final boolean realigned;

    /** @param realigned whether the command line asks for alignments, so that sizes read after the boot may be larger */
    FunctionBuilder(Notes notes, boolean realigned) {
        this.notes = notes;
        this.realigned = realigned;
    }

    Function.Builder build(FunctionDraft draft) {
        Function.Builder builder = Function.at(draft.address.device(), draft.address.function());
        notes.takeFirst(FactNames.function(draft.address, "present"), draft.present);
        if (!draft.enumerated) {
            notes.assumed(FactNames.function(draft.address, FactNames.FIRMWARE), "no kernel log enumerates the function");
        }
        builder.ids(ids(draft));
        notes.takeFirst(FactNames.function(draft.address, "label"), draft.label).ifPresent(builder::label);
        registers(draft, builder);
        notes.takeFirst(FactNames.function(draft.address, "msix"), draft.msix).ifPresent(builder::msix);
        sriov(draft).ifPresent(builder::sriov);
        builder.decode(decode(draft));
        notes.takeFirst(FactNames.function(draft.address, "driver"), draft.driver).ifPresent(builder::driver);
        builder.passthrough(draft.driver.first().map(driver -> driver.value().equals("vfio-pci")).orElse(false));
        notes.takeFirst(FactNames.function(draft.address, "iommuGroup"), draft.group).ifPresent(builder::iommuGroup);
        return builder;
    }

    private DeviceIds ids(FunctionDraft draft) {
        Optional<Integer> ids = notes.takeFirst(FactNames.function(draft.address, "ids"), draft.vendorDevice);
        if (ids.isEmpty()) {
            notes.assumed(FactNames.function(draft.address, "ids"), "no source tells vendor and device");
            notes.assume("ids of " + draft.address, "0000:0000", "no source tells vendor and device");
        }
        int subsystem = notes.takeFirst(FactNames.function(draft.address, "subsystem"), draft.subsystem).orElse(0);
        int classCode = notes.takeFirst(FactNames.function(draft.address, "class"), draft.classCode)
                .orElse(draft.isBridge() ? BRIDGE_CLASS : UNKNOWN_CLASS);
        return new DeviceIds(ids.orElse(0) >>> 16, ids.orElse(0) & 0xffff, subsystem >>> 16, subsystem & 0xffff, classCode);
    }

    private Decode decode(FunctionDraft draft) {
        Fact fact = FactNames.function(draft.address, "decode");
        return notes.takeFirst(fact, draft.decode).orElseGet(() -> {
            notes.assumed(fact, DECODE_ASSUMED);
            notes.assume("decode", "on", DECODE_ASSUMED);
            return Decode.ON;
        });
    }

    private void registers(FunctionDraft draft, Function.Builder builder) {
        for (Map.Entry<ResourceName, Candidates<FunctionDraft.Register>> entry : draft.registers.entrySet()) {
            ResourceName name = entry.getKey();
            if (name.isWindow() || name.isVfBar()) {
                continue;
            }
            if (name == ResourceName.ROM) {
                rom(draft, entry.getValue()).ifPresent(builder::rom);
            } else if (!isUpperHalf(draft, name)) {
                bar(draft, name, entry.getValue()).ifPresent(builder::bar);
            }
        }
    }

    /** The register behind a 64-bit BAR holds its upper half and is no BAR of its own. */
    private static boolean isUpperHalf(FunctionDraft draft, ResourceName name) {
        if (name.register() == 0) {
            return false;
        }
        Candidates<FunctionDraft.Register> before = draft.registers.get(ResourceName.bar(name.register() - 1));
        return before != null && before.first().map(register -> register.value().type().is64Bit()).orElse(false);
    }

    private Optional<Bar> bar(FunctionDraft draft, ResourceName name, Candidates<FunctionDraft.Register> candidates) {
        Sourced<FunctionDraft.Register> register = candidates.first().orElseThrow();
        long size = register.value().size();
        boolean fixed = draft.fixed.containsKey(name);
        if (!Unsigned.isPowerOfTwo(size) && !fixed) {
            notes.remark(register.origin().file(), register.origin().line(),
                    draft.address + " " + name + " is left out: its size of " + Long.toUnsignedString(size) + " bytes is no power of two");
            return Optional.empty();
        }
        ResourceKey key = new ResourceKey(draft.address, name);
        notes.take(Fact.of(key), register);
        candidates.contradictions(Fact.of(key), register, other -> !enlarged(register, other)).forEach(notes::contradict);
        ResourceType type = type(draft, name, register.value().type());
        List<Long> sizes = draft.resizable.containsKey(name.register())
                ? notes.takeFirst(FactNames.function(draft.address, "resizable " + name.jsonName()),
                        draft.resizable.get(name.register())).orElse(List.of())
                : List.of();
        return Optional.of(new Bar(name.register(), type, size, firmware(draft, name), fixed, sizes));
    }

    /** The kernel's resource is larger than the hardware's register where an alignment request enlarged it. */
    private boolean enlarged(Sourced<FunctionDraft.Register> kept, FunctionDraft.Register other) {
        return realigned && other.type() == kept.value().type() && Unsigned.less(kept.value().size(), other.size());
    }

    private ResourceType type(FunctionDraft draft, ResourceName name, ResourceType shown) {
        Candidates<ResourceType> told = draft.registerTypes.get(name);
        return told == null || draft.registers.get(name).first().orElseThrow().origin().certainty() == Origin.Certainty.READ
                ? shown : told.first().map(Sourced::value).orElse(shown);
    }

    /** Firmware's address; 0 where no source shows any. */
    private OptionalLong firmware(FunctionDraft draft, ResourceName name) {
        Candidates<OptionalLong> candidates = draft.firmwareAddresses.get(name);
        if (candidates == null) {
            notes.assume(FIRMWARE_ADDRESSES, "0", "no log shows what firmware left in the registers");
            return OptionalLong.of(0);
        }
        return candidates.first().orElseThrow().value();
    }

    private Optional<Rom> rom(FunctionDraft draft, Candidates<FunctionDraft.Register> candidates) {
        Optional<FunctionDraft.RomState> state = draft.rom.first().map(Sourced::value);
        boolean shadow = state.map(FunctionDraft.RomState::shadow).orElse(false);
        Sourced<FunctionDraft.Register> register = shadow ? candidates.last().orElseThrow() : candidates.first().orElseThrow();
        ResourceKey key = new ResourceKey(draft.address, ResourceName.ROM);
        notes.take(Fact.of(key), register);
        OptionalLong start = shadow && draft.firmwareAddresses.containsKey(ResourceName.ROM)
                ? draft.firmwareAddresses.get(ResourceName.ROM).last().orElseThrow().value() : firmware(draft, ResourceName.ROM);
        boolean enabled = state.map(FunctionDraft.RomState::enabled).orElseGet(() -> {
            notes.assume("rom enable bits", "off", "no source shows them; firmware usually switches ROMs off");
            return false;
        });
        return Unsigned.isPowerOfTwo(register.value().size())
                ? Optional.of(new Rom(register.value().size(), start, enabled, shadow)) : Optional.empty();
    }

    private Optional<Sriov> sriov(FunctionDraft draft) {
        Optional<Sourced<FunctionDraft.Capability>> capability = draft.sriov.first();
        if (capability.isEmpty()) {
            return Optional.empty();
        }
        Fact fact = FactNames.function(draft.address, "sriov");
        notes.take(fact, capability.get());
        // Logs tell nothing of the capability but the number of VFs.
        int total = capability.get().value().totalVfs();
        draft.sriov.contradictions(fact, capability.get(), other -> other.totalVfs() != total).forEach(notes::contradict);
        List<Bar> bars = new ArrayList<>();
        draft.registers.forEach((name, candidates) -> {
            Sourced<FunctionDraft.Register> register = candidates.first().orElseThrow();
            if (name.isVfBar() && Unsigned.isPowerOfTwo(register.value().size())) {
                notes.take(Fact.of(new ResourceKey(draft.address, name)), register);
                bars.add(new Bar(name.register(), register.value().type(), register.value().size(), firmware(draft, name), false,
                        List.of()));
            }
        });
        FunctionDraft.Capability found = capability.get().value();
        SortedSet<Long> pages = new TreeSet<>(found.pageSizes());
        return Optional.of(new Sriov(found.totalVfs(), found.offset(), found.stride(), found.vfDeviceId(), pages, bars));
    }
}
