package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.cli.report.AdviceReport;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.AdviceSentences;
import org.pcitopo.simulator.advise.Cost;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.cmdline.CommandLine;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/** Advice for people: the line, what it costs, what changes, and how to get it into a boot loader. */
public final class AdviceText {

    private static final String INDENT = "  ";
    private static final int MOST_NAMED = 8;

    private final PrintStream out;
    private final Palette palette;
    private final AdviceReport report;
    private final Advice advice;
    private final Map<PciAddress, String> names = new HashMap<>();

    private AdviceText(PrintStream out, Palette palette, AdviceReport report) {
        this.out = out;
        this.palette = palette;
        this.report = report;
        this.advice = report.advice();
        advice.before().get(0).assignment().functions().forEach(function -> names.put(function.address(),
                function.description().name().isEmpty() ? function.address().toString() : function.description().name()));
    }

    public static void write(PrintStream out, Palette palette, List<AdviceReport> reports) {
        for (int i = 0; i < reports.size(); i++) {
            if (i > 0) {
                out.println();
            }
            if (i + 1 < reports.size() && isSameBoot(reports.get(i), reports.get(i + 1))
                    && (i == 0 || !isSameBoot(reports.get(i - 1), reports.get(i)))) {
                out.println("No one command line serves all kernels of boot " + boot(reports.get(i)) + "; each has its own:");
                out.println();
            }
            new AdviceText(out, palette, reports.get(i)).write();
        }
    }

    private static boolean isSameBoot(AdviceReport one, AdviceReport other) {
        Simulation first = one.advice().before().get(0);
        Simulation second = other.advice().before().get(0);
        return first.topology().name().equals(second.topology().name()) && boot(one).equals(boot(other))
                && first.boot().commandLine().equals(second.boot().commandLine());
    }

    private static String boot(AdviceReport report) {
        return report.advice().before().get(0).boot().name();
    }

    private void write() {
        head();
        if (advice.nothingToDo()) {
            line(palette.good("nothing to do: everything wanted is mapped"));
        } else if (report.proposal().isPresent()) {
            found(report.proposal().get());
        } else {
            impossible();
        }
        budgets();
        searched();
    }

    private void head() {
        Simulation first = advice.before().get(0);
        out.println(palette.bold("host " + first.topology().name() + ", boot " + first.boot().name()) + ": " + kernels(advice.before()));
        line("command line: " + shown(first.boot().commandLine()));
        line("wanted: " + Quantity.count(advice.question().wanted().size(), "BAR")
                + (advice.unmet().isEmpty() ? "" : ", of which " + advice.unmet().size()
                        + (advice.unmet().size() == 1 ? " is" : " are") + " not mapped: " + named(advice.unmet())));
    }

    /** {@code Linux 6.1, 6.12 with 4K pages}. */
    private static String kernels(List<Simulation> simulations) {
        Map<Long, List<String>> byPage = new LinkedHashMap<>();
        for (Simulation simulation : simulations) {
            KernelRules rules = simulation.boot().rules();
            byPage.computeIfAbsent(simulation.boot().pageSize(), unused -> new ArrayList<>()).add(rules.release()
                    + (rules.ruleSet() == RuleSet.MAINLINE ? "" : " (" + rules.ruleSet().id() + ")"));
        }
        return byPage.entrySet().stream().map(entry -> "Linux " + String.join(", ", entry.getValue()) + " with "
                + Quantity.size(entry.getKey()) + " pages").collect(Collectors.joining(" and "));
    }

    private void found(Proposal proposal) {
        title(proposal.lost().isEmpty() ? "the command line" : "the command line, at a price");
        line(INDENT + palette.good(shown(proposal.commandLine())));
        changedPieces(proposal);
        line(INDENT + "costs: " + cost(proposal, 0) + onEach(proposal));
        if (!proposal.lost().isEmpty()) {
            line(INDENT + palette.bad("loses: " + named(proposal.lost())));
        }
        advice.simpler().filter(one -> !one.commandLine().equals(proposal.commandLine())).ifPresent(this::simpler);
        effects(proposal);
        title("to paste");
        BootLoaderForms.of(proposal.commandLine()).forEach(this::form);
        report.sysfs().ifPresent(sysfs -> form("without a reboot; whatever uses what is removed stops",
                BootLoaderForms.sysfs(sysfs)));
    }

