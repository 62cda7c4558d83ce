package org.pcitopo.cli.render;

import java.io.PrintStream;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Severity;

/** A check as workflow commands of GitHub Actions, which shows them beside the lines of a change. */
public final class GithubAnnotations {

    private GithubAnnotations() {
    }

    public static void write(PrintStream out, CheckReport report) {
        for (Problem problem : report.problems()) {
            Location location = problem.location();
            out.printf("::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s%n", command(problem.severity()),
                    property(location.file()), location.start().line(), location.end().line(), location.start().column(),
                    location.end().column(), property(problem.code()), data(problem.message()));
        }
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.id();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
