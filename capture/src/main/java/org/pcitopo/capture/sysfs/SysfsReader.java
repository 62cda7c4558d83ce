package org.pcitopo.capture.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.PciAddress;

/** Reads a copy of {@code /sys/bus/pci/devices}, in a bundle or as hwloc-gather-topology stores it. */
public final class SysfsReader {

    private SysfsReader() {
    }

    /** What every function's attributes say; never throws. */
    public static SourceFindings read(SourceInput.DeviceTree tree) {
        List<Finding> findings = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        int shortConfigs = 0;
        for (Map.Entry<PciAddress, SortedMap<String, byte[]>> function : functions(tree).entrySet()) {
            SysfsFunction reader = new SysfsFunction(tree.name(), function.getKey(), function.getValue());
            if (reader.isVirtual()) {
                remarks.add(new Remark(tree.name(), 0,
                        function.getKey() + " is a virtual function; it was enabled after the boot and is left out"));
                continue;
            }
            reader.read();
            findings.addAll(reader.findings());
            answers.addAll(reader.answers());
            shortConfigs += reader.hasShortConfig() ? 1 : 0;
        }
        if (shortConfigs > 0) {
            remarks.add(new Remark(tree.name(), 0, "the configuration space of " + shortConfigs + " functions is cut off before"
                    + " the capabilities: hot-plug, MSI-X and SR-IOV are not known; copy it as root"));
        }
        return new SourceFindings(SourceKind.SYSFS, tree.name(), findings, answers, remarks);
    }

    private static SortedMap<PciAddress, SortedMap<String, byte[]>> functions(SourceInput.DeviceTree tree) {
        SortedMap<PciAddress, SortedMap<String, byte[]>> functions = new TreeMap<>();
        tree.files().forEach((path, content) -> {
            int slash = path.indexOf('/');
            Optional<PciAddress> address = slash < 0 ? Optional.empty() : PciAddress.parse(path.substring(0, slash));
            address.ifPresent(function ->
                    functions.computeIfAbsent(function, key -> new TreeMap<>()).put(path.substring(slash + 1), content));
        });
        return functions;
    }
}
