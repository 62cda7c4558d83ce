package org.pcitopo.cli.language;

import java.util.List;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.SourceFile;

/** What commands ask of the language. */
public interface Language {

    /** Parses, validates and simulates {@code files} and evaluates their expectations. */
    CheckReport check(List<SourceFile> files);

    /**
     * Simulates the boots of {@code file} that {@code choice} names.
     *
     * @throws org.pcitopo.cli.io.UserError where the file has errors, or nothing in it is called so
     */
    List<BootReport> simulate(SourceFile file, BootChoice choice);

    /**
     * The text of {@code file}, formatted.
     *
     * @throws org.pcitopo.cli.io.UserError where the file cannot be parsed
     */
    String format(SourceFile file);

    /** The text of a file that describes {@code machine}. */
    String write(CapturedMachine machine);

    /** Every kind of problem that there is, by code. */
    List<Rule> rules();
}
