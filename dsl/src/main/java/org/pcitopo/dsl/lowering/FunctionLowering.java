package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EClass;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.ClassCode;
import org.pcitopo.dsl.model.Decode;
import org.pcitopo.dsl.model.Driver;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.IommuGroup;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.MsiX;
import org.pcitopo.dsl.model.NeverMappable;
import org.pcitopo.dsl.model.Note;
import org.pcitopo.dsl.model.Passthrough;
import org.pcitopo.dsl.model.SrIov;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Subsystem;
import org.pcitopo.dsl.model.Switch;
import org.pcitopo.dsl.model.TotalVfs;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.model.VfDevice;
import org.pcitopo.dsl.model.VfOffset;
import org.pcitopo.dsl.model.VfPageSizes;
import org.pcitopo.dsl.model.VfStride;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Sriov;

/** Turns the functions of one host variant into the simulator's. */
final class FunctionLowering {

    /** The class of a function of which none is told: "unassigned class", which no rule of the kernel singles out. */
    private static final int UNKNOWN_CLASS = 0xff0000;
    private static final int BRIDGE_CLASS = 0x060400;
    private static final int TRANSPARENT_BRIDGE_CLASS = 0x060401;
    private static final int CARDBUS_BRIDGE_CLASS = 0x060700;

    /** The names under which the origins of statements are filed. */
    private static final Map<EClass, String> ASPECTS = Map.ofEntries(
            Map.entry(ModelPackage.Literals.IDENTITY, "ids"), Map.entry(ModelPackage.Literals.SUBSYSTEM, "subsystem"),
            Map.entry(ModelPackage.Literals.CLASS_CODE, "class"), Map.entry(ModelPackage.Literals.MSI_X, "msix"),
            Map.entry(ModelPackage.Literals.SR_IOV, "sriov"), Map.entry(ModelPackage.Literals.DECODE, "decode"),
            Map.entry(ModelPackage.Literals.IOMMU_GROUP, "iommuGroup"), Map.entry(ModelPackage.Literals.DRIVER, "driver"),
            Map.entry(ModelPackage.Literals.NEVER_MAPPABLE, "neverMappable"),
            Map.entry(ModelPackage.Literals.PASSTHROUGH, "passthrough"), Map.entry(ModelPackage.Literals.HOTPLUG, "hotplug"),
            Map.entry(ModelPackage.Literals.TRANSPARENT, "transparent"), Map.entry(ModelPackage.Literals.BUSES, "buses"),
            Map.entry(ModelPackage.Literals.SECONDARY, "buses"), Map.entry(ModelPackage.Literals.SUBORDINATE, "buses"),
            Map.entry(ModelPackage.Literals.KIND_SETTING, "kind"));

    private final HostVariant variant;
    private final Numbering numbering;
    private final HostSelections selections;
    private final Problems problems;
    private final Origins origins;
    private final SourceMap sources;

    FunctionLowering(HostVariant variant, Numbering numbering, HostSelections selections, Problems problems, Origins origins,
            SourceMap sources) {
        this.variant = variant;
        this.numbering = numbering;
        this.selections = selections;
        this.problems = problems;
        this.origins = origins;
        this.sources = sources;
    }

    /** The functions of one bus; of several at the same place the first counts. */
    List<org.pcitopo.simulator.topology.Function> bus(List<Function> functions, Optional<BridgeKind> above) {
        Set<Integer> taken = new TreeSet<>();
        List<org.pcitopo.simulator.topology.Function> lowered = new ArrayList<>();
        for (Function function : functions) {
            Optional<PciAddress> address = numbering.address(function);
            if (address.isPresent() && taken.add(WrittenAddress.of(function).devfn())) {
                lowered.add(lower(function, address.get(), above));
            }
        }
        return lowered;
    }

    private org.pcitopo.simulator.topology.Function lower(Function function, PciAddress address, Optional<BridgeKind> above) {
        FunctionMembers members = FunctionMembers.of(function, problems);
        Map<ResourceName, Statement> registers = new EnumMap<>(ResourceName.class);
        Registers reader = new Registers(problems);
        org.pcitopo.simulator.topology.Function.Builder builder =
                org.pcitopo.simulator.topology.Function.at(address.device(), address.function());
        builder.name(orEmpty(function.getName())).label(orEmpty(function.getLabel()));
        reader.bars(members, bar -> registers.put(ResourceName.bar(bar.key()), bar.statement())).forEach(builder::bar);
        reader.rom(members, rom -> registers.put(ResourceName.ROM, rom)).ifPresent(builder::rom);
        members.last(MsiX.class).filter(msix -> !msix.isAbsent()).map(FunctionLowering::msix).ifPresent(builder::msix);
        members.last(SrIov.class).filter(sriov -> !sriov.isAbsent()).map(sriov -> sriov(members, reader, registers))
                .ifPresent(builder::sriov);
        members.last(Decode.class).map(FunctionLowering::decode).ifPresent(builder::decode);
        builder.passthrough(selections.isPassthrough(function, members.last(Passthrough.class)
                .map(passthrough -> passthrough.getState() == Switch.ON).orElse(false)));
        members.last(Driver.class).map(Driver::getName).ifPresent(builder::driver);
        iommuGroup(function, members).ifPresent(builder::iommuGroup);
        builder.neverMappable(members.last(NeverMappable.class).isPresent());
        int usualClass = UNKNOWN_CLASS;
        if (function instanceof Bridge bridge) {
            List<Function> below = variant.functions(bridge);
            BridgeKind kind = BridgeKinds.of(bridge, above, below);
            BridgeLowering side = new BridgeLowering(bridge, kind, members, numbering, problems);
            builder.bridge(side.lower(bus(below, Optional.of(kind)), registers));
            usualClass = kind == BridgeKind.CARDBUS ? CARDBUS_BRIDGE_CLASS
                    : side.isTransparent() ? TRANSPARENT_BRIDGE_CLASS : BRIDGE_CLASS;
        }
        builder.ids(ids(members, usualClass));
        org.pcitopo.simulator.topology.Function lowered = builder.build();
        sources.put(lowered, new FunctionText(function, registers));
        fileOrigins(function, members, address, registers);
        return lowered;
    }

