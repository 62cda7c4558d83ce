package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;
import org.w3c.dom.Document;

/** What scripts, CI jobs and people see of a check, whatever the problems are. */
class CheckCommandTest {

    private static final String TEXT = """
            host talos {
                warning this is related
            }
            error that is wrong
            expect a true
            expect b false
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(folder.resolve("a.pcitopo"), TEXT);
    }

    private Run check(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "check";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.in(folder).with(new FakeLanguage()).run(all);
    }

    @Test
    void showsTheLineAndMarksTheCharacters() {
        assertEquals("""
                warning[PCI101]: this is related
                 --> a.pcitopo:2:5
                  |
                2 |     warning this is related
                  |     ^^^^^^^
                 ::: a.pcitopo:1:1
                  |
                1 | host talos {
                  | ---- see here
                  = fix: write less
                  = help: 'pcitopo help PCI101' explains this problem

                error[PCI101]: that is wrong
                 --> a.pcitopo:4:1
                  |
                4 | error that is wrong
                  | ^^^^^
                  = fix: write less
                  = help: 'pcitopo help PCI101' explains this problem

                1 error, 1 warning, 0 notes; 1 of 2 expectations hold
                """, check("a.pcitopo").out());
    }

    @ParameterizedTest
    @CsvSource({"error,error,1", "error,warning,0", "warning,warning,1", "warning,info,0", "info,info,1", "never,error,0"})
    void failsFromTheThresholdOn(String threshold, String severity, int status) throws IOException {
        Files.writeString(folder.resolve("b.pcitopo"), severity + " something\n");

        assertEquals(status, check("--fail-on", threshold, "b.pcitopo").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "github", "junit"})
    void theFormatDoesNotChangeTheStatus(String format) {
        assertEquals(ExitStatus.FINDINGS, check("--format", format, "a.pcitopo").status());
    }

    @Test
    void jsonGivesEveryProblemWithItsRangeAndHelp() {
        JsonObject report = JsonParser.parseString(check("--format=json", "a.pcitopo").out()).getAsJsonObject();

        JsonObject problem = report.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertEquals("[code, severity, message, function, bar, file, line, column, range, related, help, boots]",
                problem.keySet().toString());
    }

    @Test
    void jsonTellsWhichExpectationsPassed() {
        JsonObject report = JsonParser.parseString(check("--format=json", "a.pcitopo").out()).getAsJsonObject();

        JsonArray expectations = report.getAsJsonArray("expectations");
        assertEquals("true false", expectations.get(0).getAsJsonObject().get("passed").getAsString() + " "
                + expectations.get(1).getAsJsonObject().get("passed").getAsString());
    }

    @Test
    void sarifDeclaresEveryRule() {
        JsonObject run = JsonParser.parseString(check("--format=sarif", "a.pcitopo").out()).getAsJsonObject()
                .getAsJsonArray("runs").get(0).getAsJsonObject();

        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertEquals(new FakeLanguage().rules().size(), rules.size());
    }

    @Test
    void githubGetsOneAnnotationForEachProblem() {
        assertEquals("::warning file=a.pcitopo,line=2,endLine=2,col=5,endColumn=12,title=PCI101::this is related",
                check("--format=github", "a.pcitopo").out().lines().findFirst().orElse(""));
    }

    @Test
    void junitCountsExpectationsAndProblems() throws Exception {
        String xml = check("--format=junit", "a.pcitopo").out();

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals("3 tests, 2 failures", document.getDocumentElement().getAttribute("tests") + " tests, "
                + document.getDocumentElement().getAttribute("failures") + " failures");
    }

    @Test
    void aFolderIsSearchedInASteadyOrder() throws IOException {
        Files.createDirectories(folder.resolve("sub/target"));
        Files.writeString(folder.resolve("sub/c.pcitopo"), "error c\n");
        Files.writeString(folder.resolve("sub/b.pcitopo"), "error b\n");
        Files.writeString(folder.resolve("sub/target/built.pcitopo"), "error built\n");
        Files.writeString(folder.resolve("sub/notes.txt"), "error notes\n");

        String places = check("sub", "--format=github").out().replaceAll("::error file=([^,]*).*", "$1");
        assertEquals("sub/b.pcitopo\nsub/c.pcitopo\n", places);
    }

    @Test
    void aDashIsStandardInput() {
        Run run = Run.in(folder).with(new FakeLanguage()).withInput("error piped\n").run("check", "-");

        assertTrue(run.out().contains("--> -:1:1"), run.out());
    }

    @Test
    void aBaselineHidesWhatItListsWhereverItStandsNow() throws IOException {
        Files.writeString(folder.resolve("known.json"), check("--format=json", "a.pcitopo").out());
        Files.writeString(folder.resolve("a.pcitopo"), "\n\n" + TEXT + "error that is new\n");

        Run run = check("--baseline", "known.json", "--format=github", "a.pcitopo");
        assertEquals("that is new", run.out().replaceAll("(?s).*::", "").strip());
    }

    @Test
    void aBaselineThatIsNoneIsWrongUsage() {
        Run run = check("--baseline", "a.pcitopo", "a.pcitopo");

        assertEquals(ExitStatus.USAGE, run.status());
    }

    @Test
    void coloursAreForTerminals() {
        Run run = Run.in(folder).with(new FakeLanguage()).onTerminal().run("check", "a.pcitopo");

        assertTrue(run.out().contains("\u001b[1;31merror[PCI101]"), run.out());
    }

    @Test
    void charactersThatSteerTheTerminalAreNotShown() throws IOException {
        Files.writeString(folder.resolve("evil.pcitopo"), "error \u001b[2J wiped\n");

        assertTrue(!check("evil.pcitopo").out().contains("\u001b"));
    }
}