    /** Once for all kernels on which the same happens. */
    private void effects(Proposal proposal) {
        Map<Comparison, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < proposal.effects().size(); i++) {
            groups.computeIfAbsent(proposal.effects().get(i), unused -> new ArrayList<>()).add(i);
        }
        groups.forEach((effect, boots) -> {
            int first = boots.get(0);
            if (groups.size() > 1) {
                title("on " + kernels(boots.stream().map(advice.before()::get).toList()) + ": " + cost(proposal, first));
            }
            new ChangeText(out, palette, INDENT).write(advice.before().get(first), proposal.outcomes().get(first), effect);
        });
    }

    private String onEach(Proposal proposal) {
        int boots = proposal.costs().size();
        return boots == 1 ? "" : " (on " + (proposal.effects().stream().distinct().count() == 1 ? "each kernel" : "the first kernel") + ")";
    }

    private void simpler(Proposal simpler) {
        title("with fewer entries");
        line(INDENT + shown(simpler.commandLine()));
        line(INDENT + "costs: " + cost(simpler, 0) + onEach(simpler));
    }

    private void changedPieces(Proposal proposal) {
        List<String> before = pieces(advice.before().get(0).boot().commandLine());
        List<String> after = pieces(proposal.commandLine());
        List<String> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        List<String> added = new ArrayList<>(after);
        before.forEach(added::remove);
        if (!gone.isEmpty()) {
            line(INDENT + "takes away: " + String.join(" ", gone));
        }
        if (!added.isEmpty() && !before.isEmpty()) {
            line(INDENT + "adds: " + String.join(" ", added));
        }
    }

    private static List<String> pieces(String commandLine) {
        return CommandLine.of(commandLine).valuesOf("pci").stream()
                .flatMap(value -> List.of(value.text().split(",")).stream()).filter(piece -> !piece.isEmpty()).toList();
    }

    private String cost(Proposal proposal, int boot) {
        Cost cost = proposal.costs().get(boot);
        long more = proposal.effects().get(boot).hostWindows().stream()
                .filter(change -> change.before().or(change::after).orElseThrow().type().isMemory())
                .mapToLong(change -> change.after().map(WindowUse::used).orElse(0L) - change.before().map(WindowUse::used).orElse(0L))
                .sum();
        String space = more == 0 ? "no more address space"
                : Quantity.about(Math.abs(more)) + (more > 0 ? " more" : " less") + " address space";
        return String.join(", ", Quantity.count(cost.moved(), "function moves", "functions move"),
                Quantity.count(cost.enlarged(), "resource is larger than its hardware", "resources are larger than their hardware"),
                Quantity.count(cost.entries(), "entry", "entries"), space);
    }

    private void impossible() {
        title(advice.complete() ? "no command line does it" : "no command line was found that does it");
        advice.closest().ifPresent(closest -> {
            line(INDENT + "nearest: " + shown(closest.commandLine()));
            line(INDENT + "  maps all but " + named(closest.stillUnmet()) + "; costs: " + cost(closest, 0));
        });
        advice.tradeOff().ifPresent(tradeOff -> {
            line(INDENT + "with --allow-loss: " + shown(tradeOff.commandLine()));
            line(INDENT + "  maps everything wanted, and " + named(tradeOff.lost()) + (tradeOff.lost().size() == 1 ? " is" : " are")
                    + " lost");
        });
        if (!report.obstacles().isEmpty()) {
            title("what stands in the way");
            report.obstacles().forEach(obstacle -> line(INDENT + AdviceSentences.obstacle(obstacle, this::named)));
        }
        title("what would help");
        report.remedies().forEach(remedy -> line(INDENT + AdviceSentences.remedy(remedy, advice.before().get(0).boot().commandLine())));
        if (report.remedies().isEmpty()) {
            line(INDENT + AdviceSentences.unproved(report.obstacles()));
        }
    }

    private String named(ResourceKey key) {
        return names.getOrDefault(key.function(), key.function().toString()) + " " + key.name();
    }

    private void budgets() {
        TextTable vfs = new TextTable();
        report.sriov().forEach(budget -> vfs.row(Cell.of(budget.function().toString()), Cell.of(name(budget.function())),
                Cell.of(budget.usable() + " of " + Quantity.count(budget.offered(), "VF") + " can be enabled"),
                Cell.of(Quantity.size(budget.size()) + " for all"),
                Cell.of(budget.usable() == 0 && budget.most() > 0 ? "if it offered no more than " + budget.most() + ", all could" : "")));
        table("virtual functions", vfs);
        TextTable ports = new TextTable();
        report.hotplug().forEach(budget -> {
            String name = name(budget.port());
            if (budget.rooms().isEmpty()) {
                ports.row(Cell.of(budget.port().toString()), Cell.of(name), Cell.of("no window is open"));
            }
            budget.rooms().forEach(room -> ports.row(Cell.of(budget.port().toString()), Cell.of(name),
                    Cell.of(room.window().toString()), Cell.right(Quantity.about(room.free())), Cell.of("free"),
                    Cell.of("largest BAR " + Quantity.size(room.largestBar()))));
        });
        table("what hot-plug ports can take", ports);
    }

    private String name(PciAddress function) {
        String name = names.getOrDefault(function, "");
        return name.equals(function.toString()) ? "" : name;
    }

    private void table(String title, TextTable table) {
        if (!table.isEmpty()) {
            title(title);
            out.print(table.text(INDENT + INDENT));
        }
    }

    private void searched() {
        if (!advice.nothingToDo()) {
            out.println();
            String count = Quantity.count(advice.tried(), "command line");
            line(palette.dim(advice.complete() ? count + " simulated; there is nothing better"
                    : count + " simulated; time was over, so that something better may be left (--time gives more)"));
        }
    }

    private void form(String where, List<String> lines) {
        line(INDENT + palette.dim(where));
        lines.forEach(one -> line(INDENT + INDENT + Printable.line(one)));
    }

    private String named(List<ResourceKey> keys) {
        String text = keys.stream().limit(MOST_NAMED).map(this::named).collect(Collectors.joining(", "));
        return keys.size() <= MOST_NAMED ? text : text + " and " + (keys.size() - MOST_NAMED) + " more";
    }

    private static String shown(String commandLine) {
        return commandLine.isBlank() ? "(empty)" : Printable.line(commandLine);
    }

    private void title(String title) {
        out.println();
        line(palette.bold(title));
    }

    private void line(String text) {
        out.println(INDENT + text);
    }
}
