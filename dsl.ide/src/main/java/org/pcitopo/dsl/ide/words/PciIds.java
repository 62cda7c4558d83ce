package org.pcitopo.dsl.ide.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of vendors, devices and classes: the system's {@code pci.ids}, or the few that come with the product. */
final class PciIds {

    private static final List<Path> PLACES = List.of(Path.of("/usr/share/misc/pci.ids"), Path.of("/usr/share/hwdata/pci.ids"),
            Path.of("/usr/share/pci.ids"), Path.of("/var/lib/pciutils/pci.ids"));

    private final Map<Integer, String> vendors = new HashMap<>();
    private final Map<Integer, String> devices = new HashMap<>();
    private final Map<Integer, String> classes = new HashMap<>();

    /** Read when first needed, once. */
    private static final class Holder {
        private static final PciIds ALL = read();
    }

    private PciIds() {
    }

    static Optional<String> vendor(int vendor) {
        return Optional.ofNullable(Holder.ALL.vendors.get(vendor));
    }

    static Optional<String> device(int vendor, int device) {
        return Optional.ofNullable(Holder.ALL.devices.get(vendor << 16 | device));
    }

    static Optional<String> classOf(int base, int sub) {
        return Optional.ofNullable(Holder.ALL.classes.get(base << 8 | sub));
    }

    private static PciIds read() {
        PciIds ids = new PciIds();
        for (Path place : PLACES) {
            try (BufferedReader reader = Files.newBufferedReader(place, StandardCharsets.UTF_8)) {
                ids.load(reader);
                return ids;
            } catch (IOException notHere) {
                // The next place, or the copy that comes with the product.
            }
        }
        try (InputStream stream = PciIds.class.getResourceAsStream("/org/pcitopo/dsl/ide/pci.ids")) {
            if (stream != null) {
                ids.load(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            // Ids stay numbers.
        }
        return ids;
    }

    private void load(BufferedReader reader) throws IOException {
        int above = -1;
        boolean inClasses = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("\t\t")) {
                continue;
            }
            boolean below = line.charAt(0) == '\t';
            String entry = line.strip();
            if (!below) {
                inClasses = entry.startsWith("C ");
                entry = inClasses ? entry.substring(2) : entry;
            }
            int gap = entry.indexOf("  ");
            int number = gap < 0 ? -1 : number(entry.substring(0, gap));
            if (number < 0) {
                above = -1;
            } else if (!below) {
                above = number;
                if (!inClasses) {
                    vendors.put(number, entry.substring(gap + 2));
                }
            } else if (above >= 0) {
                (inClasses ? classes : devices).put(inClasses ? above << 8 | number : above << 16 | number, entry.substring(gap + 2));
            }
        }
    }

    private static int number(String hex) {
        try {
            return Integer.parseInt(hex, 16);
        } catch (NumberFormatException noId) {
            return -1;
        }
    }
}
