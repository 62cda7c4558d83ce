package org.pcitopo.cli.render;

import java.io.PrintStream;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.ExpectationResult;

/** A check as published JSON, format {@code pcitopo-check}. */
public final class CheckJson {

    private static final int VERSION = 1;

    private CheckJson() {
    }

    public static void write(PrintStream out, CheckReport report) {
        Json.write(out, json -> json
                .text("format", "pcitopo-check")
                .number("version", VERSION)
                .objects("problems", report.problems(), ProblemJson::detailedFields)
                .objects("expectations", report.expectations(), CheckJson::expectation));
    }

    private static void expectation(Json json, ExpectationResult expectation) {
        json.text("expectation", expectation.text());
        ProblemJson.boot(json, expectation.boot());
        json.flag("passed", expectation.passed())
                .text("message", expectation.message());
        ProblemJson.place(json, expectation.location());
    }
}
