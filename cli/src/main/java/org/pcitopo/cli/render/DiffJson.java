package org.pcitopo.cli.render;

import java.io.PrintStream;
import org.pcitopo.cli.report.BootPair;
import org.pcitopo.cli.report.BootPair.Side;
import org.pcitopo.cli.report.DiffReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.compare.FunctionChange;
import org.pcitopo.simulator.compare.HostWindowChange;
import org.pcitopo.simulator.compare.MappingChange;
import org.pcitopo.simulator.compare.ResourceChange;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.vfio.Mapping;

/** Comparisons as published JSON, format {@code pcitopo-diff}. */
public final class DiffJson {

    private static final int VERSION = 1;

    private DiffJson() {
    }

    public static void write(PrintStream out, DiffReport report) {
        Json.write(out, json -> json
                .text("format", "pcitopo-diff")
                .number("version", VERSION)
                .objects("comparisons", report.pairs(), DiffJson::pair)
                .objects("notCompared", report.notCompared(), (inner, left) -> inner.text("what", left.what()).text("why", left.why())));
    }

    private static void pair(Json json, BootPair pair) {
        json.object("before", inner -> side(inner, pair.before()))
                .object("after", inner -> side(inner, pair.after()))
                .flag("same", pair.isSame());
        changes(json, pair.comparison());
    }

    /** The lists of a comparison, as {@code diff} and {@code advise} write them. */
    static void changes(Json json, Comparison comparison) {
        json.objects("functions", comparison.functions(), DiffJson::function)
                .objects("hostWindows", comparison.hostWindows(), DiffJson::hostWindow)
                .objects("resources", comparison.resources(), DiffJson::resource)
                .objects("mappings", comparison.mappings(), DiffJson::mapping);
    }

    private static void side(Json json, Side side) {
        Boot boot = side.simulation().boot();
        json.text("file", side.file())
                .text("host", side.simulation().topology().name())
                .text("boot", boot.name())
                .text("kernel", boot.rules().release().toString())
                .text("rules", boot.rules().ruleSet().id())
                .size("pageSize", boot.pageSize())
                .text("commandLine", boot.commandLine())
                .text("evidence", side.simulation().evidence().id());
    }

    private static void function(Json json, FunctionChange change) {
        json.text("change", change.kind().id())
                .object("before", change.before(), DiffJson::identity)
                .object("after", change.after(), DiffJson::identity);
    }

    private static void identity(Json json, EnumeratedFunction function) {
        json.text("function", function.address().toString())
                .text("name", function.description().name())
                .text("ids", function.description().ids().toString());
    }

    private static void hostWindow(Json json, HostWindowChange change) {
        json.text("bridge", change.before().or(change::after).map(window -> window.id().bridgeId()))
                .text("window", change.before().or(change::after).map(window -> window.id().windowName()))
                .object("before", change.before(), DiffJson::use)
                .object("after", change.after(), DiffJson::use);
    }

    private static void use(Json json, WindowUse window) {
        json.address("start", window.range().start())
                .address("end", window.range().end())
                .size("used", window.used())
                .size("free", window.free())
                .size("largestHole", window.largestHole());
    }

    private static void resource(Json json, ResourceChange change) {
        json.text("function", change.key().function().toString())
                .text("resource", change.key().name().jsonName())
                .texts("changes", change.kinds().stream().map(ResourceChange.Kind::id).toList())
                .object("before", change.before(), DiffJson::place)
                .object("after", change.after(), DiffJson::place);
    }

    private static void place(Json json, AssignedResource resource) {
        json.text("start", resource.range().map(AddressRange::start).map(Json::hex))
                .text("end", resource.range().map(AddressRange::end).map(Json::hex))
                .size("size", resource.size())
                .text("state", resource.state().id())
                .object("window", resource.window(), (inner, id) -> inner
                        .text("bridge", id.bridgeId()).text("window", id.windowName()));
    }

    private static void mapping(Json json, MappingChange change) {
        json.text("function", change.function().toString())
                .number("bar", change.bar())
                .text("change", change.kind().id())
                .object("before", change.before(), DiffJson::verdict)
                .object("after", change.after(), DiffJson::verdict);
    }

    private static void verdict(Json json, Mapping mapping) {
        json.text("verdict", mapping.verdict().id())
                .text("reason", mapping.reason().map(Mapping.Reason::id))
                .text("guest", mapping.guest().id());
    }
}
