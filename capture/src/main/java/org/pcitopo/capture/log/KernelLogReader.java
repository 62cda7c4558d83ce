package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.log.HostPhases.Phase;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;

/** Reads a kernel log: {@code dmesg}, {@code journalctl -k}, a serial capture, or a mail that quotes one. */
public final class KernelLogReader {

    private static final Pattern RELEASE_IN_NAME = Pattern.compile(".*?(\\d{1,2}\\.\\d{1,3}(?:\\.\\d{1,3})?(?:-rc\\d+)?).*");

    private record BusId(int domain, int bus) {
    }

    private final List<Remark> remarks = new ArrayList<>();
    private final PlatformLines platform = new PlatformLines();
    private final ArchitectureLines architecture = new ArchitectureLines();
    private final ReservationLines reservations = new ReservationLines();
    private final ReleaseWording wording = new ReleaseWording();
    private final IodaLines ioda = new IodaLines();
    private final HostPhases phases = new HostPhases();
    private final LogFacts facts = new LogFacts(phases, ioda);
    private final LogOutcome outcome = new LogOutcome(phases, facts);
    private final Set<PciAddress> known = new HashSet<>();
    private final Set<BusId> populated = new HashSet<>();
    /** The first driver that speaks of a function, or vfio-pci where it ever does. */
    private final Map<PciAddress, Finding.Driver> drivers = new LinkedHashMap<>();
    private final Map<PciAddress, LogLine> plugged = new LinkedHashMap<>();

    private Optional<LogLine> acpiHost = Optional.empty();
    private Optional<LogLine> treeHost = Optional.empty();

    private KernelLogReader() {
    }

    /** Everything that the log says. Lines that mean nothing here are passed over; nothing is thrown. */
    public static SourceFindings read(SourceText source) {
        return new KernelLogReader().readAll(source);
    }

    /** The messages of the boot that {@link #read} reads, without times, levels and whatever else stands in front of them. */
    public static List<String> messages(SourceText source) {
        return LogBoots.of(LogLines.of(source).lines()).chosen().stream().map(LogLine::text).toList();
    }

    private SourceFindings readAll(SourceText source) {
        LogLines lines = LogLines.of(source);
        remarks.addAll(lines.remarks());
        LogBoots boots = LogBoots.of(lines.lines());
        remarks.addAll(boots.remarks());
        boots.chosen().forEach(this::line);
        if (architecture.finding().isEmpty()) {
            lines.lines().forEach(architecture::accept);
        }
        if (architecture.finding().isEmpty()) {
            lines.lines().forEach(architecture::mention);
        }
        return new SourceFindings(SourceKind.KERNEL_LOG, source.file(), findings(lines),
                outcome.answers(keepsFirmware()), remarks);
    }

    private List<Finding> findings(LogLines lines) {
        List<Finding> findings = new ArrayList<>(platform.findings());
        architecture.finding().ifPresent(findings::add);
        if (!platform.namesKernel()) {
            lines.diffHeader().flatMap(KernelLogReader::release).ifPresent(findings::add);
            wording.finding().ifPresent(findings::add);
        }
        findings.addAll(reservations.findings());
        machine().ifPresent(findings::add);
        findings.addAll(facts.findings());
        findings.addAll(drivers.values());
        plugged.forEach((function, line) -> findings.add(new Finding.AppearedLater(function, line.read())));
        return findings;
    }

    private static Optional<Finding> release(LogLine header) {
        Matcher matcher = RELEASE_IN_NAME.matcher(header.text());
        return matcher.matches()
                ? Optional.of(new Finding.KernelText(matcher.group(1), header.derived("the name of the diff's old side")))
                : Optional.empty();
    }

    /** How an arm64 machine was booted, told from who describes its host bridges. */
    private Optional<Finding> machine() {
        boolean arm64 = architecture.finding().map(found -> found.architecture() == Architecture.AARCH64).orElse(false);
        if (!arm64) {
            return Optional.empty();
        }
        return acpiHost.<Finding>map(line -> new Finding.MachineIs(Machine.ARM64_ACPI, line.derived("its host bridge comes from ACPI")))
                .or(() -> treeHost.map(line -> new Finding.MachineIs(Machine.ARM64_DT,
                        line.derived("its host bridge has a driver of its own"))));
    }

    private void line(LogLine line) {
        if (line.text().isEmpty()) {
            return;
        }
        platform.accept(line);
        architecture.accept(line);
        reservations.accept(line);
        ioda.accept(line);
        wording.accept(line);
        PciLineParser.parse(line.text()).ifPresent(event -> event(event, line));
    }

