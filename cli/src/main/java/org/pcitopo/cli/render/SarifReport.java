package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Fingerprint;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Related;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.Severity;

/** A check as SARIF 2.1.0, with every rule declared, also those that found nothing. */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Rule> rules;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final String version;

    private SarifReport(List<Rule> rules, String version) {
        this.rules = rules;
        this.version = version;
        for (Rule rule : rules) {
            indexes.put(rule.code(), indexes.size());
        }
    }

    /** Writes {@code report}; {@code rules} are all rules that there are. */
    public static void write(PrintStream out, CheckReport report, List<Rule> rules, String version) {
        SarifReport sarif = new SarifReport(rules, version);
        Json.write(out, json -> json
                .text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .objects("runs", List.of(report), sarif::run));
    }

    private void run(Json json, CheckReport report) {
        json.object("tool", tool -> tool.object("driver", driver -> driver
                .text("name", "pcitopo")
                .text("version", version)
                .objects("rules", rules, SarifReport::rule)));
        json.text("columnKind", "utf16CodeUnits");
        json.objects("results", report.problems(), this::result);
    }

    private static void rule(Json json, Rule rule) {
        json.text("id", rule.code())
                .object("shortDescription", text -> text.text("text", rule.summary()))
                .object("help", help -> help.text("text", rule.page()).text("markdown", rule.page()))
                .object("defaultConfiguration", configuration -> configuration.text("level", level(rule.severity())));
    }

    private void result(Json json, Problem problem) {
        json.text("ruleId", problem.code());
        Integer index = indexes.get(problem.code());
        if (index != null) {
            json.number("ruleIndex", index);
        }
        json.text("level", level(problem.severity()))
                .object("message", message -> message.text("text", problem.message()))
                .objects("locations", List.of(problem.location()), SarifReport::location);
        if (!problem.related().isEmpty()) {
            json.objects("relatedLocations", problem.related(), SarifReport::related);
        }
        json.object("partialFingerprints", prints -> prints.text("pcitopoProblem/v1", Fingerprint.of(problem)));
    }

    private static void related(Json json, Related related) {
        location(json, related.location());
        json.object("message", message -> message.text("text", related.message()));
    }

    private static void location(Json json, Location location) {
        json.object("physicalLocation", physical -> physical
                .object("artifactLocation", artifact -> artifact.text("uri", uri(location.file())))
                .object("region", region -> region
                        .number("startLine", location.start().line())
                        .number("startColumn", location.start().column())
                        .number("endLine", location.end().line())
                        .number("endColumn", location.end().column())));
    }

    private static String uri(String file) {
        if (file.equals("-")) {
            return "stdin";
        }
        try {
            return file.startsWith("/")
                    ? new URI("file", "", file, null).toASCIIString()
                    : new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            return file.replace(' ', '+');
        }
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.id();
    }
}
