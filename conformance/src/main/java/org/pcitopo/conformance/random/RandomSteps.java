package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;

/** Random things to do to a machine after its boot: alignment requests, removals of endpoints and bridges, rescans, VFs. */
public final class RandomSteps {

    private static final int SMALLEST_ORDER = 12;
    private static final int ORDERS = 10;

    private final SplittableRandom random;
    private final List<EnumeratedFunction> functions;
    private final boolean renumbers;
    private final List<BootStep> steps = new ArrayList<>();

    private RandomSteps(long seed, List<EnumeratedFunction> functions, boolean renumbers) {
        this.random = new SplittableRandom(~seed);
        this.functions = functions;
        this.renumbers = renumbers;
    }

    /**
     * One to three things to do, each of one to three steps.
     *
     * @param functions of the machine; at least one
     * @param renumbers whether a rescan numbers all buses anew: then only the last bridge of a bus is removed, because another
     *     one's number would be given to the next, whose functions appear twice
     */
    public static List<BootStep> of(long seed, List<EnumeratedFunction> functions, boolean renumbers) {
        RandomSteps generator = new RandomSteps(seed, functions, renumbers);
        int count = 1 + generator.random.nextInt(3);
        for (int i = 0; i < count; i++) {
            generator.add();
        }
        return List.copyOf(generator.steps);
    }

    private void add() {
        EnumeratedFunction function = functions.get(random.nextInt(functions.size()));
        int choice = random.nextInt(6);
        if (choice < 3) {
            steps.add(new BootStep.WriteResourceAlignment(request(function)));
        }
        if (choice == 5 && function.description().sriov().isPresent()) {
            steps.add(new BootStep.EnableVfs(function.address(), 1 + random.nextInt(function.description().sriov().get().totalVfs())));
            return;
        }
        PciAddress gone = function.parent().filter(parent -> random.nextInt(3) == 0).orElse(function.address());
        remove(gone);
        if (random.nextInt(5) == 0) {
            remove(functions.get(random.nextInt(functions.size())).address());
        }
        steps.add(new BootStep.Rescan());
    }

    private void remove(PciAddress address) {
        boolean another = functions.stream().anyMatch(function -> function.description().bridge().isPresent()
                && function.address().domain() == address.domain() && function.address().bus() == address.bus()
                && function.address().devfn() > address.devfn());
        boolean bridge = functions.stream().anyMatch(function -> function.address().equals(address)
                && function.description().bridge().isPresent());
        if (!(renumbers && bridge && another)) {
            steps.add(new BootStep.Remove(address));
        }
    }

    private String request(EnumeratedFunction function) {
        int order = SMALLEST_ORDER + random.nextInt(ORDERS);
        String device = random.nextBoolean() ? function.address().toString()
                : String.format("pci:%04x:%04x", function.description().ids().vendor(), function.description().ids().device());
        return random.nextInt(4) == 0 ? device : order + "@" + device;
    }
}
