package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;

/** Reads the sources of one machine and merges what they say. */
public final class Capture {

    private Capture() {
    }

    /**
     * Reads every input with the reader of its kind and merges the findings.
     *
     * @throws CaptureException where the inputs together show no PCI function
     */
    public static CapturedMachine read(List<SourceInput> inputs) throws CaptureException {
        boolean steps = inputs.stream().anyMatch(Capture::isBeforeSteps);
        List<SourceFindings> findings = new ArrayList<>();
        for (SourceInput input : inputs) {
            SourceFindings found = Readers.read(input);
            findings.add(steps && input.kind() == SourceKind.SYSFS ? oneSide(input, found) : found);
        }
        return merge(findings);
    }

    private static boolean isBeforeSteps(SourceInput input) {
        return input instanceof SourceInput.DeviceTree tree && tree.isBeforeSteps();
    }

    /** Functions go and come in steps: facts are those from before the first, answers those from after the last. */
    private static SourceFindings oneSide(SourceInput input, SourceFindings found) {
        return isBeforeSteps(input)
                ? new SourceFindings(found.kind(), found.name(), found.findings(), List.of(), found.remarks())
                : new SourceFindings(found.kind(), found.name(), List.of(), found.answers(), found.remarks());
    }

    /**
     * Merges what readers found.
     *
     * @throws CaptureException where the findings together show no PCI function
     */
    public static CapturedMachine merge(List<SourceFindings> findings) throws CaptureException {
        return new Merge(findings).machine();
    }
}
