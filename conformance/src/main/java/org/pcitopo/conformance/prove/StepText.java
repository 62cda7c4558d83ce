package org.pcitopo.conformance.prove;

import org.pcitopo.simulator.step.BootStep;

/** A step after the boot, for people. */
final class StepText {

    private StepText() {
    }

    static String of(BootStep step) {
        if (step instanceof BootStep.WriteResourceAlignment write) {
            return "write '" + write.text() + "' to resource_alignment";
        }
        if (step instanceof BootStep.Remove remove) {
            return "remove " + remove.function();
        }
        if (step instanceof BootStep.EnableVfs enable) {
            return "sriov_numvfs " + enable.function() + " " + enable.count();
        }
        if (step instanceof BootStep.ResizeBar resize) {
            return "resize " + resize.function() + " BAR " + resize.bar() + " to " + (resize.size() >>> 20) + "M";
        }
        return "rescan";
    }
}
