package org.pcitopo.simulator;

import java.util.List;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Topology;

/**
 * What decides what becomes of one PCI domain, but for alignment requests.
 *
 * @param common what all domains of the machine have in common
 * @param hostBridges of the domain; told apart by identity, since results lead back to the text by the very functions in them
 */
record DomainKey(DomainKey.Common common, List<HostBridge> hostBridges) {

    /** @param options what the command line says to PCI, word by word, but for {@code resource_alignment=} */
    record Common(Platform platform, List<Reservation> reservations, KernelRules rules, long pageSize, List<BootStep> steps,
            List<String> options) {

        static Common of(Topology topology, Boot boot, PciOptions options) {
            List<String> words = options.pieces().stream().filter(piece -> !piece.is("resource_alignment=")).map(PciPiece::text)
                    .map(text -> text.text()).toList();
            return new Common(topology.platform(), topology.reservations(), boot.rules(), boot.pageSize(), boot.steps(), words);
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DomainKey key) || key.hostBridges.size() != hostBridges.size()) {
            return false;
        }
        for (int i = 0; i < hostBridges.size(); i++) {
            if (key.hostBridges.get(i) != hostBridges.get(i)) {
                return false;
            }
        }
        return common.equals(key.common);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(hostBridges.get(0));
    }
}
