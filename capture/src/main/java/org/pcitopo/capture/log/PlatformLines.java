package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Unsigned;

/** Kernel release, command line, machine, page size, firmware's memory map and the like. */
final class PlatformLines {

    private static final Pattern VERSION = Pattern.compile("^Linux version (\\d\\S{0,100})(?: .*)?$");
    private static final Pattern STABLE_LEVEL = Pattern.compile(".* Debian (\\d{1,2}\\.\\d{1,3}\\.\\d{1,4})-\\d.*");
    /** The head of a warning's back trace names the kernel too; logs that begin late often have nothing else. */
    private static final Pattern BACK_TRACE = Pattern.compile(
            "^CPU: \\d+ (?:UID: \\d+ )?PID: \\d+ Comm: .{1,60}[tT]ainted.{0,60}? (\\d{1,2}\\.\\d{1,3}\\.\\S{1,80}) #\\d.*$");
    private static final Pattern COMMAND_LINE = Pattern.compile("^(?:Kernel command|Command) line: (.*)$");
    private static final Pattern MODEL = Pattern.compile(
            "^(?:DMI|Hardware name|(?:OF: fdt: ?)?Machine model|MIPS: machine is|Board model): ?(.{1,200})$");
    private static final Pattern DESCRIPTION = Pattern.compile("^Using (.{1,80}) machine description$");
    private static final Pattern HASH = Pattern.compile(
            "^[\\w -]{1,40}hash table entries: \\d+ \\(order: (-?\\d{1,2}), (\\d{1,15}) bytes.*$");
    private static final Pattern RADIX = Pattern.compile("^radix-mmu: Mapped .* with (4\\.00|64\\.0) KiB pages.*$");
    private static final Pattern PROBE_ONLY = Pattern.compile("^PCI: (?:OF: )?PROBE_ONLY (enabled|disabled).*$");
    private static final Pattern REMAPPING = Pattern.compile(
            "^(?:DMAR-IR: Enabled IRQ remapping in .*|AMD-Vi: Interrupt remapping enabled.*)$");

    private final List<Finding> findings = new ArrayList<>();
    private final MemoryMapLines memoryMap = new MemoryMapLines();
    private boolean kernel;
    private boolean commandLine;
    private boolean model;
    private boolean machine;
    private boolean pseries;
    private boolean pageSize;
    private boolean isolated;

    void accept(LogLine line) {
        String text = line.text();
        version(line, text);
        backTrace(line, text);
        commandLine(line, text);
        model(line, text);
        pageSize(line, text);
        memoryMap.accept(line);
        Matcher probe = PROBE_ONLY.matcher(text);
        if (probe.matches()) {
            findings.add(new Finding.ProbeOnly(probe.group(1).equals("enabled"), line.read()));
        } else if (text.startsWith("PCI: Ignoring requested alignments (PCI_PROBE_ONLY)")) {
            findings.add(new Finding.ProbeOnly(true, line.read()));
        }
        if (!isolated && REMAPPING.matcher(text).matches()) {
            isolated = true;
            findings.add(new Finding.IsolatedMsi(true, line.derived("interrupt remapping is on")));
        }
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(memoryMap.findings());
        return all;
    }

    boolean namesKernel() {
        return kernel;
    }

    boolean isPseries() {
        return pseries;
    }

    private void version(LogLine line, String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!kernel && matcher.matches()) {
            kernel = true;
            findings.add(new Finding.KernelText(matcher.group(1), line.read()));
            Matcher level = STABLE_LEVEL.matcher(text);
            if (level.matches()) {
                KernelRelease.parse(level.group(1)).ifPresent(release -> findings.add(new Finding.Release(release, line.read())));
            }
        }
    }

    private void backTrace(LogLine line, String text) {
        Matcher matcher = BACK_TRACE.matcher(text);
        if (!kernel && matcher.matches()) {
            kernel = true;
            findings.add(new Finding.KernelText(matcher.group(1), line.derived("the head of a back trace")));
        }
    }

    private void commandLine(LogLine line, String text) {
        Matcher matcher = COMMAND_LINE.matcher(text);
        if (!commandLine && matcher.matches()) {
            commandLine = true;
            findings.add(new Finding.CommandLine(matcher.group(1).strip(), line.read()));
        }
    }

    private void model(LogLine line, String text) {
        Matcher named = MODEL.matcher(text);
        if (!model && named.matches() && !named.group(1).startsWith("Memory slots")) {
            model = true;
            findings.add(new Finding.HardwareModel(named.group(1).strip(), line.read()));
        }
        Matcher described = DESCRIPTION.matcher(text);
        if (described.matches()) {
            flow(line, described.group(1));
            if (!model) {
                model = true;
                findings.add(new Finding.HardwareModel(described.group(1), line.read()));
            }
        } else if (text.startsWith("lpar: Using ") || text.startsWith("Hardware name: IBM pSeries")) {
            flow(line, "pSeries");
        } else if (text.startsWith("Initializing IODA") || text.startsWith("Hardware name: ") && text.contains("PowerNV")) {
            flow(line, "PowerNV");
        }
    }

    private void flow(LogLine line, String description) {
        String key = description.toLowerCase(Locale.ROOT);
        Optional<Machine> found = key.equals("powernv") ? Optional.of(Machine.POWERNV)
                : key.equals("pseries") ? Optional.of(Machine.PSERIES) : Optional.empty();
        if (!machine && found.isPresent()) {
            machine = true;
            pseries = found.get() == Machine.PSERIES;
            findings.add(new Finding.MachineIs(found.get(), line.read()));
        }
    }

    /**
     * A hash table of 2<sup>order</sup> pages tells the page size: bytes divided by 2<sup>order</sup>. Tables smaller than a
     * page have a negative order.
     */
    private void pageSize(LogLine line, String text) {
        if (pageSize) {
            return;
        }
        Matcher radix = RADIX.matcher(text);
        if (radix.matches()) {
            pageSize = true;
            long bytes = radix.group(1).startsWith("4") ? 0x1000 : 0x10000;
            findings.add(new Finding.PageSize(bytes, line.derived("the smallest pages of the kernel's own mapping")));
            return;
        }
        Matcher hash = HASH.matcher(text);
        if (!hash.matches()) {
            return;
        }
        int order = Integer.parseInt(hash.group(1));
        long bytes = Long.highestOneBit(Long.parseLong(hash.group(2)));
        if (Math.abs(order) > 40) {
            return;
        }
        long page = order >= 0 ? bytes >>> order : bytes << -order;
        if (Unsigned.isPowerOfTwo(page) && page >= 0x1000 && page <= 0x40000) {
            pageSize = true;
            findings.add(new Finding.PageSize(page, line.derived("hash table of " + bytes + " bytes has order " + order)));
        }
    }
}
