package org.pcitopo.dsl.problems.topology;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Machine;

/** A function that the kernel does not look for where it stands: functions 1 to 7 without function 0, or a device number other than 0 below a PCIe port (pci_scan_slot, only_one_child). */
public final class NeverFound implements MachineRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI103", "the kernel does not look for a function there");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        Machine flow = machine.topology().platform().machine();
        boolean fromDeviceTree = flow == Machine.PSERIES || machine.topology().platform().architecture() == Architecture.S390X;
        if (!fromDeviceTree) {
            machine.forEachBus((bridge, functions) -> bus(machine, bridge, functions, report));
        }
    }

    private static Fix functionZero(org.pcitopo.dsl.model.Function function) {
        String address = function.getAddress();
        String zero = address.substring(0, address.length() - 1) + "0";
        return Fix.replace("write " + zero, Regions.of(function, ModelPackage.Literals.FUNCTION__ADDRESS), zero);
    }

    private static void bus(MachineContext machine, Optional<Function> above, List<Function> functions, Report report) {
        boolean oneDevice = above.flatMap(Function::bridge).map(Bridge::kind)
                .map(kind -> kind == BridgeKind.ROOT_PORT || kind == BridgeKind.DOWNSTREAM_PORT).orElse(false);
        for (Function function : functions) {
            boolean alone = functions.stream().noneMatch(other -> other.device() == function.device() && other.function() == 0);
            if (alone) {
                report.add(Finding.of(KIND, machine.region(function), "there is no function 0 of device "
                        + String.format("%02x", function.device()) + ", and the kernel looks at functions 1 to 7 of a device only "
                        + "after it found function 0; on a real machine this function stays hidden")
                        .withHelp("add function 0, or make this one function 0")
                        .withFix(machine.sources().of(function).map(text -> functionZero(text.function()))));
            }
            if (oneDevice && function.device() != 0) {
                report.add(Finding.of(KIND, machine.region(function), "below a PCIe port the kernel looks at device 00 only "
                        + "(unless pci=pcie_scan_all), so this function stays hidden on a real machine")
                        .withHelp("write device number 00, or say what kind of bridge is above: pci or pcie-to-pci buses have "
                                + "32 devices"));
            }
        }
    }
}
