package org.pcitopo.capture.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sorts the files of a folder or an archive: a function's attributes together, the texts one by one. */
final class TreeRecogniser {

    private static final String DEVICES = "devices/";
    /** The copy of sysfs from before the steps, in a recording of what was done after a boot. */
    private static final Pattern BEFORE_STEPS = Pattern.compile("(?:.*/)?" + SourceInput.DeviceTree.BEFORE_STEPS + "/sysfs/.*");

    private final String name;
    private final String separator;
    private final SortedMap<String, byte[]> attributes = new TreeMap<>();
    private final SortedMap<String, byte[]> attributesBeforeSteps = new TreeMap<>();
    private final List<SourceInput> texts = new ArrayList<>();
    private String devicesPath = "";

    private TreeRecogniser(String name, String separator) {
        this.name = name;
        this.separator = separator;
    }

    /**
     * What the files are.
     *
     * @param name the folder's or archive's name
     * @param separator what stands between it and a path: {@code /} or {@code !}
     * @throws CaptureException where none is recognised, or where they are of several machines or boots
     */
    static List<SourceInput> recognise(String name, String separator, List<RawFile> files) throws CaptureException {
        TreeRecogniser recogniser = new TreeRecogniser(name, separator);
        files.forEach(recogniser::add);
        return recogniser.inputs();
    }

    private void add(RawFile file) {
        Optional<RelevantPaths.Attribute> member = RelevantPaths.groupMember(file.path());
        if (member.isPresent()) {
            String number = RelevantPaths.groupNumber(file.path()).orElse("");
            attributes.putIfAbsent(member.get().path(), number.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        Optional<RelevantPaths.Attribute> attribute = RelevantPaths.attribute(file.path());
        if (attribute.isPresent() && BEFORE_STEPS.matcher(file.path()).matches()) {
            attributesBeforeSteps.putIfAbsent(attribute.get().path(), file.content());
            return;
        }
        if (attribute.isPresent()) {
            attributes.putIfAbsent(attribute.get().path(), file.content());
            rememberDevicesPath(file.path());
            return;
        }
        String fileName = name + separator + file.path();
        TextDecoder.decode(file.content()).ifPresent(text -> {
            List<SourceInput.Text> pieces = TextRecogniser.recognise(fileName, text);
            boolean namedCommandLine = pieces.isEmpty() && isNamedCommandLine(file) && text.lines().count() <= 1;
            texts.addAll(namedCommandLine
                    ? List.of(new SourceInput.Text(SourceKind.COMMAND_LINE, SourceText.of(fileName, text)))
                    : pieces);
        });
    }

    /** A bundle's {@code cmdline.txt} may be empty or a single odd word, which its content alone would not tell. */
    private static boolean isNamedCommandLine(RawFile file) {
        return file.fileName().equals("cmdline.txt") || file.path().endsWith("proc/cmdline");
    }

    private void rememberDevicesPath(String path) {
        int end = path.indexOf(DEVICES);
        if (devicesPath.isEmpty() && end >= 0) {
            devicesPath = path.substring(0, end + DEVICES.length() - 1);
        }
    }

    private List<SourceInput> inputs() throws CaptureException {
        List<SourceInput> inputs = new ArrayList<>();
        refuseSeveral(SourceKind.BUNDLE_META, "bundles");
        keepBootLogs();
        inputs.addAll(texts);
        if (!attributes.isEmpty()) {
            inputs.add(new SourceInput.DeviceTree(devicesPath.isEmpty() ? name : name + separator + devicesPath, attributes));
        }
        if (!attributesBeforeSteps.isEmpty()) {
            inputs.add(new SourceInput.DeviceTree(name + separator + SourceInput.DeviceTree.BEFORE_STEPS, attributesBeforeSteps));
        }
        if (inputs.isEmpty()) {
            throw new CaptureException(name + ": holds no kernel log, lspci output, iomem or ioports listing and no copy of"
                    + " /sys/bus/pci/devices; \"pcitopo gather\" prints a script that makes a bundle");
        }
        return inputs;
    }

    /** Of several logs those without a boot's enumeration (what was logged while vfio was used) are not the boot's. */
    private void keepBootLogs() throws CaptureException {
        List<SourceInput> logs = ofKind(SourceKind.KERNEL_LOG);
        if (logs.size() < 2) {
            return;
        }
        List<SourceInput> boots = logs.stream().filter(log -> showsBoot((SourceInput.Text) log)).toList();
        if (boots.isEmpty()) {
            return;
        }
        texts.removeIf(input -> logs.contains(input) && !boots.contains(input));
        refuseSeveral(SourceKind.KERNEL_LOG, "kernel logs of boots");
    }

    static boolean showsBoot(SourceInput.Text log) {
        return log.text().lines().stream().map(SourceLine::text)
                .anyMatch(line -> line.contains("root bus resource") || line.contains("Linux version ")
                        || line.contains("PCI host bridge to bus"));
    }

    private void refuseSeveral(SourceKind kind, String what) throws CaptureException {
        List<String> names = ofKind(kind).stream().map(SourceInput::name).distinct().sorted().toList();
        if (names.size() > 1) {
            throw new CaptureException(name + ": holds " + names.size() + " " + what + " (" + names.get(0) + ", " + names.get(1)
                    + (names.size() > 2 ? ", …" : "") + "); give each as a source of its own");
        }
    }

    private List<SourceInput> ofKind(SourceKind kind) {
        return texts.stream().filter(input -> input.kind() == kind).toList();
    }
}
