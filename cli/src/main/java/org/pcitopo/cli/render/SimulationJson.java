package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.vfio.Mapping;

/** Simulations as published JSON, format {@code pcitopo-simulation}. */
public final class SimulationJson {

    private static final int VERSION = 1;

    private SimulationJson() {
    }

    public static void write(PrintStream out, List<BootReport> boots) {
        Json.write(out, json -> json
                .text("format", "pcitopo-simulation")
                .number("version", VERSION)
                .objects("boots", boots, SimulationJson::boot));
    }

    private static void boot(Json json, BootReport report) {
        Simulation simulation = report.simulation();
        Boot boot = simulation.boot();
        Platform platform = simulation.topology().platform();
        json.text("host", simulation.topology().name())
                .text("boot", boot.name())
                .text("kernel", boot.rules().release().toString())
                .text("rules", boot.rules().ruleSet().id())
                .text("architecture", platform.architecture().id())
                .text("machine", platform.machine().id())
                .size("pageSize", boot.pageSize())
                .text("commandLine", boot.commandLine())
                .text("evidence", simulation.evidence().id())
                .objects("assumptions", simulation.assumptions(), SimulationJson::assumption)
                .objects("windows", simulation.assignment().windows(), SimulationJson::window)
                .objects("resources", simulation.assignment().resources(), SimulationJson::resource)
                .objects("mappings", simulation.mappings(), SimulationJson::mapping)
                .objects("problems", report.problems(), ProblemJson::fields);
    }

    private static void assumption(Json json, Assumption assumption) {
        json.text("what", assumption.what()).text("value", assumption.value()).text("why", assumption.why());
    }

    private static void window(Json json, WindowUse window) {
        json.text("bridge", window.id().bridgeId())
                .number("index", index(window.id()))
                .text("window", window.id().windowName())
                .text("type", window.type().widthName())
                .flag("prefetchable", window.type().prefetchable())
                .address("start", window.range().start())
                .address("end", window.range().end())
                .size("used", window.used())
                .size("free", window.free())
                .size("largestHole", window.largestHole());
    }

    /** A host window's place in firmware's order, a bridge window's index among the kernel's resources of its function. */
    private static int index(WindowId id) {
        if (id instanceof WindowId.OfBridge bridge) {
            return bridge.name().index();
        }
        return ((WindowId.OfHost) id).index();
    }

    private static void resource(Json json, AssignedResource resource) {
        key(json, resource.key());
        json.text("type", resource.type().widthName())
                .flag("prefetchable", resource.type().prefetchable())
                .text("start", resource.range().map(AddressRange::start).map(Json::hex))
                .text("end", resource.range().map(AddressRange::end).map(Json::hex))
                .size("size", resource.size())
                .size("hardwareSize", resource.hardwareSize())
                .size("alignment", resource.alignment())
                .text("state", resource.state().id())
                .object("window", resource.window(), (inner, id) -> inner
                        .text("bridge", id.bridgeId()).text("window", id.windowName()))
                .flag("moved", resource.moved());
    }

    private static void mapping(Json json, Mapping mapping) {
        json.text("function", mapping.function().toString())
                .number("bar", mapping.bar())
                .text("verdict", mapping.verdict().id())
                .text("reason", mapping.reason().map(Mapping.Reason::id))
                .objects("areas", mapping.areas(), (inner, area) -> inner
                        .size("offset", area.offset()).size("size", area.size()))
                .flag("msixMappable", mapping.msixMappable())
                .text("guest", mapping.guest().id())
                .objects("sharedWith", mapping.sharedWith(), SimulationJson::key);
    }

    private static void key(Json json, ResourceKey key) {
        json.text("function", key.function().toString()).text("resource", key.name().jsonName());
    }
}
