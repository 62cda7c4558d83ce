package org.pcitopo.draw;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.explain.Explainer;
import org.pcitopo.simulator.explain.Explanation;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * What the page's script reads. Positions are worked out here; addresses are hexadecimal texts. No {@code <}, {@code >} or
 * {@code &} is in it, so that it can stand in a script element.
 */
final class DrawingJson {

    private final StringWriter target = new StringWriter();
    private final JsonWriter json = new JsonWriter(target);
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private final Effort effort;

    private DrawingJson(Effort effort) {
        this.effort = effort;
        json.setHtmlSafe(true);
    }

    static String text(String title, List<Simulation> boots, Effort effort) {
        return text(title, "", boots, effort);
    }

    static String nothing(String title, String why) {
        return text(title, why, List.of(), Effort.FULL);
    }

    private static String text(String title, String message, List<Simulation> boots, Effort effort) {
        try {
            DrawingJson writer = new DrawingJson(effort);
            writer.all(title, message, boots);
            return writer.target.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all(String title, String message, List<Simulation> boots) throws IOException {
        json.beginObject().name("title").value(title).name("message").value(message).name("looks").beginArray();
        for (Look look : Look.values()) {
            json.beginObject().name("id").value(look.id()).name("words").value(look.words()).name("mark").value(look.mark())
                    .endObject();
        }
        json.endArray().name("boots").beginArray();
        for (Simulation boot : boots) {
            effort.checkpoint().run();
            boot(boot);
        }
        json.endArray().name("texts").beginArray();
        for (String text : texts.keySet()) {
            json.value(text);
        }
        json.endArray().endObject();
    }

    private void boot(Simulation simulation) throws IOException {
        Boot boot = simulation.boot();
        StripLayout layout = new StripLayout(simulation);
        json.beginObject()
                .name("host").value(simulation.topology().name())
                .name("boot").value(boot.name())
                .name("kernel").value(boot.rules().release().toString())
                .name("rules").value(boot.rules().ruleSet().id())
                .name("architecture").value(simulation.topology().platform().architecture().id())
                .name("machine").value(simulation.topology().platform().machine().id())
                .name("pageSize").value(boot.pageSize())
                .name("commandLine").value(boot.commandLine())
                .name("evidence").value(simulation.evidence().id())
                .name("assumptions").beginArray();
        for (Assumption assumption : simulation.assumptions()) {
            json.value(assumption.what() + " = " + assumption.value() + " (" + assumption.why() + ")");
        }
        json.endArray().name("hosts").beginArray();
        for (HostBridge host : simulation.topology().hostBridges()) {
            json.beginObject().name("id").value(host.id()).name("name").value(host.name())
                    .name("domain").value(host.domain()).name("first").value(host.firstBus()).name("last").value(host.lastBus())
                    .endObject();
        }
        json.endArray();
        functions(simulation);
        Map<ResourceKey, Integer> numbers = resources(simulation, layout);
        strips(simulation, layout, numbers);
        json.endObject();
    }

    private void functions(Simulation simulation) throws IOException {
        Map<Object, Integer> numbers = new HashMap<>();
        json.name("functions").beginArray();
        for (EnumeratedFunction function : simulation.assignment().functions()) {
            Function description = function.description();
            json.beginObject()
                    .name("at").value(function.address().toString())
                    .name("name").value(description.name())
                    .name("label").value(description.label())
                    .name("ids").value(description.ids().vendor() == 0 ? "" : description.ids().toString())
                    .name("class").value(String.format("%06x", description.ids().classCode()))
                    .name("parent").value(function.parent().map(numbers::get).orElse(-1));
            if (description.bridge().isPresent()) {
                json.name("kind").value(description.bridge().get().kind().label())
                        .name("buses").value(function.secondary() == function.subordinate()
                                ? String.format("%02x", function.secondary())
                                : String.format("%02x-%02x", function.secondary(), function.subordinate()))
                        .name("hotplug").value(description.bridge().get().hotplug());
            }
            if (description.passthrough()) {
                json.name("passthrough").value(true);
            }
            if (description.driver().isPresent()) {
                json.name("driver").value(description.driver().get());
            }
            json.endObject();
            numbers.put(function.address(), numbers.size());
        }
        json.endArray();
    }

    private Map<ResourceKey, Integer> resources(Simulation simulation, StripLayout layout) throws IOException {
        Map<ResourceKey, Integer> numbers = new HashMap<>();
        List<AssignedResource> shown = simulation.assignment().resources().stream()
                .filter(resource -> resource.state() != ResourceState.DISABLED || resource.size() != 0).toList();
        shown.forEach(resource -> numbers.put(resource.key(), numbers.size()));
        Explainer explainer = new Explainer(simulation);
        Set<ResourceKey> explained = shown.stream().sorted(Comparator.comparing(layout::look).reversed()).limit(effort.explained())
                .map(AssignedResource::key).collect(Collectors.toSet());
        json.name("resources").beginArray();
        for (AssignedResource resource : shown) {
            Optional<Mapping> mapping = layout.mapping(resource.key());
            Look look = layout.look(resource);
            json.beginObject();
            key(resource.key());
            json.name("label").value(resource.key().name().toString())
                    .name("type").value(typeText(resource.type()))
                    .name("state").value(resource.state().id())
                    .name("size").value(Long.toUnsignedString(resource.size()))
                    .name("hardwareSize").value(Long.toUnsignedString(resource.hardwareSize()))
                    .name("look").value(look.ordinal());
            range(resource.range());
            if (resource.moved()) {
                json.name("moved").value(true);
            }
            if (mapping.isPresent()) {
                mapping(mapping.get(), numbers);
            }
            if (explained.contains(resource.key())) {
                effort.checkpoint().run();
                Optional<Explanation> explanation = explainer.explain(resource.key());
                if (explanation.isPresent()) {
                    explanation(explanation.get());
                }
            }
            json.endObject();
        }
        json.endArray();
        return numbers;
    }

    private static String typeText(ResourceType type) {
        return (type.widthName() + (type.prefetchable() ? " pref" : "")).strip();
    }

    private void key(ResourceKey key) throws IOException {
        json.name("at").value(key.function().toString()).name("name").value(key.name().jsonName());
    }

    private void range(Optional<AddressRange> range) throws IOException {
        if (range.isPresent()) {
            json.name("start").value(Long.toHexString(range.get().start())).name("end").value(Long.toHexString(range.get().end()));
        }
    }

    private void mapping(Mapping mapping, Map<ResourceKey, Integer> numbers) throws IOException {
        json.name("verdict").value(mapping.verdict().id()).name("guest").value(mapping.guest().id());
        if (mapping.reason().isPresent()) {
            json.name("reason").value(mapping.reason().get().id());
        }
        List<Integer> shared = new ArrayList<>();
        mapping.sharedWith().forEach(other -> Optional.ofNullable(numbers.get(other)).ifPresent(shared::add));
        if (!shared.isEmpty()) {
            json.name("shared").beginArray();
            for (int other : shared) {
                json.value(other);
            }
            json.endArray();
        }
    }

    private void explanation(Explanation explanation) throws IOException {
        json.name("summary").value(number(explanation.summary())).name("steps").beginArray();
        for (var step : explanation.steps()) {
            json.value(number(step.topic().title())).value(number(step.text())).value(number(step.source()));
        }
        json.endArray();
    }

    private int number(String text) {
        return texts.computeIfAbsent(text, unused -> texts.size());
    }

    private void strips(Simulation simulation, StripLayout layout, Map<ResourceKey, Integer> numbers) throws IOException {
        json.name("strips").beginArray();
        List<HostBridge> hosts = simulation.topology().hostBridges();
        for (Strip strip : layout.strips()) {
            json.beginObject().name("host").value(hosts.indexOf(strip.host())).name("index").value(strip.index())
                    .name("type").value(typeText(strip.window().type())).name("lanes").value(strip.lanes());
            range(Optional.of(strip.window().range()));
            json.name("pieces").beginArray();
            for (Axis.Piece piece : strip.axis().pieces()) {
                json.beginObject();
                range(Optional.of(piece.range()));
                json.name("from").value(piece.from()).name("to").value(piece.to());
                if (piece.collapsed()) {
                    json.name("gap").value(true);
                }
                json.endObject();
            }
            json.endArray().name("boxes").beginArray();
            for (Box box : strip.boxes()) {
                box(strip.axis(), box, numbers);
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private void box(Axis axis, Box box, Map<ResourceKey, Integer> numbers) throws IOException {
        json.beginObject().name("lane").value(box.lane()).name("look").value(box.look().ordinal())
                .name("from").value(axis.position(box.range().start())).name("to").value(axis.endPosition(box.range()));
        Integer resource = box.resource().map(numbers::get).orElse(null);
        if (resource != null) {
            json.name("resource").value(resource);
        } else {
            json.name("label").value(box.label());
            range(Optional.of(box.range()));
            if (box.resource().isPresent()) {
                key(box.resource().get());
            }
            if (box.mapping().isPresent()) {
                mapping(box.mapping().get(), numbers);
            }
        }
        json.endObject();
    }
}
