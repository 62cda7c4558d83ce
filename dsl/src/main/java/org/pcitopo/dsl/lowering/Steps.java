package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Remove;
import org.pcitopo.dsl.model.Rescan;
import org.pcitopo.dsl.model.ResizeBar;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.SetNumVfs;
import org.pcitopo.dsl.model.Step;
import org.pcitopo.dsl.model.WriteResourceAlignment;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;

/** Turns run-time steps into the simulator's. */
final class Steps {

    private final FunctionIndex index;
    private final Problems problems;

    private Steps(FunctionIndex index, Problems problems) {
        this.index = index;
        this.problems = problems;
    }

    static List<BootStep> lower(List<Step> steps, FunctionIndex index, Problems problems) {
        Steps lowering = new Steps(index, problems);
        List<BootStep> lowered = new ArrayList<>();
        steps.forEach(step -> lowering.lower(step).ifPresent(lowered::add));
        return lowered;
    }

    private Optional<BootStep> lower(Step step) {
        if (step.getAction() instanceof WriteResourceAlignment write) {
            return Optional.of(new BootStep.WriteResourceAlignment(write.getText()));
        }
        if (step.getAction() instanceof Remove remove) {
            return address(remove.getFunction()).map(BootStep.Remove::new);
        }
        if (step.getAction() instanceof Rescan) {
            return Optional.of(new BootStep.Rescan());
        }
        if (step.getAction() instanceof SetNumVfs vfs) {
            return address(vfs.getFunction()).map(address -> new BootStep.EnableVfs(address, vfs.getCount()));
        }
        return step.getAction() instanceof ResizeBar resize ? resize(resize) : Optional.empty();
    }

    private Optional<BootStep> resize(ResizeBar resize) {
        OptionalLong size = Literals.size(resize.getSize());
        if (resize.getBar() > 5) {
            problems.add(LoweringProblem.Kind.NO_SUCH_BAR, resize, ModelPackage.Literals.RESIZE_BAR__BAR,
                    "there is no such BAR: a function has BARs 0 to 5");
            return Optional.empty();
        }
        return address(resize.getFunction())
                .map(address -> new BootStep.ResizeBar(address, resize.getBar(), size.orElse(0)));
    }

    private Optional<PciAddress> address(Selector selector) {
        return index.findOne(selector).flatMap(index::address);
    }
}
