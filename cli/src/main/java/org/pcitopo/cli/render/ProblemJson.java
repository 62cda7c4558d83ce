package org.pcitopo.cli.render;

import org.pcitopo.cli.report.BootName;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Position;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Related;

/** Problems as they stand in all published JSON. */
final class ProblemJson {

    private ProblemJson() {
    }

    /** The fields of a problem inside of a simulation. */
    static void fields(Json json, Problem problem) {
        json.text("code", problem.code())
                .text("severity", problem.severity().id())
                .text("message", problem.message())
                .text("function", problem.function())
                .number("bar", problem.bar())
                .text("file", problem.location().file())
                .number("line", problem.location().start().line())
                .number("column", problem.location().start().column());
    }

    /** The fields of a problem of a check: those of a simulation's, and more. */
    static void detailedFields(Json json, Problem problem) {
        fields(json, problem);
        range(json, problem.location());
        json.objects("related", problem.related(), ProblemJson::related)
                .text("help", problem.fix())
                .objects("boots", problem.boots(), ProblemJson::boot);
    }

    /** The fields that name a boot. */
    static void boot(Json json, BootName boot) {
        json.text("host", boot.host())
                .text("boot", boot.boot())
                .text("kernel", boot.kernel())
                .size("pageSize", boot.pageSize());
    }

    /** The fields of a place: {@code file}, {@code line}, {@code column}, {@code range}. */
    static void place(Json json, Location location) {
        json.text("file", location.file())
                .number("line", location.start().line())
                .number("column", location.start().column());
        range(json, location);
    }

    private static void range(Json json, Location location) {
        json.object("range", range -> range
                .object("start", start -> position(start, location.start()))
                .object("end", end -> position(end, location.end())));
    }

    private static void position(Json json, Position position) {
        json.number("line", position.line()).number("column", position.column());
    }

    private static void related(Json json, Related related) {
        place(json, related.location());
        json.text("message", related.message());
    }
}
