package org.pcitopo.eclipse.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is tried, in this order. */
final class Tests {

    static final String DRIVES = "arm64-64k-nvme.pcitopo";
    static final String WORSE = "power9-default-alignment.pcitopo";

    private Tests() {
    }

    static Map<String, Report.Body> all(Bench bench) {
        Map<String, Report.Body> tests = new LinkedHashMap<>();
        ProblemTests.add(bench, tests);
        ReadingTests.add(bench, tests);
        HoverTests.add(bench, tests);
        LensTests.add(bench, tests);
        WritingTests.add(bench, tests);
        DrawingTests.add(bench, tests);
        ProjectTests.add(bench, tests);
        ServerTests.add(bench, tests);
        WizardTests.add(bench, tests);
        PreferenceTests.add(bench, tests);
        ResourceTests.add(bench, tests);
        OutsideTests.add(bench, tests);
        DarkTests.add(bench, tests);
        if (bench.takesPictures()) {
            PictureTests.add(bench, tests);
        }
        return tests;
    }
}
