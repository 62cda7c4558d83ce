package org.pcitopo.dsl.ide.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The names of vendors, devices, subsystems and classes, from a list in the format of {@code pci.ids}. A list has some ten thousand
 * lines; of those only the ones that begin a vendor or a class are looked at at once, and what stands below them when asked for.
 */
final class PciIds {

    private static final List<Path> PLACES = List.of(Path.of("/usr/share/misc/pci.ids"), Path.of("/usr/share/hwdata/pci.ids"),
            Path.of("/usr/share/pci.ids"), Path.of("/var/lib/pciutils/pci.ids"));
    private static final int VERSION_WITHIN = 2_000;

    private final String text;
    private final String version;
    private final Map<Integer, Integer> vendors = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, Map<Long, String>> known = new ConcurrentHashMap<>();

    /** Read when first needed, once. */
    private static final class Holder {
        private static final PciIds NEWEST = newest(PLACES);
    }

    private PciIds(byte[] bytes) {
        // Nearly all of a list is ASCII, and of one byte a character as long as that is so.
        text = new String(bytes, StandardCharsets.UTF_8);
        version = version(text.substring(0, Math.min(VERSION_WITHIN, text.length())));
        for (int line = 0; line < text.length(); line = next(line)) {
            char first = text.charAt(line);
            if (first == 'C' && text.startsWith("C ", line)) {
                number(line + 2, 2).ifPresent(add(classes, line + 2));
            } else if (first != '\t' && first != '#') {
                number(line, 4).ifPresent(add(vendors, line));
            }
        }
    }

    private static java.util.function.Consumer<Integer> add(Map<Integer, Integer> to, int line) {
        return number -> to.putIfAbsent(number, line);
    }

    /** The list that comes with the product, or the system's where that is newer. */
    static PciIds get() {
        return Holder.NEWEST;
    }

    static PciIds newest(List<Path> places) {
        PciIds best = bundled();
        for (Path place : places) {
            try {
                byte[] bytes = Files.readAllBytes(place);
                String head = new String(bytes, 0, Math.min(VERSION_WITHIN, bytes.length), StandardCharsets.UTF_8);
                if (version(head).compareTo(best.version) > 0) {
                    best = new PciIds(bytes);
                }
            } catch (IOException notHere) {
                // The next place, or the list that comes with the product.
            }
        }
        return best;
    }

    static PciIds bundled() {
        try (InputStream stream = PciIds.class.getResourceAsStream("pci.ids")) {
            return new PciIds(stream == null ? new byte[0] : stream.readAllBytes());
        } catch (IOException unreadable) {
            // Ids stay numbers.
            return new PciIds(new byte[0]);
        }
    }

    /** {@code 2023.04.10}; empty where the list does not say. Newer ones are larger as text. */
    String version() {
        return version;
    }

    Optional<String> vendor(int vendor) {
        return Optional.ofNullable(vendors.get(vendor)).map(line -> nameAt(line + 4));
    }

    Optional<String> device(int vendor, int device) {
        return below(vendors, vendor, (long) device << 32);
    }

    Optional<String> subsystem(int vendor, int device, int subvendor, int subdevice) {
        return below(vendors, vendor, (long) device << 32 | 1L << 48 | Integer.toUnsignedLong(subvendor << 16 | subdevice));
    }

    Optional<String> classOf(int base, int sub) {
        return below(classes, base, (long) sub << 32);
    }

    Optional<String> programmingInterface(int base, int sub, int code) {
        return below(classes, base, (long) sub << 32 | 1L << 48 | code);
    }

    /** Ids for {@code word}, in lower case: {@code 144d:} for a vendor, {@code 144d:a808} once the vendor is clear. */
    Map<String, String> search(String word, int most) {
        Map<String, String> found = new LinkedHashMap<>();
        if (word.length() >= 5 && word.charAt(4) == ':') {
            number(word).map(vendors::get).ifPresent(line -> devicesAt(line, word.substring(0, 4), device -> device.startsWith(word), most, found));
            return found;
        }
        List<Integer> numbers = vendors.keySet().stream().sorted().toList();
        for (int vendor : numbers) {
            String hex = String.format("%04x", vendor);
            String name = nameAt(vendors.get(vendor) + 4);
            boolean named = word.length() > 1 && name.toLowerCase(Locale.ROOT).contains(word);
            if (found.size() < most && (hex.startsWith(word) || named)) {
                found.put(hex + ":", name);
            }
            if (named) {
                devicesAt(vendors.get(vendor), hex, device -> true, most, found);
            }
        }
        return found;
    }

