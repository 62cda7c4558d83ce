package org.pcitopo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.capture.source.Sources;

/** A machine is made of facts: a log with all its assignment lines taken out gives the same one. */
class BlankedLogTest {

    private static final Pattern ASSIGNMENT = Pattern.compile(
            ".*(?:: assigned|: assigned \\[|can't assign|failed to assign|no space for|releasing|pci_bus \\S+ resource \\d).*");
    private static final Pattern WINDOW = Pattern.compile(".*(?:PCI bridge to \\[bus|  bridge window \\[).*");
    private static final Pattern NEW_HOST = Pattern.compile(".*PCI host bridge to bus.*");

    @Test
    void logsOfRecordings() throws CaptureException {
        List<String> different = new ArrayList<>();
        for (Path bundle : Shared.recordings()) {
            List<SourceInput> log = Sources.open(bundle).stream().filter(input -> input.kind() == SourceKind.KERNEL_LOG).toList();
            // On pseries functions are not in the log.
            if (!bundle.getFileName().toString().startsWith("ps")
                    && !Capture.read(log).topology().equals(Capture.read(blanked(log)).topology())) {
                different.add(bundle.getFileName().toString());
            }
        }
        assertEquals(List.of(), different);
    }

    private static List<SourceInput> blanked(List<SourceInput> inputs) {
        return inputs.stream().<SourceInput>map(input ->
                new SourceInput.Text(input.kind(), blanked(((SourceInput.Text) input).text()))).toList();
    }

    /** Assignment lines, and the bridge windows that are printed behind the first of them, of each host bridge. */
    private static SourceText blanked(SourceText text) {
        List<SourceLine> kept = new ArrayList<>();
        boolean assigning = false;
        for (SourceLine line : text.lines()) {
            assigning &= !NEW_HOST.matcher(line.text()).matches();
            boolean answer = ASSIGNMENT.matcher(line.text()).matches();
            assigning |= answer;
            if (!answer && !(assigning && WINDOW.matcher(line.text()).matches())) {
                kept.add(line);
            }
        }
        return new SourceText(text.file(), kept);
    }
}
