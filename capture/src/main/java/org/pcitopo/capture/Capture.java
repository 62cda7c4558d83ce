package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;

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
        List<SourceFindings> findings = new ArrayList<>();
        for (SourceInput input : inputs) {
            findings.add(Readers.read(input));
        }
        return merge(findings);
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
