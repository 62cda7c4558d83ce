package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Topology;

/** Merges the findings of all sources into one machine. */
final class Merge {

    /** Files of a bundle that is a folder, which is named after the folder. */
    private static final String MEMBER_OF_A_BUNDLE = "(?:(?:dmesg|lspci|iomem|ioports|cmdline)\\.txt|(?:meta|vfio)\\.json|sysfs(?:/.*)?)";

    private final BootMerge boots = new BootMerge();
    private final TopologyMerge topologies = new TopologyMerge();
    private final Notes notes = new Notes();
    private final List<Sourced<Reservation>> reserved = new ArrayList<>();
    private final List<SourceFindings> sources;

    Merge(List<SourceFindings> sources) {
        this.sources = sources;
    }

    CapturedMachine machine() throws CaptureException {
        for (SourceFindings source : sources) {
            notes.remarkAll(source.remarks());
            for (Finding finding : source.findings()) {
                boots.accept(finding, source.kind());
                topologies.accept(finding, source.kind());
                reserved(finding, source.kind());
            }
        }
        if (topologies.isEmpty()) {
            throw new CaptureException(nothing());
        }
        CapturedBoot boot = boots.boot(notes);
        List<Reservation> reservations = new ArrayList<>();
        for (Sourced<Reservation> one : reserved) {
            reservations.add(notes.take(FactNames.reservation(reservations.size()), one));
        }
        Platform platform = boots.platform(boot, notes);
        List<HostBridge> hosts = topologies.build(boot.commandLine().value(), notes);
        Topology topology = new Topology(name(), platform, asFirmwareLeft(hosts, platform, boot), reservations);
        RecordedOutcome outcome = OutcomeMerge.merge(boot.steps().isEmpty() ? sources : withoutLogsAnswers(), topology);
        return new CapturedMachine(topology, notes.provenance(), boot, outcome, notes.assumptions(), notes.contradictions(),
                notes.notComparable(), notes.remarks());
    }

    /** What was done after the boot is not in its log: where the log says that resources ended, they may be no longer. */
    private List<SourceFindings> withoutLogsAnswers() {
        return sources.stream().map(source -> source.kind() == SourceKind.KERNEL_LOG
                ? new SourceFindings(source.kind(), source.name(), source.findings(), List.of(), source.remarks()) : source).toList();
    }

    /** SLOF's addresses stand in no source, but can be told (QEMU's pseries guests). */
    private List<HostBridge> asFirmwareLeft(List<HostBridge> hosts, Platform platform, CapturedBoot boot) {
        boolean slof = platform.machine() == Machine.PSERIES
                && boot.hardware().map(hardware -> hardware.value().contains("SLOF")).orElse(false);
        if (!slof || !topologies.hidesFirmware()) {
            return hosts;
        }
        topologies.tellFirmware(notes, "SLOF gives out addresses in a fixed order");
        return hosts.stream().map(SlofFirmware::place).toList();
    }

    /** The same range is often told twice, by the log and by iomem; the first source that tells it is kept. */
    private void reserved(Finding finding, SourceKind source) {
        if (finding instanceof Finding.Reserved one) {
            Reservation reservation = one.reservation();
            boolean known = reserved.stream().map(Sourced::value).anyMatch(
                    other -> other.space() == reservation.space() && other.range().equals(reservation.range()));
            if (!known) {
                reserved.add(new Sourced<>(reservation, one.origin()));
            }
        }
    }

    private String name() {
        return sources.stream().findFirst().map(SourceFindings::name).map(Merge::baseName).orElse("machine");
    }

    private static String baseName(String file) {
        int bang = file.indexOf('!');
        String outer = bang < 0 ? file : file.substring(0, bang);
        String whole = outer.replaceFirst("(?<=[^/])/" + MEMBER_OF_A_BUNDLE + "$", "");
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return Optional.of(last.replaceFirst("\\.(?:tar(?:\\.\\w+)?|tgz|zip|txt|log)$", "")).filter(text -> !text.isBlank()).orElse("machine");
    }

    private String nothing() {
        if (sources.isEmpty()) {
            return "no source: give a kernel log, lspci -vv, a copy of /sys/bus/pci/devices or a bundle of them";
        }
        String names = String.join(", ", sources.stream().map(source -> source.name() + " (" + source.kind().label() + ")").toList());
        return "no PCI function in " + names + ": give the whole output of dmesg from the start of the boot, lspci -vv, "
                + "or a bundle made by 'pcitopo gather'";
    }
}
