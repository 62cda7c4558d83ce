package org.pcitopo.cli.report;

import java.util.List;

/**
 * What a check found.
 *
 * @param files the files that were checked and those that they import, for excerpts
 * @param problems by file, then by place
 * @param expectations every {@code expect} line in every boot, by file, then by place, then by boot
 */
public record CheckReport(List<SourceFile> files, List<Problem> problems, List<ExpectationResult> expectations) {

    public CheckReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        expectations = List.copyOf(expectations);
    }

    /** The lines of the file called {@code name}, none where there is no such file. Splits its text: ask once for a file. */
    public List<String> lines(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst().map(SourceFile::lines).orElse(List.of());
    }

    /** How many problems have exactly this severity. */
    public long count(Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }

    /** The same report with other problems. */
    public CheckReport withProblems(List<Problem> replacement) {
        return new CheckReport(files, replacement, expectations);
    }
}
