package org.pcitopo.cli.input;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Fingerprint;
import org.pcitopo.cli.report.Problem;

/** Problems that are known and shall not be reported again, wherever in their file they stand now. */
public final class Baseline {

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(Map.of());

    private final Map<String, Integer> counts;

    private Baseline(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
    }

    /**
     * Reads what {@code check --format json} printed.
     *
     * @throws UserError where the file cannot be read or is something else
     */
    public static Baseline read(String name, Path path) {
        try (Reader reader = Files.newBufferedReader(path)) {
            JsonElement root = JsonParser.parseReader(reader);
            JsonArray problems = root.getAsJsonObject().getAsJsonArray("problems");
            Map<String, Integer> counts = new HashMap<>();
            for (JsonElement element : problems) {
                JsonObject problem = element.getAsJsonObject();
                String print = Fingerprint.of(problem.get("code").getAsString(), problem.get("file").getAsString(),
                        problem.get("message").getAsString());
                counts.merge(print, 1, Integer::sum);
            }
            return new Baseline(counts);
        } catch (IOException e) {
            throw new UserError("cannot read the baseline " + name + ": " + SourceFiles.reason(e), e);
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new UserError(name + " is no baseline; make one with 'pcitopo check --format json PATH > " + name + "'", e);
        }
    }

    /** {@code report} without the problems that are known, each as often as it is known. */
    public CheckReport without(CheckReport report) {
        Map<String, Integer> left = new HashMap<>(counts);
        List<Problem> fresh = new ArrayList<>();
        for (Problem problem : report.problems()) {
            boolean known = left.merge(Fingerprint.of(problem), -1, Integer::sum) >= 0;
            if (!known) {
                fresh.add(problem);
            }
        }
        return report.withProblems(fresh);
    }
}
