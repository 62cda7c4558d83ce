package org.pcitopo.cli.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;

/** The boots of a file that a command line names, with what it changes in them. */
final class ChosenBoots {

    private final BootChoice choice;

    private ChosenBoots(BootChoice choice) {
        this.choice = choice;
    }

    /**
     * One boot to simulate.
     *
     * @param written as it stands in the file
     * @param boot with what the command line changes
     */
    record Chosen(LoweredBoot written, Boot boot) {
    }

    /**
     * Picks from the boots of {@code file}, each expanded to its matrix, and expands anew where the command line has releases
     * or page sizes of its own.
     *
     * @throws UserError where none is called so
     */
    static List<Chosen> of(String file, List<LoweredBoot> boots, BootChoice choice) {
        List<LoweredBoot> named = boots.stream()
                .filter(boot -> choice.host().isEmpty() || choice.host().get().equals(boot.topology().name()))
                .filter(boot -> choice.boot().isEmpty() || choice.boot().get().equals(boot.boot().name()))
                .toList();
        if (named.isEmpty()) {
            throw new UserError(boots.isEmpty()
                    ? "there is no host in " + file + ", so there is nothing to simulate"
                    : "there is no such boot in " + file + "; it has " + boots.stream()
                            .map(boot -> boot.boot().name() + " of " + boot.topology().name()).distinct()
                            .collect(Collectors.joining(", ")));
        }
        ChosenBoots chosen = new ChosenBoots(choice);
        Set<Chosen> result = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (LoweredBoot boot : named) {
            for (Boot changed : chosen.changed(boot.boot())) {
                String key = System.identityHashCode(boot.topology()) + " " + changed;
                if (seen.add(key)) {
                    result.add(new Chosen(boot, changed));
                }
            }
        }
        return List.copyOf(result);
    }

    private List<Boot> changed(Boot written) {
        List<KernelRules> kernels = choice.kernels().isEmpty()
                ? List.of(written.rules())
                : choice.kernels().stream().map(KernelRelease::of).map(KernelRules::mainline).toList();
        List<Long> pageSizes = choice.pageSizes().isEmpty() ? List.of(written.pageSize()) : choice.pageSizes();
        String commandLine = choice.commandLine().orElse(written.commandLine());
        List<Boot> boots = new ArrayList<>();
        for (KernelRules rules : kernels) {
            for (long pageSize : pageSizes) {
                boots.add(new Boot(written.name(), rules, pageSize, commandLine, written.steps()));
            }
        }
        return boots;
    }
}
