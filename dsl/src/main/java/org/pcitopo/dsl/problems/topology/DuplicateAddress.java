package org.pcitopo.dsl.problems.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.model.Plug;
import org.pcitopo.dsl.model.Unplug;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** Two functions at the same place of one bus. */
public final class DuplicateAddress implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI101", "two functions have the same address");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        file.all(HostBridge.class).forEach(hostBridge -> bus(hostBridge.getFunctions(), report));
        file.all(Bridge.class).forEach(bridge -> bus(bridge.getFunctions(), report));
        file.all(Plug.class).forEach(plug -> plugged(plug, report));
    }

    private static void bus(List<Function> functions, Report report) {
        Set<String> taken = new HashSet<>();
        functions.forEach(function -> taken.add(place(function)));
        Map<String, Function> first = new HashMap<>();
        for (Function function : functions) {
            Function before = first.putIfAbsent(place(function), function);
            if (before != null) {
                report.add(finding(function, before).withFix(free(function, taken)));
            }
        }
    }

    /** The next number that nothing on the bus has: of another device, or below a PCIe port of another function. */
    private static Optional<Fix> free(Function function, Set<String> taken) {
        boolean port = function.eContainer() instanceof Bridge above && ("root-port".equals(above.getKind()) || "downstream-port".equals(above.getKind()));
        String address = function.getAddress();
        String before = address.substring(0, address.lastIndexOf(':') + 1);
        return IntStream.range(0, port ? 8 : 32).mapToObj(number -> port ? String.format("00.%d", number) : String.format("%02x.0", number))
                .filter(taken::add).findFirst().map(place -> Fix.replace("write " + place,
                        Regions.of(function, ModelPackage.Literals.FUNCTION__ADDRESS), before + place));
    }

    /** What is plugged in can also meet what is there already, unless the boot takes that out. */
    private static void plugged(Plug plug, Report report) {
        boolean bridge = plug.getParent() instanceof NameSelector name && name.getTarget() instanceof Bridge;
        boolean frees = plug.eContainer().eContents().stream().anyMatch(Unplug.class::isInstance);
        if (bridge && !frees) {
            Bridge parent = (Bridge) ((NameSelector) plug.getParent()).getTarget();
            parent.getFunctions().stream().filter(there -> place(there).equals(place(plug.getFunction()))).findFirst()
                    .ifPresent(there -> report.add(finding(plug.getFunction(), there)));
        }
    }

    private static Finding finding(Function function, Function before) {
        return Finding.of(KIND, Regions.of(function, ModelPackage.Literals.FUNCTION__ADDRESS), "there is a function at "
                + place(function) + " of this bus already; the kernel finds one function at each address, so this one is left out")
                .withRelated(Regions.of(before, ModelPackage.Literals.FUNCTION__ADDRESS), "the first function at this address")
                .withHelp("give one of them another device or function number, or remove it");
    }

    /** Device and function number: the bus follows from where the function stands. */
    private static String place(Function function) {
        String address = function.getAddress();
        return address.substring(address.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
