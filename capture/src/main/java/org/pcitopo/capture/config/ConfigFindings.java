package org.pcitopo.capture.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;

/** Turns a configuration space into findings and answers, for whichever reader came across the bytes. */
public final class ConfigFindings {

    private ConfigFindings() {
    }

    /** The facts of {@code function}. */
    public static List<Finding> facts(PciAddress function, ConfigSpace config, Origin origin) {
        HardwareFacts facts = ConfigDecoder.facts(config);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding.VendorDevice(function, facts.ids().vendor(), facts.ids().device(), origin));
        findings.add(new Finding.ClassCode(function, facts.ids().classCode(), origin));
        findings.add(new Finding.HeaderType(function, config.headerType(), origin));
        if (facts.ids().subsystemVendor() != 0) {
            findings.add(new Finding.Subsystem(function, facts.ids().subsystemVendor(), facts.ids().subsystemDevice(), origin));
        }
        facts.barTypes().forEach((index, type) ->
                findings.add(new Finding.RegisterType(function, ResourceName.bar(index), type, origin)));
        facts.fixed().forEach(fixed -> {
            findings.add(new Finding.Register(function, fixed.name(), fixed.type(), fixed.range().size(), origin));
            findings.add(new Finding.FixedRegister(function, fixed.name(), origin));
        });
        facts.msix().ifPresent(table -> findings.add(new Finding.Msix(function, table, origin)));
        facts.resizable().forEach((bar, sizes) -> findings.add(new Finding.ResizableBar(function, bar, sizes, origin)));
        facts.sriov().ifPresent(sriov -> addSriov(findings, function, sriov, origin));
        addBridge(findings, function, config, facts, origin);
        return findings;
    }

    private static void addSriov(List<Finding> findings, PciAddress function, SriovFacts sriov, Origin origin) {
        findings.add(new Finding.SriovCapability(function, sriov.totalVfs(), sriov.offset(), sriov.stride(),
                sriov.vfDeviceId(), sriov.pageSizes(), origin));
        sriov.vfBarTypes().forEach((index, type) ->
                findings.add(new Finding.RegisterType(function, ResourceName.vfBar(index), type, origin)));
    }

    private static void addBridge(List<Finding> findings, PciAddress function, ConfigSpace config, HardwareFacts facts,
            Origin origin) {
        if (facts.bridgeKind().isEmpty()) {
            return;
        }
        if (facts.capabilitiesRead() || config.headerType() == 2) {
            findings.add(new Finding.KindOfBridge(function, facts.bridgeKind().get(), origin));
        }
        ConfigDecoder.busNumbers(config).filter(BusNumbers::numbered).ifPresent(buses ->
                findings.add(new Finding.Buses(function, buses.secondary(), buses.subordinate(), origin)));
        facts.hotplug().ifPresent(capable -> findings.add(new Finding.Hotplug(function, capable, origin)));
        if (facts.transparent()) {
            findings.add(new Finding.Transparent(function, origin));
        }
        facts.windowTypes().forEach((name, type) ->
                findings.add(new Finding.WindowType(function, name, Optional.of(type), origin)));
    }

    /** What the registers held: answers, since somebody looked after the boot. */
    public static List<Answer> answers(PciAddress function, ConfigSpace config, Origin origin) {
        HardwareFacts facts = ConfigDecoder.facts(config);
        RegisterState state = ConfigDecoder.state(config);
        List<Answer> answers = new ArrayList<>();
        state.starts().forEach((name, start) -> {
            if (start != 0) {
                answers.add(new Answer.BusStart(new ResourceKey(function, name), space(facts, name), start, origin));
            }
        });
        state.windows().forEach((name, range) -> answers.add(new Answer.BusOutcome(new ResourceKey(function, name),
                isPorts(name) ? Space.IO : Space.MEM, range.isPresent() ? RecordedState.PLACED : RecordedState.DISABLED, range,
                origin)));
        return answers;
    }

    private static boolean isPorts(ResourceName window) {
        return window == ResourceName.IO_WINDOW || window == ResourceName.CARDBUS_WINDOW0
                || window == ResourceName.CARDBUS_WINDOW1;
    }

    private static Space space(HardwareFacts facts, ResourceName name) {
        ResourceType type = name.isBar() ? facts.barTypes().getOrDefault(name.register(), ResourceType.MEM32)
                : ResourceType.MEM32;
        return type.space();
    }
}