    private static DeviceIds ids(FunctionMembers members, int usualClass) {
        String ids = members.last(Identity.class).map(Identity::getIds).orElse("0000:0000");
        String subsystem = "0000:0000";
        for (Statement member : members.all(Statement.class)) {
            if (member instanceof Identity identity && identity.getSubsystem() != null) {
                subsystem = identity.getSubsystem();
            } else if (member instanceof Subsystem own) {
                subsystem = own.getIds();
            }
        }
        int classCode = members.last(ClassCode.class).map(FunctionLowering::classCode).orElse(usualClass);
        return new DeviceIds(half(ids, 0), half(ids, 1), half(subsystem, 0), half(subsystem, 1), classCode);
    }

    /** {@code 0x010802}; {@code 0x0108} stands for programming interface 0. */
    private static int classCode(ClassCode statement) {
        int value = (int) Literals.size(statement.getCode()).orElse(0);
        return statement.getCode().length() <= 6 ? value << 8 : value & 0xffffff;
    }

    static int half(String ids, int index) {
        return Integer.parseInt(ids.split(":")[index], 16);
    }

    private static MsixTable msix(MsiX statement) {
        boolean pba = statement.getPbaBar() != null;
        long tableOffset = Literals.size(statement.getTableOffset()).orElse(0);
        int tableBar = statement.getTableBar();
        return new MsixTable(statement.getVectors(), tableBar, tableOffset, pba ? statement.getPbaBar() : tableBar,
                pba ? Literals.size(statement.getPbaOffset()).orElse(0) : tableOffset + 16L * statement.getVectors());
    }

    private static org.pcitopo.simulator.topology.Decode decode(Decode statement) {
        if (statement.isIo() || statement.isMem()) {
            return new org.pcitopo.simulator.topology.Decode(statement.isIo(), statement.isMem());
        }
        return statement.getState() == Switch.ON ? org.pcitopo.simulator.topology.Decode.ON
                : org.pcitopo.simulator.topology.Decode.OFF;
    }

    private OptionalInt iommuGroup(Function function, FunctionMembers members) {
        Optional<IommuGroup> own = members.last(IommuGroup.class);
        return own.isPresent() ? OptionalInt.of(own.get().getNumber()) : selections.iommuGroup(function);
    }

    private Sriov sriov(FunctionMembers members, Registers reader, Map<ResourceName, Statement> registers) {
        int totalVfs = 0;
        int offset = 0;
        int stride = 0;
        int device = 0;
        TreeSet<Long> pageSizes = new TreeSet<>();
        List<VfBar> bars = new ArrayList<>();
        for (SrIov statement : members.all(SrIov.class)) {
            for (Statement member : statement.getMembers()) {
                if (member instanceof TotalVfs total) {
                    totalVfs = total.getCount();
                } else if (member instanceof VfOffset first) {
                    offset = first.getValue();
                } else if (member instanceof VfStride step) {
                    stride = step.getValue();
                } else if (member instanceof VfDevice id) {
                    device = (int) Literals.size(id.getId()).orElse(0);
                } else if (member instanceof VfPageSizes sizes) {
                    pageSizes.clear();
                    sizes.getSizes().forEach(size -> Literals.size(size).ifPresent(pageSizes::add));
                } else if (member instanceof VfBar bar) {
                    bars.add(bar);
                }
            }
        }
        List<org.pcitopo.simulator.topology.Bar> vfBars = reader.vfBars(bars,
                bar -> registers.put(ResourceName.vfBar(bar.key()), bar.statement()));
        return new Sriov(totalVfs, offset, stride, device, pageSizes, vfBars);
    }

    private void fileOrigins(Function function, FunctionMembers members, PciAddress address,
            Map<ResourceName, Statement> registers) {
        file(function, address, "present");
        registers.forEach((name, statement) -> file(statement, address, name.jsonName()));
        for (Statement member : members.all(Statement.class)) {
            String aspect = member instanceof Note note ? note.getAspect() : ASPECTS.get(member.eClass());
            if (aspect != null) {
                file(member, address, aspect);
            }
        }
    }

    /** Hardly any statement of a text that a person wrote has an origin. */
    private void file(Statement statement, PciAddress address, String aspect) {
        if (Origins.isTold(statement)) {
            origins.add(FactNames.function(address, aspect), statement);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
