package org.pcitopo.capture.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

/** Reads {@code vfio.json}: what vfio-pci said of every region of every function. All of it is an
 * answer. */
public final class VfioReader {

    private static final int LARGEST_INDEX = 8;

    private final Origin origin;
    private final List<Answer> answers = new ArrayList<>();

    private VfioReader(Origin origin) {
        this.origin = origin;
    }

    /** What {@code text} says; never throws. */
    public static SourceFindings read(SourceText text) {
        Optional<JsonObject> root = Json.object(text);
        if (root.isEmpty()) {
            return new SourceFindings(SourceKind.VFIO_ANSWERS, text.file(), List.of(), List.of(),
                    List.of(new Remark(text.file(), 0, "is no valid JSON and was left out")));
        }
        VfioReader reader = new VfioReader(Origin.read(text.file(), 0));
        reader.readDevices(Json.array(root.get(), "devices"), false);
        reader.readDevices(Json.array(root.get(), "allOpen"), true);
        return new SourceFindings(SourceKind.VFIO_ANSWERS, text.file(), List.of(), reader.answers, List.of());
    }

    private void readDevices(JsonArray devices, boolean allOpen) {
        for (JsonElement element : devices) {
            if (element.isJsonObject()) {
                JsonObject device = element.getAsJsonObject();
                Json.string(device, "address").flatMap(PciAddress::parse)
                        .ifPresent(function -> readDevice(function, device, allOpen));
            }
        }
    }

    private void readDevice(PciAddress function, JsonObject device, boolean allOpen) {
        JsonArray regions = Json.array(device, "regions");
        if (regions.isEmpty()) {
            String why = Json.string(device, "error").orElse("vfio-pci was not bound");
            if (!allOpen) {
                answers.add(new Answer.VfioUnavailable(function, why, origin));
            }
            return;
        }
        for (JsonElement element : regions) {
            if (element.isJsonObject()) {
                readRegion(function, element.getAsJsonObject(), allOpen);
            }
        }
    }

    private void readRegion(PciAddress function, JsonObject region, boolean allOpen) {
        long index = Json.number(region, "index").orElse(-1);
        if (index < 0 || index > LARGEST_INDEX) {
            return;
        }
        Set<String> flags = new HashSet<>();
        for (JsonElement flag : Json.array(region, "flags")) {
            if (flag.isJsonPrimitive()) {
                flags.add(flag.getAsString());
            }
        }
        List<Answer.Area> areas = new ArrayList<>();
        for (JsonElement element : Json.array(region, "sparse")) {
            if (element.isJsonObject()) {
                JsonObject area = element.getAsJsonObject();
                areas.add(new Answer.Area(Json.number(area, "offset").orElse(0), Json.number(area, "size").orElse(0)));
            }
        }
        answers.add(new Answer.VfioRegion(function, (int) index, Json.number(region, "size").orElse(0), flags.contains("read"),
                flags.contains("write"), flags.contains("mmap"), Json.bool(region, "msixMappable"), areas, allOpen, origin));
    }
}
