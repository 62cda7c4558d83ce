package org.pcitopo.dsl.ide.outcome;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names a boot in what an editor sends.
 *
 * @param uri the file, as the editor writes it
 * @param host the machine's name
 * @param boot the boot's name; empty for a machine of which no boot is written
 */
public record BootReference(String uri, String host, String boot) {

    /** The one argument of a command. */
    public Map<String, String> toArgument() {
        return Map.of("uri", uri, "host", host, "boot", boot);
    }

    /** Reads the arguments of a command; empty where they name no boot. */
    public static Optional<BootReference> of(List<?> arguments) {
        boolean object = arguments != null && arguments.size() == 1 && arguments.get(0) instanceof JsonObject;
        if (!object) {
            return Optional.empty();
        }
        JsonObject json = (JsonObject) arguments.get(0);
        return text(json, "uri").map(uri -> new BootReference(uri, text(json, "host").orElse(""), text(json, "boot").orElse("")));
    }

    private static Optional<String> text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        boolean text = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        return text ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** The boot of {@code view}, in the file that the editor calls {@code uri}. */
    public static BootReference of(String uri, BootView view) {
        return new BootReference(uri, view.id().host(), view.id().boot());
    }

    /** The boot in every kernel and page size; where no name is given, the first one of the file. */
    public List<BootView> cells(Outcomes outcomes) {
        List<BootView> all = outcomes.boots();
        List<BootView> meant = all.stream().filter(view -> (host.isEmpty() || view.id().host().equals(host))
                && (boot.isEmpty() && host.isEmpty() || view.id().boot().equals(boot))).toList();
        return meant.stream().filter(view -> view.lowered().text().equals(meant.get(0).lowered().text())
                && view.id().host().equals(meant.get(0).id().host())).toList();
    }
}