    private void event(PciEvent event, LogLine line) {
        if (event instanceof PciEvent.HostFound host) {
            phases.found(host.domain(), host.bus());
            if (!host.driver().isEmpty() && treeHost.isEmpty()) {
                treeHost = Optional.of(line);
            }
        } else if (event instanceof PciEvent.AcpiRoot && acpiHost.isEmpty()) {
            acpiHost = Optional.of(line);
        } else if (event instanceof PciEvent.RootWindow window) {
            phases.found(window.domain(), window.bus());
            if (acpiHost.isEmpty() && line.text().contains(" window]")) {
                acpiHost = Optional.of(line);
            }
        } else if (event instanceof PciEvent.BusResource list && !hasFunctions(list.domain(), list.bus())) {
            // Where functions are powered on by drivers, the kernel lists an empty bus and finds them later.
            return;
        } else if (event instanceof PciEvent.OfFunction function) {
            if (isPlugged(function, line)) {
                return;
            }
            advance(function);
            driver(function, line);
        }
        facts.accept(event, line);
        outcome.accept(event, line);
        if (event instanceof PciEvent.BusResource list && list.index() >= 4 && phases.isRoot(list.domain(), list.bus())) {
            phases.reach(list.domain(), list.bus(), Phase.DONE);
        }
    }

    private void driver(PciEvent.OfFunction event, LogLine line) {
        boolean bound = !event.driver().equals("pci") && known.contains(event.function());
        if (bound && (event.driver().equals("vfio-pci") || !drivers.containsKey(event.function()))) {
            drivers.put(event.function(), new Finding.Driver(event.function(), event.driver(),
                    line.derived("the driver's name stands before its message")));
        }
    }

    private boolean hasFunctions(int domain, int bus) {
        int root = phases.root(domain, bus);
        return populated.stream().anyMatch(one -> one.domain() == domain && phases.root(domain, one.bus()) == root)
                || phases.of(domain, bus) != Phase.ENUMERATING;
    }

    /** Functions that turn up when the assignment of their host bridge is over are not part of the boot. */
    private boolean isPlugged(PciEvent.OfFunction event, LogLine line) {
        PciAddress function = event.function();
        if (event instanceof PciEvent.Found && !known.contains(function) && phases.of(function) == Phase.DONE) {
            plugged.putIfAbsent(function, line);
        }
        if (plugged.containsKey(function)) {
            return true;
        }
        // A mail may begin with a driver's complaint, long before the log that it quotes.
        if (phases.of(function) == Phase.ENUMERATING && event.driver().equals("pci")) {
            known.add(function);
            populated.add(new BusId(function.domain(), function.bus()));
        }
        return false;
    }

    private void advance(PciEvent.OfFunction event) {
        PciAddress function = event.function();
        if (event instanceof PciEvent.Optionally) {
            phases.reach(function.domain(), function.bus(), Phase.ASSIGNING);
        } else if (event instanceof PciEvent.Shown shown) {
            switch (shown.remark()) {
                case ASSIGNED, FAILED, CLAIM_FAILED, RELEASED, DISABLED, SIZED ->
                        phases.reach(function.domain(), function.bus(), Phase.ASSIGNING);
                default -> {
                }
            }
        }
        if (platform.isPseries() && facts.headerType(function) < 0 && showsBridge(event)) {
            phases.reach(function.domain(), function.bus(), Phase.ASSIGNING);
        }
        boolean driverAtWork = !event.driver().equals("pci") || event instanceof PciEvent.Enabling;
        if (driverAtWork && known.contains(function)) {
            phases.reach(function.domain(), function.bus(), Phase.DONE);
        }
    }

    /**
     * On pseries functions come from the device tree and are not printed as they are found; the first bridge lines are those of
     * the assignment.
     */
    private static boolean showsBridge(PciEvent.OfFunction event) {
        return event instanceof PciEvent.BridgeTo
                || event instanceof PciEvent.Shown shown && shown.place().naming() == Place.Naming.WINDOW;
    }

    /** x86 and the older powerpc machines claim what firmware placed; the others place everything anew. */
    private boolean keepsFirmware() {
        return architecture.finding().map(Finding.ArchitectureIs::architecture)
                .map(found -> found.isX86() || found == Architecture.PPC32 || found == Architecture.PPC64).orElse(true);
    }
}
