package org.pcitopo.conformance.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.HostBridge;

/** What is not as it was asked for, beside the functions. */
final class Remarks {

    private final Simulation wanted;
    private final CapturedMachine recorded;
    private final boolean own;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(Simulation wanted, CapturedMachine recorded, boolean own) {
        this.wanted = wanted;
        this.recorded = recorded;
        this.own = own;
    }

    /**
     * @param asked whether vfio was asked in any of the recorded states
     * @param own whether the kernel is an image of the person's own
     */
    static List<String> of(Simulation wanted, CapturedMachine recorded, MachineKind machine, KernelParameters parameters,
            String commandLine, boolean asked, boolean own) {
        Remarks remarks = new Remarks(wanted, recorded, own);
        remarks.platform();
        remarks.windows();
        if (machine.firmwareAssigns()) {
            remarks.remarks.add("what firmware leaves is " + machine.firmware() + "'s: bus numbers, BARs, windows of bridges");
        }
        remarks.commandLine(parameters, commandLine);
        if (!asked) {
            remarks.remarks.add("vfio was not asked, so nothing is known of mappings: " + remarks.whyNoVfio());
        }
        return remarks.remarks;
    }

    private void platform() {
        Boot boot = wanted.boot();
        long page = recorded.boot().pageSize().value();
        if (page != boot.pageSize()) {
            remarks.add("the kernel has pages of " + (page >> 10) + "K, and the boot says " + (boot.pageSize() >> 10) + "K");
        }
        if (recorded.boot().machine().value() != wanted.topology().platform().machine()) {
            remarks.add("the machine's flow is " + recorded.boot().machine().value().id() + ", and the file says "
                    + wanted.topology().platform().machine().id());
        }
    }

    private void windows() {
        List<HostBridge> hosts = wanted.topology().hostBridges();
        List<HostBridge> built = Addresses.inOrder(recorded.topology());
        for (int index = 0; index < Math.min(hosts.size(), built.size()); index++) {
            if (!text(hosts.get(index)).equals(text(built.get(index)))) {
                remarks.add("windows of " + hosts.get(index).id() + " are " + text(built.get(index)) + " instead of "
                        + text(hosts.get(index)));
            }
        }
    }

    private static String text(HostBridge host) {
        return host.windows().stream().map(window -> "[" + (window.type().isIo() ? "io " : "mem ") + window.range()
                + (window.type().flagsText().isEmpty() ? "" : " " + window.type().flagsText()) + "]").collect(Collectors.joining(" "));
    }

    private void commandLine(KernelParameters parameters, String used) {
        if (!parameters.dropped().isEmpty()) {
            remarks.add("left off the command line, because it is for your system: " + String.join(" ", parameters.dropped()));
        }
        if (!parameters.text().equals(used)) {
            remarks.add("functions have other addresses and ids in QEMU, so " + parameters.text() + " became " + used);
        }
    }

    private String whyNoVfio() {
        return recorded.outcome().unavailable().stream().map(missing -> missing.why()).distinct().findFirst()
                .orElse("the kernel has no vfio-pci") + (own ? "; an image of your own needs its modules, --modules FOLDER" : "");
    }
}
