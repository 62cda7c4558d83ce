package org.pcitopo.capture.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;

/**
 * Takes out of sources what the kernel did: the log from the first assignment on, addresses in registers and resource files, PCI's
 * ranges, vfio's answers.
 */
final class BlankedAnswers {

    /** Which sizes stay in resource files: all, or those of functions alone that the log does not show (pseries). */
    enum Sizes { ALL, OF_FUNCTIONS_NOT_LOGGED }

    private static final Pattern ASSIGNMENT = Pattern.compile(".*(?:: assigned|: can't assign|: failed to assign|: releasing|: no space for"
            + "|: not assigned|: no compatible bridge window|add_size|max bus depth|resource \\d+ \\[).*");
    private static final Pattern HOST = Pattern.compile(".*(?:PCI host bridge to bus|ACPI: PCI Root Bridge).*");
    private static final Pattern REGISTER = Pattern.compile(".*pci ([0-9a-f:.]{12}): (?:BAR \\d|ROM|reg 0x[0-9a-f]+:) \\[.*\\]");
    private static final int COMMAND = 0x04;
    private static final int FIRST_BAR = 0x10;

    private BlankedAnswers() {
    }

    static List<SourceInput> of(List<SourceInput> inputs, Sizes sizes) {
        Set<String> logged = sizes == Sizes.ALL ? Set.of() : loggedFunctions(inputs);
        List<SourceInput> blanked = new ArrayList<>();
        for (SourceInput input : inputs) {
            if (input instanceof SourceInput.DeviceTree tree) {
                blanked.add(new SourceInput.DeviceTree(tree.name(), files(tree.files(), logged)));
            } else if (input.kind() == SourceKind.IOMEM || input.kind() == SourceKind.IOPORTS) {
                blanked.add(new SourceInput.Text(input.kind(), withoutPci(((SourceInput.Text) input).text())));
            } else if (input.kind() == SourceKind.KERNEL_LOG) {
                blanked.add(new SourceInput.Text(input.kind(), cut(((SourceInput.Text) input).text())));
            } else if (input.kind() != SourceKind.VFIO_ANSWERS) {
                blanked.add(input);
            }
        }
        return blanked;
    }

    private static Set<String> loggedFunctions(List<SourceInput> inputs) {
        Set<String> functions = new HashSet<>();
        for (SourceInput input : inputs) {
            if (input.kind() == SourceKind.KERNEL_LOG) {
                ((SourceInput.Text) input).text().lines().forEach(line -> {
                    Matcher register = REGISTER.matcher(line.text());
                    if (register.matches()) {
                        functions.add(register.group(1));
                    }
                });
            }
        }
        return functions;
    }

    /** Each host bridge's lines end where the kernel begins to assign; where the next host bridge is announced they begin again. */
    private static SourceText cut(SourceText log) {
        List<SourceLine> kept = new ArrayList<>();
        boolean assigning = false;
        for (SourceLine line : log.lines()) {
            assigning = !HOST.matcher(line.text()).matches() && (assigning || ASSIGNMENT.matcher(line.text()).matches());
            if (!assigning) {
                kept.add(line);
            }
        }
        return new SourceText(log.file(), kept);
    }

    private static SourceText withoutPci(SourceText text) {
        return new SourceText(text.file(), text.lines().stream()
                .filter(line -> !line.text().matches(".* : (?:PCI Bus .*|[0-9a-f]{4}:[0-9a-f]{2}:.*)")).toList());
    }

    private static SortedMap<String, byte[]> files(SortedMap<String, byte[]> files, Set<String> logged) {
        SortedMap<String, byte[]> blanked = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] content = file.getValue();
            if (file.getKey().endsWith("/config")) {
                content = config(content.clone());
            } else if (file.getKey().endsWith("/resource")) {
                content = resource(content, !logged.contains(file.getKey().split("/")[0]));
            }
            blanked.put(file.getKey(), content);
        }
        return blanked;
    }

    /** Decoders off; of every BAR and window register only the low bits stay. */
    private static byte[] config(byte[] bytes) {
        bytes[COMMAND] = 0;
        boolean bridge = (bytes[0x0e] & 0x7f) == 1;
        int bars = bridge ? 2 : 6;
        for (int bar = 0; bar < bars; bar++) {
            int offset = FIRST_BAR + 4 * bar;
            boolean wide = (bytes[offset] & 7) == 4;
            blankRegister(bytes, offset, 0xf);
            if (wide) {
                bar++;
                blankRegister(bytes, offset + 4, 0);
            }
        }
        if (bridge) {
            for (int offset = 0x1c; offset < 0x28; offset++) {
                boolean lowByte = offset < 0x1e || offset >= 0x20 && offset % 2 == 0;
                bytes[offset] &= offset == 0x1e || offset == 0x1f ? 0xff : lowByte ? 0xf : 0;
            }
            blankRegister(bytes, 0x28, 0);
            blankRegister(bytes, 0x2c, 0);
            blankRegister(bytes, 0x30, 0);
        }
        return bytes;
    }

    private static void blankRegister(byte[] bytes, int offset, int kept) {
        bytes[offset] &= kept;
        for (int i = 1; i < 4; i++) {
            bytes[offset + i] = 0;
        }
    }

    /** No address stays but a shadow ROM's, which is the same on every machine. */
    private static byte[] resource(byte[] content, boolean withSize) {
        StringBuilder blanked = new StringBuilder();
        new String(content, StandardCharsets.US_ASCII).lines().forEach(line -> {
            String[] fields = line.split(" ");
            long last = withSize ? hex(fields[1]) - hex(fields[0]) : 0;
            boolean shadow = hex(fields[0]) == 0xc0000;
            blanked.append(shadow ? line : String.format("0x%016x 0x%016x %s", 0, last, fields[2])).append('\n');
        });
        return blanked.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text.substring(2), 16);
    }
}
