package org.pcitopo.cli.language;

import java.nio.file.Path;
import java.util.List;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.SourceFile;

/** What commands ask of the language. */
public interface Language {

    /**
     * Parses, validates and simulates {@code files} and evaluates their expectations.
     *
     * @param workingDirectory names of files that are imported are shown relative to it
     */
    CheckReport check(List<SourceFile> files, Path workingDirectory);

    /**
     * Simulates the boots of {@code file} that {@code choice} names.
     *
     * @param workingDirectory as for {@link #check}
     * @throws org.pcitopo.cli.io.UserError where the file has errors, or nothing in it is called so
     */
    List<BootReport> simulate(SourceFile file, BootChoice choice, Path workingDirectory);

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