    private void devicesAt(int vendor, String hex, Predicate<String> wanted, int most, Map<String, String> found) {
        String name = nameAt(vendor + 4);
        known.computeIfAbsent(vendor, this::read).forEach((key, words) -> {
            String ids = hex + ":" + String.format("%04x", key >>> 32);
            if (key >>> 48 == 0 && found.size() < most && wanted.test(ids)) {
                found.put(ids, name + " " + words);
            }
        });
    }

    private static Optional<Integer> number(String word) {
        try {
            return Optional.of(Integer.parseInt(word.substring(0, 4), 16));
        } catch (NumberFormatException noId) {
            return Optional.empty();
        }
    }

    /** Class codes with their names, the more general first. */
    Map<String, String> allClasses() {
        Map<String, String> found = new LinkedHashMap<>();
        classes.keySet().stream().sorted().forEach(base -> {
            String general = nameAt(classes.get(base) + 2);
            Map<Long, String> subs = known.computeIfAbsent(classes.get(base), this::read);
            subs.forEach((key, words) -> {
                boolean programming = (key >>> 48 & 1) == 1;
                long sub = key >>> 32 & 0xff;
                String above = programming ? subs.getOrDefault(sub << 32, "") + ": " : "";
                found.putIfAbsent(String.format("0x%02x%02x%02x", base, sub, programming ? key & 0xff : 0),
                        (above + words).isBlank() ? general : above + words);
            });
        });
        return found;
    }

    private Optional<String> below(Map<Integer, Integer> heads, int number, long key) {
        Integer line = heads.get(number);
        return line == null ? Optional.empty() : Optional.ofNullable(known.computeIfAbsent(line, this::read).get(key));
    }

    /** Everything below the line at {@code head}: devices by their number above bit 32, what is below those with bit 48 set. */
    private Map<Long, String> read(int head) {
        Map<Long, String> names = new LinkedHashMap<>();
        long device = -1;
        for (int line = next(head); line < text.length() && (text.charAt(line) == '\t' || text.charAt(line) == '#'); line = next(line)) {
            if (text.startsWith("\t\t", line)) {
                int gap = text.indexOf("  ", line);
                Optional<Integer> first = number(line + 2, gap - line - 2 < 4 ? 2 : 4);
                Optional<Integer> second = number(line + 7, 4);
                if (device >= 0 && first.isPresent() && gap > 0) {
                    int sub = gap - line - 2 > 4 && second.isPresent() ? first.get() << 16 | second.get() : first.get();
                    names.putIfAbsent(device | 1L << 48 | Integer.toUnsignedLong(sub), nameAt(gap));
                }
            } else if (text.charAt(line) == '\t') {
                int gap = text.indexOf("  ", line);
                Optional<Integer> one = number(line + 1, gap - line - 1);
                device = one.map(found -> (long) found << 32).orElse(-1L);
                one.ifPresent(found -> names.putIfAbsent((long) found << 32, nameAt(gap)));
            }
        }
        return names;
    }

    private int next(int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }

    private String nameAt(int offset) {
        int end = text.indexOf('\n', offset);
        return text.substring(offset, end < 0 ? text.length() : end).strip();
    }

    private Optional<Integer> number(int from, int digits) {
        if (digits < 1 || digits > 4 || from + digits > text.length()) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value << 4 | digit;
        }
        return Optional.of(value);
    }

    private static String version(String head) {
        int at = head.indexOf("Version:");
        if (at < 0) {
            return "";
        }
        int end = head.indexOf('\n', at);
        return head.substring(at + "Version:".length(), end < 0 ? head.length() : end).strip();
    }
}
