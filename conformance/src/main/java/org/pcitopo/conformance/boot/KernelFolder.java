package org.pcitopo.conformance.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kernel as {@code conformance/kernels} keeps it.
 *
 * @param path the folder
 * @param facts the lines of its file {@code package}: {@code package}, {@code version}, {@code sha256}, {@code suite},
 *     {@code release}, {@code flavour}, {@code uname}
 */
public record KernelFolder(Path path, Map<String, String> facts) {

    public KernelFolder {
        facts = Map.copyOf(facts);
    }

    /** @throws BootException where {@code path} is no such folder */
    public static KernelFolder open(Path path) throws BootException {
        Map<String, String> facts = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(path.resolve("package"))) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    facts.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException missing) {
            throw new BootException(path + " is no kernel folder: it holds no readable file named package; 'conformance/kernels"
                    + " fetch' makes one", missing);
        }
        return new KernelFolder(path, facts);
    }

    /** The file that QEMU starts. */
    public Path image() {
        return path.resolve("image");
    }

    /** {@code 6.12.117}. */
    public String release() {
        return facts.getOrDefault("release", "");
    }

    /** {@code 6.12}. */
    public String series() {
        String[] parts = release().split("\\.");
        return parts.length < 2 ? release() : parts[0] + "." + parts[1];
    }
}
