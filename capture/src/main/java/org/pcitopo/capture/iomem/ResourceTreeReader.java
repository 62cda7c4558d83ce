package org.pcitopo.capture.iomem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Space;

/** Reads one listing. */
public final class ResourceTreeReader {

    private static final Pattern BUS = Pattern.compile("PCI Bus ([0-9a-f]{4,8}):([0-9a-f]{2})");
    /** The local APIC is none of them: it is entered after assignment, and a BAR may lie around it (recorded on 6.1.192). */
    private static final Pattern RESERVED_OWNER = Pattern.compile(
            "pnp [0-9a-f]{2}:[0-9a-f]{2}|PNP[0-9A-F]{4}:[0-9a-f]{2}|ACPI .*|PCI MMCONFIG .*|PCI ECAM .*|IOAPIC \\d+|HPET \\d+"
                    + "|PCI conf[12]");

    private final Space space;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Deque<TreeLine> above = new ArrayDeque<>();

    private ResourceTreeReader(Space space, String file) {
        this.space = space;
        this.file = file;
    }

    /** {@code /proc/iomem}; never throws. */
    public static SourceFindings readIomem(SourceText text) {
        return new ResourceTreeReader(Space.MEM, text.file()).read(SourceKind.IOMEM, text);
    }

    /** {@code /proc/ioports}; never throws. */
    public static SourceFindings readIoports(SourceText text) {
        return new ResourceTreeReader(Space.IO, text.file()).read(SourceKind.IOPORTS, text);
    }

    private SourceFindings read(SourceKind kind, SourceText text) {
        List<TreeLine> lines = new ArrayList<>();
        for (SourceLine line : text.lines()) {
            TreeLine.parse(line).ifPresent(lines::add);
        }
        if (lines.size() > 1 && lines.stream().allMatch(line -> line.range().start() == 0 && line.range().end() == 0)) {
            Remark zeros = new Remark(file, lines.get(0).line().number(),
                    "all addresses are zero: " + kind.label() + " was read without privileges; read it as root");
            return new SourceFindings(kind, file, List.of(), List.of(), List.of(zeros));
        }
        lines.forEach(this::add);
        return new SourceFindings(kind, file, findings, answers, List.of());
    }

    private void add(TreeLine line) {
        while (!above.isEmpty() && above.peek().depth() >= line.depth()) {
            above.pop();
        }
        Origin origin = Origin.read(file, line.line().number());
        Optional<PciAddress> function = line.owner().indexOf('.') > 0 ? PciAddress.parse(line.owner()) : Optional.empty();
        Matcher bus = BUS.matcher(line.owner());
        if (function.isPresent()) {
            addFunction(function.get(), line, origin);
        } else if (bus.matches()) {
            addBus(bus, line.range(), origin);
        } else {
            addOther(line, origin);
        }
        above.push(line);
    }

    /** A driver that claims a BAR shows the function's name once more below it. */
    private void addFunction(PciAddress function, TreeLine line, Origin origin) {
        boolean repeated = above.stream().anyMatch(outer -> outer.owner().equals(line.owner()));
        if (!repeated) {
            answers.add(new Answer.Occupied(function, space, line.range(), origin));
        }
    }

    private void addBus(Matcher bus, AddressRange range, Origin origin) {
        long domain = Long.parseLong(bus.group(1), 16);
        if (domain <= Integer.MAX_VALUE) {
            answers.add(new Answer.BusWindow((int) domain, Integer.parseInt(bus.group(2), 16), space, range, origin));
        }
    }

    private void addOther(TreeLine line, Origin origin) {
        Optional<String> memoryType = space == Space.MEM && line.depth() == 0 ? e820Type(line.owner()) : Optional.empty();
        if (memoryType.isPresent()) {
            findings.add(new Finding.MemoryMapEntry(new E820Entry(line.range(), memoryType.get()), origin));
        } else if (RESERVED_OWNER.matcher(line.owner()).matches()) {
            findings.add(new Finding.Reserved(new Reservation(space, line.range(), line.owner()), origin));
        }
    }

    /** Firmware's word for a memory map entry, from the kernel's name for the resource that it makes of it. */
    private static Optional<String> e820Type(String owner) {
        return switch (owner) {
            case "System RAM" -> Optional.of("usable");
            case "Reserved", "reserved" -> Optional.of("reserved");
            case "ACPI Tables" -> Optional.of("ACPI data");
            case "ACPI Non-volatile Storage" -> Optional.of("ACPI NVS");
            case "Unusable memory" -> Optional.of("unusable");
            case "Soft Reserved" -> Optional.of("soft reserved");
            default -> Optional.empty();
        };
    }
}
