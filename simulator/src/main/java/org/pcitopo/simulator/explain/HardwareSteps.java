package org.pcitopo.simulator.explain;

import java.util.List;
import java.util.OptionalLong;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.trace.TraceEvent;

/** What the hardware asks for, and what firmware left. */
final class HardwareSteps {

    private static final String DESCRIPTION = "the description of the machine";

    private final Case machine;
    private final AssignedResource resource;
    private final Function function;

    HardwareSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
        this.function = machine.function(resource.key().function()).description();
    }

    List<Step> steps() {
        Step hardware = new Step(Topic.HARDWARE, hardware(), DESCRIPTION);
        return resource.key().name().isCardBusWindow() ? List.of(hardware)
                : List.of(hardware, new Step(Topic.FIRMWARE, left() + " " + taken(), takenSource()));
    }

    private String hardware() {
        ResourceName name = resource.key().name();
        String type = Words.type(resource.type());
        if (name.isWindow()) {
            return "A window through which the bridge forwards " + type + " to the bus below it.";
        }
        if (name.isVfBar()) {
            int vfs = function.sriov().map(Sriov::totalVfs).orElse(0);
            return Words.size(resource.hardwareSize()) + " of " + type + " for each of up to " + vfs
                    + " virtual functions; the kernel reserves room for all of them in one piece.";
        }
        if (name == ResourceName.ROM) {
            boolean enabled = function.rom().map(Rom::enabled).orElse(false);
            return "An expansion ROM of " + Words.size(resource.hardwareSize()) + (enabled ? ", enabled." : ", not enabled.");
        }
        return Words.size(resource.hardwareSize()) + " of " + type
                + (resource.state() == ResourceState.FIXED ? ", at an address that cannot change." : ".");
    }

    private String left() {
        if (resource.key().name().isWindow()) {
            return function.firmwareRange(resource.key().name()).map(range -> "Firmware opened it at " + Words.range(range) + ".")
                    .orElse("Firmware left it closed.");
        }
        OptionalLong start = function.firmwareStart(resource.key().name());
        return start.isPresent() && start.getAsLong() != 0 ? "Firmware placed it at " + Words.address(start.getAsLong()) + "."
                : "Firmware gave it no address.";
    }

    private String taken() {
        if (machine.last(TraceEvent.Claimed.class, resource.key()).isPresent()) {
            return "The kernel kept that.";
        }
        return machine.last(TraceEvent.ClaimFailed.class, resource.key()).map(this::failed).orElseGet(this::neitherTried);
    }

    private String failed(TraceEvent.ClaimFailed failed) {
        return switch (failed.reason()) {
            case NO_ADDRESS -> "The kernel has to place it.";
            case NO_COMPATIBLE_WINDOW -> "The kernel could not keep that: no window above it contains those addresses with a fitting "
                    + "type. It has to be placed anew.";
            case ADDRESS_CONFLICT -> "The kernel could not keep that: " + failed.conflict().orElse("something else")
                    + " is there already. It has to be placed anew.";
        };
    }

    private String neitherTried() {
        OptionalLong start = function.firmwareStart(resource.key().name());
        if (start.orElse(0) == 0) {
            return "The kernel has to place it.";
        }
        if (machine.last(TraceEvent.AlignmentRequested.class, resource.key()).isPresent()) {
            return "An alignment that is asked for below makes the kernel forget it.";
        }
        if (function.decode().enabled(resource.type().space()) || !surveysFirmware()) {
            return surveysFirmware() ? "The kernel has to place it."
                    : "That does not matter here: this kernel places everything anew on this host.";
        }
        return "Its decoder is off, so the kernel does not count on that address.";
    }

    private boolean surveysFirmware() {
        Machine kind = machine.simulation().topology().platform().machine();
        return kind == Machine.X86 || machine.simulation().topology().platform().architecture().isPowerPc()
                || machine.host(resource.key().function()).filter(host -> host.preserveConfig()).isPresent()
                || machine.simulation().topology().platform().probeOnly();
    }

    private String takenSource() {
        if (machine.simulation().topology().platform().architecture().isX86()) {
            return "arch/x86/pci/i386.c, pcibios_resource_survey";
        }
        if (machine.simulation().topology().platform().architecture().isPowerPc()) {
            return "arch/powerpc/kernel/pci-common.c, pcibios_resource_survey";
        }
        return "drivers/pci/probe.c, pci_host_probe";
    }
}
