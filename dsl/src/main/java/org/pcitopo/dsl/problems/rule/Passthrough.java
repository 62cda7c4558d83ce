package org.pcitopo.dsl.problems.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.CommandLine;
import org.pcitopo.simulator.cmdline.VfioIds;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Which functions a boot hands to guests, and why that is known.
 *
 * @param reasons for each such function what says so, such as {@code passthrough is written}
 */
public record Passthrough(Map<PciAddress, String> reasons) {

    private static final String VFIO_DRIVER = "vfio-pci";

    public Passthrough {
        reasons = Map.copyOf(reasons);
    }

    /**
     * Derives them: written, by the driver vfio-pci, by {@code vfio-pci.ids=} on the command line, or chosen by the person who
     * asks. Bridges cannot be handed out and count only where written.
     *
     * @param chosen addresses, {@code vendor:device} ids or {@code all}
     */
    public static Passthrough of(List<EnumeratedFunction> functions, String commandLine, List<String> chosen) {
        VfioIds ids = VfioIds.of(CommandLine.of(commandLine));
        Map<PciAddress, String> reasons = new TreeMap<>();
        for (EnumeratedFunction function : functions) {
            reason(function, ids, chosen).ifPresent(reason -> reasons.put(function.address(), reason));
        }
        return new Passthrough(reasons);
    }

    private static Optional<String> reason(EnumeratedFunction function, VfioIds ids, List<String> chosen) {
        if (function.description().passthrough()) {
            return Optional.of("it is marked passthrough");
        }
        if (function.description().bridge().isPresent()) {
            return Optional.empty();
        }
        if (function.description().driver().equals(Optional.of(VFIO_DRIVER))) {
            return Optional.of("its driver is vfio-pci");
        }
        if (ids.bind(function.description().ids())) {
            return Optional.of("vfio-pci.ids= binds it to vfio-pci");
        }
        boolean isChosen = chosen.stream().anyMatch(text -> chooses(text, function.address(), function.description().ids()));
        return isChosen ? Optional.of("--passthrough names it") : Optional.empty();
    }

    private static boolean chooses(String text, PciAddress address, DeviceIds ids) {
        return text.equals("all") || text.equalsIgnoreCase(ids.toString())
                || PciAddress.parse(text).equals(Optional.of(address));
    }

    public boolean contains(PciAddress function) {
        return reasons.containsKey(function);
    }
}
