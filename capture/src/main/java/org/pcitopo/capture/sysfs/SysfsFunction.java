package org.pcitopo.capture.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.pcitopo.capture.config.ConfigDecoder;
import org.pcitopo.capture.config.ConfigFindings;
import org.pcitopo.capture.config.ConfigSpace;
import org.pcitopo.capture.config.SriovFacts;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads the attributes of one function. */
final class SysfsFunction {

    private static final int CLASS_PCI_BRIDGE = 0x0604;
    private static final int CLASS_CARDBUS_BRIDGE = 0x0607;
    private static final int LARGEST_RESIZABLE_SHIFT = 43;
    private static final int SMALLEST_RESIZABLE_SHIFT = 20;

    private final String tree;
    private final PciAddress function;
    private final SortedMap<String, byte[]> attributes;
    private final Optional<ConfigSpace> config;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    SysfsFunction(String tree, PciAddress function, SortedMap<String, byte[]> attributes) {
        this.tree = tree;
        this.function = function;
        this.attributes = attributes;
        this.config = Optional.ofNullable(attributes.get("config")).flatMap(ConfigSpace::of);
    }

    List<Finding> findings() {
        return findings;
    }

    List<Answer> answers() {
        return answers;
    }

    /** Whether it is a VF: the kernel links it to its physical function. */
    boolean isVirtual() {
        return attributes.containsKey("physfn");
    }

    /** Whether the configuration space ends before the capabilities. */
    boolean hasShortConfig() {
        return attributes.containsKey("config") && config.filter(ConfigSpace::hasCapabilities).isEmpty();
    }

    void read() {
        findings.add(new Finding.Present(function, origin(attributes.firstKey(), 0)));
        readIds();
        config.ifPresent(space -> findings.addAll(ConfigFindings.facts(function, space, origin("config", 0))));
        readSriov();
        readResizable();
        readResources();
        config.ifPresent(space -> answers.addAll(ConfigFindings.answers(function, space, origin("config", 0))));
        readBuses();
        group().ifPresent(group -> findings.add(new Finding.IommuGroup(function, group, origin("iommu_group", 0))));
        lastComponent("driver").ifPresent(name -> findings.add(new Finding.Driver(function, name, origin("driver", 0))));
    }

    private Origin origin(String attribute, int line) {
        return Origin.read(tree + "/" + function + "/" + attribute, line);
    }

    private void readIds() {
        OptionalLong vendor = hex("vendor");
        OptionalLong device = hex("device");
        if (vendor.isPresent() && device.isPresent()) {
            findings.add(new Finding.VendorDevice(function, (int) vendor.getAsLong() & 0xffff,
                    (int) device.getAsLong() & 0xffff, origin("vendor", 1)));
        }
        hex("class").ifPresent(code ->
                findings.add(new Finding.ClassCode(function, (int) code & 0xff_ffff, origin("class", 1))));
        long subsystemVendor = hex("subsystem_vendor").orElse(0);
        if (subsystemVendor != 0) {
            findings.add(new Finding.Subsystem(function, (int) subsystemVendor & 0xffff,
                    (int) hex("subsystem_device").orElse(0) & 0xffff, origin("subsystem_vendor", 1)));
        }
    }

    private int headerType() {
        if (config.isPresent()) {
            return config.get().headerType();
        }
        int classCode = (int) (hex("class").orElse(0) >>> 8);
        return switch (classCode) {
            case CLASS_PCI_BRIDGE -> 1;
            case CLASS_CARDBUS_BRIDGE -> 2;
            default -> 0;
        };
    }

    private void readResources() {
        text("resource").ifPresent(text -> {
            Set<ResourceName> upperHalves = new HashSet<>();
            for (ResourceLine line : ResourceFile.read(text, headerType())) {
                if (line.exists()) {
                    addFacts(line);
                }
                boolean upperHalf = upperHalves.contains(line.name());
                if (line.exists() && line.type().is64Bit() && line.name().isBar() && line.name() != ResourceName.BAR5) {
                    upperHalves.add(ResourceName.bar(line.name().register() + 1));
                }
                if (!upperHalf) {
                    addAnswer(line);
                }
            }
        });
    }

