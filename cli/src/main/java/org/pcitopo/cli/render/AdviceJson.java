package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.report.AdviceReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.Cost;
import org.pcitopo.simulator.advise.HotplugBudget;
import org.pcitopo.simulator.advise.Obstacle;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.advise.SriovBudget;
import org.pcitopo.simulator.topology.ResourceKey;

/** Advice as published JSON, format {@code pcitopo-advice}. */
public final class AdviceJson {

    private static final int VERSION = 1;

    private AdviceJson() {
    }

    public static void write(PrintStream out, List<AdviceReport> reports) {
        Json.write(out, json -> json
                .text("format", "pcitopo-advice")
                .number("version", VERSION)
                .objects("advice", reports, AdviceJson::report));
    }

    private static void report(Json json, AdviceReport report) {
        Advice advice = report.advice();
        json.text("host", advice.before().get(0).topology().name())
                .text("boot", advice.before().get(0).boot().name())
                .text("commandLine", advice.before().get(0).boot().commandLine())
                .objects("kernels", advice.before(), AdviceJson::kernel)
                .objects("wanted", advice.question().wanted().stream().sorted().toList(), AdviceJson::key)
                .objects("unmet", advice.unmet(), AdviceJson::key)
                .flag("found", report.isGood())
                .flag("complete", advice.complete())
                .number("tried", advice.tried())
                .object("proposal", report.proposal(), (inner, proposal) -> proposal(inner, proposal, report))
                .object("simpler", advice.simpler(), AdviceJson::brief)
                .object("tradeOff", advice.tradeOff(), AdviceJson::brief)
                .object("closest", advice.closest(), AdviceJson::brief)
                .objects("obstacles", report.obstacles(), AdviceJson::obstacle)
                .objects("remedies", report.remedies(), (inner, remedy) -> inner.text("kind", remedy.kind().id())
                        .text("subject", remedy.subject()).text("commandLine", remedy.commandLine()))
                .objects("virtualFunctions", report.sriov(), AdviceJson::sriov)
                .objects("hotplugPorts", report.hotplug(), AdviceJson::hotplug);
    }

    private static void kernel(Json json, Simulation simulation) {
        Boot boot = simulation.boot();
        json.text("kernel", boot.rules().release().toString())
                .text("rules", boot.rules().ruleSet().id())
                .size("pageSize", boot.pageSize())
                .text("evidence", simulation.evidence().id());
    }

    private static void key(Json json, ResourceKey key) {
        json.text("function", key.function().toString()).text("resource", key.name().jsonName());
    }

    private static void brief(Json json, Proposal proposal) {
        Cost cost = proposal.cost();
        json.text("commandLine", proposal.commandLine())
                .object("edit", inner -> inner.number("from", proposal.change().from()).number("to", proposal.change().to())
                        .text("replacement", proposal.change().replacement()))
                .text("resourceAlignment", proposal.request())
                .object("cost", inner -> inner.number("functionsMoved", cost.moved()).number("resourcesEnlarged", cost.enlarged())
                        .number("entries", cost.entries()).size("addressSpace", cost.space()).number("length", cost.text().length()))
                .objects("unmet", proposal.stillUnmet(), AdviceJson::key)
                .objects("lost", proposal.lost(), AdviceJson::key);
    }

    private static void proposal(Json json, Proposal proposal, AdviceReport report) {
        brief(json, proposal);
        json.objects("sideEffects", proposal.effects(), DiffJson::changes)
                .objects("forms", BootLoaderForms.of(proposal.commandLine()).entrySet(), AdviceJson::form)
                .texts("sysfs", report.sysfs().map(BootLoaderForms::sysfs).orElse(List.of()));
    }

    private static void obstacle(Json json, Obstacle obstacle) {
        key(json, obstacle.bar());
        json.text("kind", obstacle.kind().id()).object("shortage", obstacle.shortage(), (inner, shortage) -> {
            key(inner, shortage.resource());
            inner.size("size", shortage.size()).size("alignment", shortage.alignment())
                    .objects("tried", shortage.tried(), (window, tried) -> window.text("bridge", tried.window().bridgeId())
                            .text("window", tried.window().windowName()).size("free", tried.free())
                            .size("largestHole", tried.largestHole()));
        });
    }

    private static void form(Json json, Map.Entry<String, List<String>> form) {
        json.text("where", form.getKey()).texts("lines", form.getValue());
    }

    private static void sriov(Json json, SriovBudget budget) {
        json.text("function", budget.function().toString()).number("offered", budget.offered()).number("usable", budget.usable())
                .number("most", budget.most()).size("size", budget.size());
    }

    private static void hotplug(Json json, HotplugBudget budget) {
        json.text("port", budget.port().toString()).number("buses", budget.buses())
                .objects("windows", budget.rooms(), (inner, room) -> inner.text("window", room.window().jsonName())
                        .text("type", room.type().widthName()).flag("prefetchable", room.type().prefetchable())
                        .size("free", room.free()).size("largestBar", room.largestBar()));
    }
}
