package org.pcitopo.capture.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads the member {@code steps} of {@code meta.json}: what was done through sysfs before the state was read. */
final class StepReader {

    private static final int BARS = 6;
    private static final int MOST_VFS = 65535;

    private StepReader() {
    }

    /** The steps that are understood, in order. */
    static List<BootStep> read(JsonArray steps) {
        List<BootStep> found = new ArrayList<>();
        for (JsonElement element : steps) {
            if (element.isJsonObject()) {
                step(element.getAsJsonObject()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<BootStep> step(JsonObject step) {
        Optional<PciAddress> function = Json.string(step, "function").flatMap(PciAddress::parse);
        return switch (Json.string(step, "step").orElse("")) {
            case "resource_alignment" -> Json.string(step, "text").map(BootStep.WriteResourceAlignment::new);
            case "rescan" -> Optional.of(new BootStep.Rescan());
            case "remove" -> function.map(BootStep.Remove::new);
            case "sriov_numvfs" -> function.flatMap(found -> virtualFunctions(step, found));
            case "resize" -> function.flatMap(found -> resize(step, found));
            default -> Optional.empty();
        };
    }

    private static Optional<BootStep> virtualFunctions(JsonObject step, PciAddress function) {
        OptionalLong count = Json.number(step, "count");
        return count.isPresent() && count.getAsLong() >= 0 && count.getAsLong() <= MOST_VFS
                ? Optional.of(new BootStep.EnableVfs(function, (int) count.getAsLong())) : Optional.empty();
    }

    private static Optional<BootStep> resize(JsonObject step, PciAddress function) {
        OptionalLong bar = Json.number(step, "bar");
        OptionalLong size = Json.number(step, "size");
        boolean fits = bar.isPresent() && bar.getAsLong() >= 0 && bar.getAsLong() < BARS && size.isPresent()
                && Unsigned.isPowerOfTwo(size.getAsLong());
        return fits ? Optional.of(new BootStep.ResizeBar(function, (int) bar.getAsLong(), size.getAsLong())) : Optional.empty();
    }
}
