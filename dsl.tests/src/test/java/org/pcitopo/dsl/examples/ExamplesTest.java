package org.pcitopo.dsl.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.finder.ProblemFinder;
import org.pcitopo.dsl.service.PcitopoLanguage;

/** What an example promises, it keeps. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("pcitopo.root", ".."), "examples");
    private static final Pattern SHOWN_BY = Pattern.compile("\\* Shown by: \\./pcitopo \\w+ examples/(\\S+)");
    private static final Pattern QUOTE = Pattern.compile("```pcitopo\\n(.*?)```", Pattern.DOTALL);
    private static final PcitopoLanguage LANGUAGE = PcitopoLanguage.create();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".pcitopo")).sorted().toList();
        }
    }

    @Test
    void thereAreSixStories() throws IOException {
        assertTrue(files().size() >= 6);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isFreeOfErrors(Path file) throws IOException {
        List<String> errors = check(file).problems().stream().filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.place().line() + ": " + problem.code() + " " + problem.message()).toList();
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsItsExpectations(Path file) throws IOException {
        CheckResult result = check(file);
        assertAll(() -> assertTrue(!result.expectations().isEmpty(), "expects nothing"),
                () -> assertTrue(result.expectations().stream().allMatch(expectation -> expectation.result().passed())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void beginsWithItsStoryAndTheCommandThatShowsIt(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.startsWith("/*"));
        assertEquals(List.of(file.getFileName().toString()),
                SHOWN_BY.matcher(text).results().map(match -> match.group(1)).toList());
    }

    /** The README shows the middle of an example; what it shows must stand there, line by line and in this order. */
    @Test
    void theReadmeQuotesAnExample() throws IOException {
        String readme = Files.readString(EXAMPLES.resolveSibling("README.md"));
        List<String> quoted = QUOTE.matcher(readme).results().flatMap(match -> match.group(1).lines()).toList();
        List<String> example = Files.readAllLines(EXAMPLES.resolve("power9-default-alignment.pcitopo"));
        int next = 0;
        for (String line : example) {
            if (next < quoted.size() && line.equals(quoted.get(next))) {
                next++;
            }
        }
        assertEquals(List.of(), quoted.subList(next, quoted.size()));
    }

    private static CheckResult check(Path file) throws IOException {
        return ProblemFinder.check(LANGUAGE.read(file, Files.readString(file), List.of(EXAMPLES)), CheckOptions.AS_WRITTEN);
    }
}
