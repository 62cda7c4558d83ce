package org.pcitopo.eclipse.check;

import java.util.regex.Pattern;

/** A line for each assertion, as editors/README.md says. */
final class Report {

    private final Bench bench;
    private final Pattern only;

    Report(Bench bench, String only) {
        this.bench = bench;
        this.only = Pattern.compile(only);
    }

    /** What a test does. */
    interface Body {
        void run() throws Exception;
    }

    /** Runs one test, if it is wanted. */
    void run(String what, Body body) {
        if (only.matcher(what).find()) {
            always(what, body);
        }
    }

    /** Runs a test that is always wanted. */
    void always(String what, Body body) {
        try {
            body.run();
            print("ok      eclipse  " + what);
        } catch (Exception | AssertionError problem) {
            print("FAILED  eclipse  " + what);
            String why = problem instanceof AssertionError ? problem.getMessage() : problem.toString() + "\n" + where(problem);
            String.valueOf(why).lines().limit(40).forEach(line -> print("        " + line));
            bench.picture("failed-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
        } finally {
            bench.tidy();
        }
    }

    void end() {
        print("done");
    }

    private static String where(Throwable problem) {
        StringBuilder lines = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            lines.append(cause).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("org.pcitopo")) {
                    lines.append("  at ").append(element).append('\n');
                }
            }
        }
        return lines.toString();
    }

    /** Behind a mark that nothing else in a workbench prints. */
    private static void print(String line) {
        System.out.println("#check " + line);
        System.out.flush();
    }
}
