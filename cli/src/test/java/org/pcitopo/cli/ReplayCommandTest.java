package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.cli.io.ExitStatus;

/** What scripts and people see of a comparison; the bundle is the one that the build rehearses with. */
class ReplayCommandTest {

    private static final Path BUNDLE = Path.of("src/dist/rehearsal/bundle").toAbsolutePath();

    @TempDir
    private Path folder;

    private String log;

    @BeforeEach
    void copyLog() throws IOException {
        log = Files.readString(BUNDLE.resolve("dmesg.txt"));
        Files.writeString(folder.resolve("boot.log"), log);
        Files.writeString(folder.resolve("other.log"),
                log.replace("[mem 0x50000000-0x50003fff 64bit]: assigned", "[mem 0x50010000-0x50013fff 64bit]: assigned"));
        Files.writeString(folder.resolve("README"), "no log at all\n");
    }

    private Run replay(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "replay";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.in(folder).run(all);
    }

    private static JsonObject json(Run run) {
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    @Test
    void aBundleThatIsPredictedIsClean() {
        Run run = replay(BUNDLE.toString());

        assertEquals(ExitStatus.CLEAN, run.status(), run.out() + run.err());
    }

    @Test
    void aDifferenceIsAFinding() {
        assertEquals(ExitStatus.FINDINGS, replay("other.log").status());
    }

    @Test
    void aDifferenceShowsBothPlacesAndTheLine() {
        String out = replay("other.log").out();

        assertTrue(out.contains("simulated  0x50000000-0x50003fff  recorded  0x50010000-0x50013fff"), out);
        assertTrue(out.matches("(?s).*other\\.log:\\d+\n.*"), out);
    }

    @Test
    void jsonHasTheFieldsThatArePublished() {
        JsonObject source = json(replay("--format", "json", "other.log")).getAsJsonArray("sources").get(0).getAsJsonObject();

        assertEquals("[source, kernel, architecture, group, platformNote, pageSize, commandLine, resources, mappings, differences,"
                + " notComparable]",
                source.keySet().toString());
    }

    @Test
    void jsonAddsUp() {
        JsonObject total = json(replay("--format", "json", "boot.log", "other.log")).getAsJsonObject("total");

        assertEquals("2 sources, 1 identical, 26 compared, 25 equal, 1 different",
                "%s sources, %s identical, %s compared, %s equal, %s different".formatted(total.get("sources"),
                        total.get("identical"), total.getAsJsonObject("resources").get("compared"),
                        total.getAsJsonObject("resources").get("equal"), total.getAsJsonObject("resources").get("different")));
    }

    @Test
    void severalSourcesAreATableWithATotal() {
        String out = replay("boot.log", "other.log").out();

        assertTrue(out.strip().endsWith("1 of 2 sources identical"), out);
    }

    @Test
    void oneOfManyThatIsUnreadableDoesNotStopTheOthers() {
        Run run = replay("boot.log", "README");

        assertEquals("2 1", run.status() + " " + run.err().lines().count(), run.err());
        assertTrue(run.out().contains("1 of 1 source identical"), run.out());
    }

    @Test
    void aLogThatEndsBeforeTheAssignmentHasNothingToCompare() throws IOException {
        Files.writeString(folder.resolve("cut.log"), log.substring(0, log.indexOf("[    0.510000]")));

        assertEquals(ExitStatus.USAGE, replay("cut.log").status());
    }

    @Test
    void theMachineMayComeFromAnotherBoot() {
        assertEquals(ExitStatus.CLEAN, replay("--topology", "other.log", "boot.log").status());
    }

    @Test
    void standardInputIsASource() {
        Run run = Run.in(folder).withInput(log).run("replay", "-");

        assertEquals(ExitStatus.CLEAN, run.status(), run.err());
    }
}
