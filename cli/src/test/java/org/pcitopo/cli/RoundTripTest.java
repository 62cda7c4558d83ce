package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.cli.io.ExitStatus;

/** The commands together, with the language itself. */
class RoundTripTest {

    private static final Path REHEARSAL = Path.of("src/dist/rehearsal").toAbsolutePath();
    private static final String BUNDLE = REHEARSAL.resolve("bundle").toString();
    private static final String BOARD = REHEARSAL.resolve("board.pcitopo").toString();

    @TempDir
    private Path folder;

    private Run run(String... words) {
        return Run.in(folder).run(words);
    }

    private Run runOn(String input, String... words) {
        return Run.in(folder).withInput(input).run(words);
    }

    @Test
    void whatIsImportedIsWithoutErrors() {
        Run check = runOn(run("import", BUNDLE).out(), "check", "-");

        assertEquals(ExitStatus.CLEAN, check.status(), check.out() + check.err());
    }

    @Test
    void whatIsImportedIsSimulatedAsTheKernelDid() {
        Run simulated = runOn(run("import", BUNDLE).out(), "simulate", "--format=json", "-");

        JsonArray resources = JsonParser.parseString(simulated.out()).getAsJsonObject().getAsJsonArray("boots").get(0)
                .getAsJsonObject().getAsJsonArray("resources");
        boolean found = false;
        for (var resource : resources) {
            var fields = resource.getAsJsonObject();
            found |= fields.get("function").getAsString().equals("0000:02:00.0") && fields.get("resource").getAsString().equals("bar3")
                    && fields.get("start").getAsString().equals("0x8000800000");
        }
        assertTrue(found, simulated.out());
    }

    @Test
    void whatIsImportedIsFormatted() {
        String imported = run("import", BUNDLE).out();

        assertEquals(imported, runOn(imported, "format", "-").out());
    }

    @Test
    void anotherKernelMakesAnotherMatrix() {
        Run run = run("simulate", "--kernel=6.1", "--kernel=6.18", "--page-size=4K", "--format=json", BOARD);

        assertEquals(2, JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("boots").size(), run.err());
    }

    @Test
    void anUnknownBootNamesThoseThatThereAre() {
        Run run = run("simulate", "--boot", "stok", BOARD);

        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains("stock of board"), run.err());
    }

    @Test
    void sarifCarriesThePagesOfItsRules() {
        String sarif = run("check", "--format=sarif", BOARD).out();

        assertTrue(sarif.contains("\"markdown\": \"# PCI301"), sarif.substring(0, Math.min(2000, sarif.length())));
    }

    @Test
    void helpPrintsThePageOfAProblem() {
        assertTrue(run("help", "pci301").out().startsWith("# PCI301"));
    }

    @Test
    void aBrokenFileIsNotFormatted() {
        Run run = runOn("host a {\n    window window\n}\n", "format", "-");

        assertEquals("2 1", run.status() + " " + run.err().lines().count(), run.out() + run.err());
    }
}
