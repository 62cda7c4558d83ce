package org.pcitopo.capture.replay;

import java.util.List;
import org.pcitopo.capture.NotComparable;

/**
 * How a simulation of the recorded boot compares with what the recorded kernel did.
 *
 * @param source the source's name
 * @param kernel what {@code uname -r} printed where known, else the releases that fit
 * @param architecture {@code uname -m}'s name
 * @param group with which platforms it is counted
 * @param platformNote what its platform does its own way, in one sentence; empty where that goes without saying
 * @param pageSize bytes
 * @param commandLine the recorded command line
 * @param resources BARs, ROMs, VF BARs and bridge windows
 * @param mappings what vfio-pci said of BARs
 * @param differences where the two disagree, by function and resource
 * @param notComparable what was left out, with the reason; one entry for each that {@code resources} and {@code mappings} count
 */
public record ReplayResult(String source, String kernel, String architecture, PlatformGroup group, String platformNote, long pageSize,
        String commandLine, Tally resources, Tally mappings, List<Difference> differences, List<NotComparable> notComparable) {

    public ReplayResult {
        differences = List.copyOf(differences);
        notComparable = List.copyOf(notComparable);
    }

    /** Whether there was nothing to compare. */
    public boolean isEmpty() {
        return resources.compared() + mappings.compared() == 0;
    }

    /** Whether something was compared and nothing differs. */
    public boolean isIdentical() {
        return differences.isEmpty() && !isEmpty();
    }
}
