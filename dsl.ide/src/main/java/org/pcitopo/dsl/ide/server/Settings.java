package org.pcitopo.dsl.ide.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * What a person sets in the editor: {@code kernel} and {@code pageSize} (one or a list, instead of what is written),
 * {@code passthrough} (addresses, ids or {@code all}), {@code severity} (by problem: {@code error}, {@code warning}, {@code info},
 * {@code off}). What cannot be understood is as if it were not there.
 */
final class Settings {

    private Settings() {
    }

    /** @param settings the object itself, or one that holds it as {@code pcitopo} */
    static CheckOptions of(Object settings) {
        if (!(settings instanceof JsonObject json)) {
            return CheckOptions.AS_WRITTEN;
        }
        JsonObject own = json.get("pcitopo") instanceof JsonObject nested ? nested : json;
        List<KernelRules> kernels = strings(own.get("kernel")).flatMap(text -> KernelRelease.parse(text).stream())
                .map(KernelRules::mainline).toList();
        List<Long> pageSizes = strings(own.get("pageSize")).map(Literals::size).filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong).filter(Unsigned::isPowerOfTwo).toList();
        return new CheckOptions(Optional.empty(), Optional.empty(), kernels, pageSizes, Optional.empty(),
                strings(own.get("passthrough")).toList(), severities(own.get("severity")));
    }

    private static Map<String, Optional<Severity>> severities(JsonElement element) {
        Map<String, Optional<Severity>> severities = new HashMap<>();
        if (element instanceof JsonObject json) {
            json.entrySet().forEach(entry -> strings(entry.getValue()).findFirst().ifPresent(word -> {
                Optional<Severity> severity = Severity.parse(word);
                if (severity.isPresent() || word.equals("off")) {
                    severities.put(entry.getKey(), severity);
                }
            }));
        }
        return severities;
    }

    private static Stream<String> strings(JsonElement element) {
        if (element instanceof JsonArray array) {
            return StreamSupport.stream(array.spliterator(), false).flatMap(Settings::strings);
        }
        boolean text = element != null && element.isJsonPrimitive() && !element.getAsString().isEmpty();
        return text ? Stream.of(element.getAsString()) : Stream.empty();
    }
}
