package org.pcitopo.capture.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * Lines that a log must have had and does not show, told from what it shows of the end. Where one is missing, what the kernel
 * placed below that host bridge cannot be predicted: each place depends on all the others.
 */
final class LogGaps {

    private final CapturedMachine machine;
    private final RecordedOutcome recorded;
    private final Map<ResourceKey, AssignedResource> predicted;
    private final Map<HostBridge, Optional<String>> lost = new HashMap<>();
    private final Map<HostBridge, Optional<String>> hotplug = new HashMap<>();

    /**
     * @param machine what was simulated
     * @param recorded what the kernel did
     * @param predicted what the simulation says
     */
    LogGaps(CapturedMachine machine, RecordedOutcome recorded, Map<ResourceKey, AssignedResource> predicted) {
        this.machine = machine;
        this.recorded = recorded;
        this.predicted = predicted;
    }

    /** Why nothing can be said of a resource, empty where something can. */
    Optional<String> why(AssignedResource prediction) {
        Optional<HostBridge> host = machine.topology().hostBridges().stream()
                .filter(candidate -> isBelow(candidate, prediction.key().function())).findFirst();
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> line = lost.computeIfAbsent(host.get(), this::lostLine);
        boolean kept = prediction.state() == ResourceState.CLAIMED || prediction.state() == ResourceState.FIXED
                || prediction.state() == ResourceState.SHADOW;
        if (line.isPresent() || kept) {
            return line;
        }
        return hotplug.computeIfAbsent(host.get(), one -> new HiddenHotplug(machine, recorded, predicted).find(one)
                .map(port -> port + " has the windows of a hotplug port, and no line names it as one; what it reserves moves others"));
    }

    private Optional<String> lostLine(HostBridge host) {
        return machine.remarks().stream().filter(Remark::isOfTwoKernels).map(Remark::text).findFirst()
                .or(() -> unannounced(host)).or(() -> outside(host));
    }

    /** On pseries functions come from the device tree and are not announced. */
    private Optional<String> unannounced(HostBridge host) {
        if (machine.topology().platform().machine() == Machine.PSERIES) {
            return Optional.empty();
        }
        return BridgeTree.of(host).found().stream().map(BridgeTree.Place::address)
                .filter(function -> isAssumed(function, "ids")).findFirst()
                .map(function -> "the line that announces " + function + " is missing ([vendor:device] type; the console's level may"
                        + " hide it), and with it what its registers ask for");
    }

    private boolean isAssumed(PciAddress function, String aspect) {
        return machine.provenance().of(FactNames.function(function, aspect))
                .filter(origin -> origin.certainty() == Origin.Certainty.ASSUMED).isPresent();
    }

    /** The kernel places nothing outside of its host bridge's windows, but where firmware had it. */
    private Optional<String> outside(HostBridge host) {
        return predicted.values().stream().filter(prediction -> isBelow(host, prediction.key().function()))
                .filter(prediction -> isOutside(host, prediction)).findFirst()
                .map(prediction -> prediction.key() + " ended outside of all windows that the log shows of its host bridge: lines are"
                        + " missing, or the text mixes two logs");
    }

    private boolean isOutside(HostBridge host, AssignedResource prediction) {
        Optional<AddressRange> range = Optional.ofNullable(recorded.resources().get(prediction.key())).flatMap(Answer.Outcome::range);
        boolean moved = range.isPresent() && !range.equals(prediction.range()) && !host.windows().isEmpty();
        return moved && range.filter(one -> isFirmwares(prediction.key(), one)).isEmpty()
                && host.windows().stream().noneMatch(window -> window.type().isIo() == prediction.type().isIo()
                        && window.range().contains(range.get()));
    }

    private boolean isFirmwares(ResourceKey key, AddressRange range) {
        return FirmwareRanges.of(machine.topology(), key).filter(range::equals).isPresent();
    }

    private static boolean isBelow(HostBridge host, PciAddress function) {
        return host.domain() == function.domain() && host.firstBus() <= function.bus() && function.bus() <= host.lastBus();
    }
}
