package org.pcitopo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;

/** What people post is read, and so is what recorders recorded. */
class CorpusTest {

    @Test
    void everyLogWithHostWindowsBarsAndAssignmentsGivesAMachineAndAnOutcome() throws IOException {
        List<String> poor = new ArrayList<>();
        Map<String, JsonObject> index = index();
        for (Path file : Shared.bootLogs()) {
            JsonObject row = index.get(file.getFileName().toString());
            boolean complete = row != null && row.get("rootWindows").getAsInt() > 0 && row.get("barLines").getAsInt() > 0
                    && row.get("assignedLines").getAsInt() > 0;
            if (complete && !isRich(file)) {
                poor.add(file.getFileName().toString());
            }
        }
        // One cut the windows out; the other is a collection of excerpts from fifteen machines, with no boot in it.
        assertEquals(List.of("linux-pci-9cf66753ec-0.txt", "linux-pci-acafdc5b9f-0.txt"), poor);
    }

    @Test
    void recordingsShowAllTheirFunctionsWithoutContradictions() throws CaptureException, IOException {
        Map<String, Integer> wrong = new HashMap<>();
        for (Path bundle : Shared.recordings()) {
            CapturedMachine machine = Capture.read(Sources.open(bundle));
            int missing = functionsIn(bundle) - count(machine);
            if (missing != 0 || !machine.contradictions().isEmpty()) {
                wrong.put(bundle.getFileName().toString(), missing);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static boolean isRich(Path file) {
        try {
            CapturedMachine machine = Capture.read(Sources.open(file));
            return count(machine) > 0 && !machine.outcome().resources().isEmpty()
                    && machine.topology().hostBridges().stream().anyMatch(host -> !host.windows().isEmpty());
        } catch (CaptureException e) {
            return false;
        }
    }

    private static int count(CapturedMachine machine) {
        return machine.topology().hostBridges().stream().map(HostBridge::functions).mapToInt(CorpusTest::count).sum();
    }

    private static int count(List<Function> functions) {
        return functions.stream()
                .mapToInt(function -> 1 + function.bridge().map(bridge -> count(bridge.functions())).orElse(0)).sum();
    }

    private static Map<String, JsonObject> index() throws IOException {
        return rows(Shared.bootLogIndex(), "file");
    }

    private static int functionsIn(Path bundle) throws IOException {
        String name = bundle.getFileName().toString().replace(".tar.gz", "");
        return rows(bundle.resolveSibling("index.json"), "name").get(name).get("functions").getAsInt();
    }

    private static Map<String, JsonObject> rows(Path file, String key) throws IOException {
        Map<String, JsonObject> rows = new HashMap<>();
        for (JsonElement row : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
            rows.put(row.getAsJsonObject().get(key).getAsString(), row.getAsJsonObject());
        }
        return rows;
    }
}