    private void addFacts(ResourceLine line) {
        Origin origin = origin("resource", line.number());
        if (line.name().isWindow()) {
            Origin derived = Origin.derived(origin.file(), origin.line(), "from the flags of the window after the boot");
            findings.add(new Finding.WindowType(function, line.name(), Optional.of(line.type()), derived));
            return;
        }
        long size = line.name().isVfBar() ? sizeOfOne(line) : line.size();
        if (Unsigned.isPowerOfTwo(size)) {
            ResourceType type = line.name() == ResourceName.ROM ? ResourceType.MEM32_PREF : line.type();
            findings.add(new Finding.Register(function, line.name(), type, size, origin));
        }
        if (line.isFixed()) {
            findings.add(new Finding.FixedRegister(function, line.name(), origin));
        }
        if (line.isShadowRom()) {
            findings.add(new Finding.RomState(function, false, true, origin));
        }
    }

    /** The line of a VF BAR covers all VFs; 0 where their number is not known. */
    private long sizeOfOne(ResourceLine line) {
        int total = totalVfs();
        return total == 0 ? 0 : Long.divideUnsigned(line.size(), total);
    }

    private int totalVfs() {
        OptionalLong attribute = decimal("sriov_totalvfs");
        return attribute.isPresent() ? (int) attribute.getAsLong()
                : config.flatMap(space -> ConfigDecoder.facts(space).sriov()).map(SriovFacts::totalVfs).orElse(0);
    }

    private void addAnswer(ResourceLine line) {
        ResourceKey key = new ResourceKey(function, line.name());
        Origin origin = origin("resource", line.number());
        boolean hasPlace = line.exists() && line.state() != RecordedState.UNASSIGNED && line.state() != RecordedState.DISABLED;
        Optional<AddressRange> range = hasPlace ? Optional.of(line.range()) : Optional.empty();
        if (line.isIo() && hasPlace) {
            answers.add(new Answer.UserPorts(key, line.range(), origin));
        } else {
            answers.add(new Answer.Outcome(key, line.state(), range, origin));
        }
    }

    private void readSriov() {
        OptionalLong total = decimal("sriov_totalvfs");
        if (total.isPresent() && config.filter(ConfigSpace::hasExtendedCapabilities).isEmpty()) {
            findings.add(new Finding.SriovCapability(function, (int) total.getAsLong(), (int) decimal("sriov_offset").orElse(0),
                    (int) decimal("sriov_stride").orElse(0), (int) hex("sriov_vf_device").orElse(0) & 0xffff, Set.of(),
                    origin("sriov_totalvfs", 1)));
        }
    }

    /** {@code resourceN_resize} reads as a bit mask of the sizes, bit 0 for 1 MiB. */
    private void readResizable() {
        if (config.filter(ConfigSpace::hasExtendedCapabilities).isPresent()) {
            return;
        }
        for (int bar = 0; bar <= 5; bar++) {
            String attribute = "resource" + bar + "_resize";
            long mask = hex(attribute).orElse(0);
            List<Long> sizes = new ArrayList<>();
            for (int shift = SMALLEST_RESIZABLE_SHIFT; shift <= LARGEST_RESIZABLE_SHIFT; shift++) {
                if ((mask >>> shift - SMALLEST_RESIZABLE_SHIFT & 1) != 0) {
                    sizes.add(1L << shift);
                }
            }
            if (!sizes.isEmpty()) {
                findings.add(new Finding.ResizableBar(function, bar, sizes, origin(attribute, 1)));
            }
        }
    }

    private void readBuses() {
        OptionalLong secondary = decimal("secondary_bus_number");
        OptionalLong subordinate = decimal("subordinate_bus_number");
        if (config.isEmpty() && secondary.isPresent() && subordinate.isPresent()) {
            findings.add(new Finding.Buses(function, (int) secondary.getAsLong(), (int) subordinate.getAsLong(),
                    origin("secondary_bus_number", 1)));
        }
    }

    private OptionalInt group() {
        try {
            Optional<String> name = lastComponent("iommu_group");
            return name.isPresent() ? OptionalInt.of(Integer.parseUnsignedInt(name.get())) : OptionalInt.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalInt.empty();
        }
    }

    private Optional<String> lastComponent(String attribute) {
        return text(attribute).map(String::strip).map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty() && name.length() < 64);
    }

    private Optional<String> text(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private OptionalLong hex(String attribute) {
        return number(attribute, 16);
    }

    private OptionalLong decimal(String attribute) {
        return number(attribute, 10);
    }

    private OptionalLong number(String attribute, int radix) {
        String digits = text(attribute).map(String::strip).orElse("");
        String bare = digits.startsWith("0x") ? digits.substring(2) : digits;
        try {
            return bare.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseUnsignedLong(bare, radix));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }
}
