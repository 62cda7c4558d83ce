package org.pcitopo.dsl.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Space;

/** The statements of a platform, one line each. */
final class PlatformStatements {

    private final Platform platform;
    private final OriginText origins;

    PlatformStatements(Platform platform, OriginText origins) {
        this.platform = platform;
        this.origins = origins;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("architecture " + platform.architecture().id() + origins.of(FactNames.ARCHITECTURE));
        lines.add("machine " + platform.machine().id() + origins.of(FactNames.MACHINE));
        lines.add("page-size " + Literals.sizeText(platform.pageSize()) + origins.of(FactNames.PAGE_SIZE));
        flag(lines, "isolated-msi", platform.isolatedMsi(), FactNames.ISOLATED_MSI);
        flag(lines, "probe-only", platform.probeOnly(), FactNames.PROBE_ONLY);
        platform.defaultAlignment().ifPresent(size -> lines.add("default-alignment "
                + (size == 0 ? "none" : Literals.sizeText(size)) + origins.of(new Fact("platform", "defaultAlignment"))));
        new TreeMap<>(platform.config()).forEach((name, set) -> lines.add(
                "config " + name + (set ? "" : " = n") + origins.of(FactNames.config(name))));
        return lines;
    }

    /** The entries of the E820 map. */
    List<String> e820() {
        List<String> lines = new ArrayList<>();
        for (E820Entry entry : platform.e820()) {
            String type = List.of("usable", "reserved", "ACPI data", "ACPI NVS").contains(entry.type()) ? entry.type()
                    : OriginText.quoted(entry.type());
            lines.add(ResourceText.range(Space.MEM, entry.range()) + " " + type
                    + origins.of(FactNames.e820(lines.size())));
        }
        return lines;
    }

    private void flag(List<String> lines, String keyword, boolean on, Fact fact) {
        if (on || origins.knows(fact)) {
            lines.add(keyword + (on ? "" : " off") + origins.of(fact));
        }
    }
}
