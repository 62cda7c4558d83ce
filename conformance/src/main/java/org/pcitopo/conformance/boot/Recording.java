package org.pcitopo.conformance.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the recorder sent.
 *
 * @param files the bundle's files by name, without {@code meta.json}
 * @param facts what the machine says of itself: {@code machine}, {@code kernel}, {@code kernelVersion}, {@code pageSize},
 *     {@code commandLine}, {@code resourceAlignment}
 * @param paths the sysfs path of each function
 * @param stepErrors the error number of each step that was done after the boot, 0 where it went well; in order
 * @param notes what went wrong, a sentence each
 */
public record Recording(SortedMap<String, byte[]> files, Map<String, String> facts, SortedMap<String, String> paths,
        List<Integer> stepErrors, List<String> notes) {

    private static final String FACTS = "facts";

    public Recording {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        facts = Map.copyOf(facts);
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
        stepErrors = List.copyOf(stepErrors);
        notes = List.copyOf(notes);
    }

    /**
     * Tells the facts from the files.
     *
     * @param sent all files as {@link QemuBoot#run} returns them
     * @throws BootException where the facts are missing
     */
    public static Recording of(SortedMap<String, byte[]> sent) throws BootException {
        SortedMap<String, byte[]> files = new TreeMap<>(sent);
        byte[] text = files.remove(FACTS);
        if (text == null) {
            throw new BootException("the recorder sent no file named " + FACTS);
        }
        Map<String, String> facts = new TreeMap<>();
        SortedMap<String, String> paths = new TreeMap<>();
        List<Integer> stepErrors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "path" -> paths.put(rest.substring(0, rest.indexOf(' ')), rest.substring(rest.indexOf(' ') + 1));
                case "step" -> stepErrors.add(Integer.parseInt(rest.substring(rest.indexOf(' ') + 1)));
                case "note" -> notes.add(rest);
                default -> facts.put(words[0], rest);
            }
        }
        return new Recording(files, facts, paths, stepErrors, notes);
    }

    /** The fact {@code name}, empty where the machine did not tell. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
