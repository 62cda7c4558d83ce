package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pcitopo.capture.NotComparable;
import org.pcitopo.capture.replay.Difference;
import org.pcitopo.capture.replay.PlatformGroup;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.replay.ReplayTotal;
import org.pcitopo.capture.replay.Tally;
import org.pcitopo.cli.report.ReplayReport;
import org.pcitopo.cli.report.ReplayReport.Entry;

/** Comparisons as published JSON, format {@code pcitopo-replay}. */
public final class ReplayJson {

    private static final int VERSION = 1;

    private ReplayJson() {
    }

    public static void write(PrintStream out, ReplayReport report) {
        List<Entry> unreadable = report.entries().stream().filter(entry -> entry.result().isEmpty()).toList();
        Json.write(out, json -> json
                .text("format", "pcitopo-replay")
                .number("version", VERSION)
                .objects("sources", report.results(), ReplayJson::result)
                .objects("unreadable", unreadable, (inner, entry) -> inner
                        .text("source", entry.source()).text("why", entry.why()))
                .object("total", inner -> {
                    total(inner, report.total());
                    inner.objects("groups", groups(report), (one, group) -> {
                        one.text("group", group.label());
                        total(one, ReplayTotal.of(report.results(), group));
                    });
                }));
    }

    /** Those that have sources. */
    private static List<PlatformGroup> groups(ReplayReport report) {
        return Stream.of(PlatformGroup.values()).filter(group -> report.results().stream().anyMatch(one -> one.group() == group))
                .toList();
    }

    /** The fields of one comparison. */
    static void result(Json json, ReplayResult result) {
        json.text("source", result.source())
                .text("kernel", result.kernel())
                .text("architecture", result.architecture())
                .text("group", result.group().label())
                .text("platformNote", result.platformNote())
                .size("pageSize", result.pageSize())
                .text("commandLine", result.commandLine())
                .object("resources", inner -> tally(inner, result.resources()))
                .object("mappings", inner -> tally(inner, result.mappings()))
                .objects("differences", result.differences(), ReplayJson::difference)
                .objects("notComparable", result.notComparable(), ReplayJson::notComparable);
    }

    private static void tally(Json json, Tally tally) {
        json.number("compared", tally.compared())
                .number("equal", tally.equal())
                .number("different", tally.different())
                .number("notComparable", tally.notComparable());
    }

    private static void difference(Json json, Difference difference) {
        json.text("function", difference.resource().function().toString())
                .text("resource", difference.resource().name().jsonName())
                .text("kind", difference.kind().name().toLowerCase(Locale.ROOT))
                .text("simulated", difference.simulated())
                .text("recorded", difference.recorded())
                .text("file", difference.origin().file())
                .number("line", difference.origin().line());
    }

    private static void notComparable(Json json, NotComparable left) {
        json.text("what", left.what()).text("why", left.why());
    }

    private static void total(Json json, ReplayTotal total) {
        json.number("sources", total.sources())
                .number("identical", total.identical())
                .number("empty", total.empty())
                .object("resources", inner -> tally(inner, total.resources()))
                .object("mappings", inner -> tally(inner, total.mappings()));
    }
}
