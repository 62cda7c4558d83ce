package org.pcitopo.capture.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * What a simulation would have to know of a function and no source tells: the windows of its host bridge, and, where the
 * kernel keeps firmware's places, these places. What it then says is no prediction.
 */
final class Unknowns {

    private static final String NO_WINDOWS =
            "no source shows the windows of its host bridge; add a kernel log from the start of the boot";
    private static final String NO_FIRMWARE =
            "no source shows where firmware had put it, and this machine keeps that; add a kernel log from the start of the boot";

    private final CapturedMachine machine;
    private final boolean keepsFirmware;
    private final Map<PciAddress, Optional<String>> known = new HashMap<>();

    Unknowns(CapturedMachine machine) {
        this.machine = machine;
        this.keepsFirmware = keepsFirmware(machine);
    }

    /** Why nothing can be said of {@code function}, empty where something can. */
    Optional<String> why(PciAddress function) {
        return known.computeIfAbsent(function, this::find);
    }

    private Optional<String> find(PciAddress function) {
        Optional<HostBridge> host = machine.topology().hostBridges().stream()
                .filter(candidate -> candidate.domain() == function.domain() && candidate.firstBus() <= function.bus()
                        && function.bus() <= candidate.lastBus())
                .findFirst();
        if (host.isPresent() && host.get().windows().isEmpty()) {
            return Optional.of(NO_WINDOWS);
        }
        boolean keeps = keepsFirmware || host.map(HostBridge::preserveConfig).orElse(false);
        boolean assumed = machine.provenance().of(FactNames.function(function, FactNames.FIRMWARE))
                .map(origin -> origin.certainty() == Origin.Certainty.ASSUMED).orElse(false);
        return keeps && assumed ? Optional.of(NO_FIRMWARE) : Optional.empty();
    }

    /**
     * x86 claims what firmware assigned; so does pseries (behaviour specification C6), where only QEMU's VOF is known to leave
     * everything unassigned.
     */
    private static boolean keepsFirmware(CapturedMachine captured) {
        Machine machine = captured.topology().platform().machine();
        if (machine == Machine.PSERIES) {
            String hardware = captured.boot().hardware().map(Sourced::value).orElse("");
            boolean vof = hardware.contains("VOF")
                    || hardware.contains("emulated by qemu") && !hardware.contains("SLOF");
            return !vof;
        }
        return machine == Machine.X86 || captured.topology().platform().probeOnly();
    }
}
