package org.pcitopo.eclipse.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.preference.IPreferenceStore;

/** What a person set, as the server and the command line want it. */
public final class Settings {

    /** Releases of Linux to look at instead of those that are written; separated by commas. */
    public static final String KERNEL = "kernel";
    /** Page sizes to look at instead of those that are written; separated by commas. */
    public static final String PAGE_SIZE = "pageSize";
    /** Functions that count as handed to guests; separated by commas. */
    public static final String PASSTHROUGH = "passthrough";
    /** How bad problems are: {@code PCI301=error,PCI305=off}. */
    public static final String SEVERITY = "severity";
    /** The folder of the Java that the server runs on; empty for the workbench's own. */
    public static final String JAVA_HOME = "java.home";
    /** Whether projects with topologies are checked as a whole: {@code always}, {@code never}, or empty to ask. */
    public static final String CHECK_PROJECTS = "checkProjects";

    private final IPreferenceStore store;

    public Settings(IPreferenceStore store) {
        this.store = store;
    }

    /** Where it is kept. */
    public IPreferenceStore store() {
        return store;
    }

    /** Whether {@code name} says which program the server is, so that it has to be started anew. */
    public static boolean isOfProgram(String name) {
        return name.equals(JAVA_HOME);
    }

    String javaHome() {
        return store.getString(JAVA_HOME).strip();
    }

    /** {@code initializationOptions}, and what {@code workspace/didChangeConfiguration} tells. */
    JsonObject toJson() {
        JsonObject json = new JsonObject();
        for (String name : List.of(KERNEL, PAGE_SIZE, PASSTHROUGH)) {
            JsonArray values = new JsonArray();
            list(name).forEach(values::add);
            json.add(name, values);
        }
        JsonObject severities = new JsonObject();
        for (String entry : list(SEVERITY)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                severities.addProperty(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        json.add(SEVERITY, severities);
        json.addProperty("showsResults", true);
        return json;
    }

    private List<String> list(String name) {
        return new ArrayList<>(Arrays.stream(store.getString(name).split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList());
    }
}
