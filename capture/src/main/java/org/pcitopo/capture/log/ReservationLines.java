package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Space;

/**
 * Ranges that something other than PCI owns before the kernel assigns (behaviour specification 4.2 step 5). A "RAM buffer" is
 * none: the kernel reserves only the parts of it that no host window covers (reserve_region_with_split).
 */
final class ReservationLines {

    private static final Pattern PNP = Pattern.compile(
            "^(?:system|pnp) ([0-9a-f]{2}:[0-9a-f]{2}): (?:Reserved )?(\\[[^\\]]*\\])(?: has been reserved)?$");
    private static final Pattern ACPI = Pattern.compile("^acpi (PNP0C0[12]:[0-9a-f]{2}): Reserved (\\[[^\\]]*\\])$");
    private static final Pattern ECAM = Pattern.compile(
            "^PCI: (?:MMCONFIG at|ECAM) (\\[mem [^\\]]*\\]) reserved (?:in|as|via) .*$");
    private static final Pattern IO_APIC = Pattern.compile("^IOAPIC\\[(\\d+)\\]: .*address 0x([0-9a-f]{1,16}), .*$");
    private static final Pattern ACPI_CONFLICT = Pattern.compile(
            "^pci \\S+ .*address conflict with ([A-Z]{3,4}[0-9A-F]{4}:[0-9a-f]{2}) (\\[[^\\]]*\\])$");
    private static final long IO_APIC_SIZE = 0x400;

    private final List<Finding> findings = new ArrayList<>();

    void accept(LogLine line) {
        String text = line.text();
        Matcher pnp = PNP.matcher(text);
        if (pnp.matches() && (text.endsWith("has been reserved") || text.contains(": Reserved "))) {
            add(line, "pnp " + pnp.group(1), pnp.group(2));
            return;
        }
        Matcher acpi = ACPI.matcher(text);
        if (acpi.matches()) {
            add(line, "acpi " + acpi.group(1), acpi.group(2));
            return;
        }
        // Before the first assignment a failed claim names who owned the range already.
        Matcher conflict = ACPI_CONFLICT.matcher(text);
        if (conflict.matches()) {
            add(line, conflict.group(1), conflict.group(2));
            return;
        }
        Matcher ecam = ECAM.matcher(text);
        if (ecam.matches()) {
            add(line, "PCI ECAM", ecam.group(1));
            return;
        }
        Matcher apic = IO_APIC.matcher(text);
        if (apic.matches()) {
            AddressRange.tryOfSize(ResourceText.hex(apic.group(2)), IO_APIC_SIZE)
                    .ifPresent(range -> add(line, "IOAPIC " + apic.group(1), Space.MEM, range));
        }
    }

    private void add(LogLine line, String owner, String resource) {
        Optional<ResourceText> found = ResourceText.find(resource);
        if (found.isPresent() && found.get().range().isPresent() && !found.get().disabled()) {
            add(line, owner, found.get().type().space(), found.get().range().get());
        }
    }

    private void add(LogLine line, String owner, Space space, AddressRange range) {
        findings.add(new Finding.Reserved(new Reservation(space, range, owner), line.read()));
    }

    List<Finding> findings() {
        return findings;
    }
}
