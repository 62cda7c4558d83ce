package org.pcitopo.dsl.ide.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of device types that come with the language. */
public final class Catalogue {

    private static final List<String> FILES = List.of("nvme", "nic", "gpu", "storage", "thunderbolt", "qemu");
    private static final Pattern TYPE = Pattern.compile("(?m)^device-type\\s+([A-Za-z0-9_-]+)");
    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    private Catalogue() {
    }

    /** What stands behind {@code catalogue:} in an import. */
    public static List<String> files() {
        return FILES;
    }

    /** The device types of a file. */
    public static Set<String> typesIn(String file) {
        return NAMES.computeIfAbsent(file, Catalogue::read);
    }

    private static Set<String> read(String file) {
        Set<String> names = new LinkedHashSet<>();
        try (InputStream stream = Catalogue.class.getResourceAsStream("/catalogue/" + file + ".pcitopo")) {
            Matcher matcher = TYPE.matcher(stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        } catch (IOException unreadable) {
            // Then nothing of it is offered.
        }
        return names;
    }
}
