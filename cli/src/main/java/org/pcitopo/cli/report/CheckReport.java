package org.pcitopo.cli.report;

import java.util.List;
import java.util.Optional;

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

    /** Line {@code number} (from 1) of the file called {@code name}, empty where there is none. */
    public Optional<String> line(String name, int number) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst()
                .map(SourceFile::lines)
                .filter(lines -> number >= 1 && number <= lines.size())
                .map(lines -> lines.get(number - 1));
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
