package org.pcitopo.cli.language;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.Contradiction;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.topology.Origin;

/** What a reader of an imported file should know beside the facts in it: the lines that the file begins with. */
final class ImportComments {

    private ImportComments() {
    }

    static List<String> of(CapturedMachine machine) {
        List<String> lines = new ArrayList<>();
        lines.add("Imported by pcitopo: the machine before its kernel assigned anything, as its sources tell.");
        ReleaseRange releases = machine.boot().releases().value();
        if (!releases.isExact()) {
            lines.add("The kernel's release is not known; it is one of " + releases + ", and the boot below stands for both ends.");
        }
        for (Remark remark : machine.remarks()) {
            lines.add(place(remark.file(), remark.line()) + ": " + remark.text());
        }
        for (Assumption assumption : machine.assumptions()) {
            lines.add("assumed: " + assumption.what() + " = " + assumption.value() + " (" + assumption.why() + ")");
        }
        for (Contradiction contradiction : machine.contradictions()) {
            lines.add("contradiction about " + contradiction.fact().subject() + " " + contradiction.fact().aspect() + ": "
                    + place(contradiction.keptFrom()) + " says " + contradiction.kept() + ", which is taken; "
                    + place(contradiction.otherFrom()) + " says " + contradiction.other());
        }
        return lines;
    }

    private static String place(Origin origin) {
        return place(origin.file(), origin.line());
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ":" + line : file;
    }
}
