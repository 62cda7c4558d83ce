package org.pcitopo.conformance.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.pcitopo.simulator.step.BootStep;

/** What was done after the boot, as {@code meta.json} tells it; {@code docs/bundles.md} describes it. */
final class StepJson {

    private StepJson() {
    }

    /** @param errors the error number of each step, 0 where it went well */
    static JsonArray of(List<BootStep> steps, List<Integer> errors) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < steps.size(); i++) {
            JsonObject step = step(steps.get(i));
            if (i < errors.size() && errors.get(i) != 0) {
                step.addProperty("error", errors.get(i));
            }
            array.add(step);
        }
        return array;
    }

    private static JsonObject step(BootStep step) {
        JsonObject found = new JsonObject();
        if (step instanceof BootStep.WriteResourceAlignment write) {
            found.addProperty("step", "resource_alignment");
            found.addProperty("text", write.text());
        } else if (step instanceof BootStep.Remove remove) {
            found.addProperty("step", "remove");
            found.addProperty("function", remove.function().toString());
        } else if (step instanceof BootStep.Rescan) {
            found.addProperty("step", "rescan");
        } else if (step instanceof BootStep.EnableVfs enable) {
            found.addProperty("step", "sriov_numvfs");
            found.addProperty("function", enable.function().toString());
            found.addProperty("count", enable.count());
        } else if (step instanceof BootStep.ResizeBar resize) {
            found.addProperty("step", "resize");
            found.addProperty("function", resize.function().toString());
            found.addProperty("bar", resize.bar());
            found.addProperty("size", resize.size());
        }
        return found;
    }
}
