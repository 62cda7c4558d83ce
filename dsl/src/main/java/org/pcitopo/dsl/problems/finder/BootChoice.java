package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.KernelRules;

/** The boots to simulate: those of the file that a person asked for, with what the person wants to be different. */
final class BootChoice {

    private BootChoice() {
    }

    /**
     * One boot to simulate.
     *
     * @param lowered the boot as written
     * @param boot the boot to simulate
     */
    record ChosenBoot(LoweredBoot lowered, Boot boot) {
    }

    static List<ChosenBoot> of(List<LoweredBoot> boots, CheckOptions options) {
        List<List<LoweredBoot>> inOrder = new ArrayList<>();
        for (LoweredBoot boot : boots) {
            if (isChosen(boot, options)) {
                boolean continues = !inOrder.isEmpty() && isSameMatrix(last(inOrder).get(0), boot);
                if (!continues) {
                    inOrder.add(new ArrayList<>());
                }
                last(inOrder).add(boot);
            }
        }
        List<ChosenBoot> chosen = new ArrayList<>();
        inOrder.forEach(matrix -> expand(matrix, options, chosen));
        return chosen;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static boolean isSameMatrix(LoweredBoot first, LoweredBoot other) {
        return first.topology() == other.topology() && first.text().equals(other.text());
    }

    private static boolean isChosen(LoweredBoot boot, CheckOptions options) {
        return options.host().map(name -> name.equals(boot.host().getName())).orElse(true)
                && options.boot().map(name -> name.equals(boot.boot().name())).orElse(true);
    }

    private static void expand(List<LoweredBoot> matrix, CheckOptions options, List<ChosenBoot> to) {
        List<KernelRules> kernels = options.kernels().isEmpty()
                ? matrix.stream().map(cell -> cell.boot().rules()).distinct().toList() : options.kernels();
        List<Long> pageSizes = options.pageSizes().isEmpty()
                ? matrix.stream().map(cell -> cell.boot().pageSize()).distinct().toList() : options.pageSizes();
        for (KernelRules kernel : kernels) {
            for (long pageSize : pageSizes) {
                LoweredBoot written = matrix.stream().filter(cell -> cell.boot().rules().equals(kernel)
                        && cell.boot().pageSize() == pageSize).findFirst().orElse(matrix.get(0));
                Boot boot = written.boot();
                to.add(new ChosenBoot(written, new Boot(boot.name(), kernel, pageSize,
                        options.commandLine().orElse(boot.commandLine()), boot.steps())));
            }
        }
    }
}
