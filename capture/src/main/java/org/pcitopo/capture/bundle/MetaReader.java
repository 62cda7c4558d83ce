package org.pcitopo.capture.bundle;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads {@code meta.json}: architecture, machine, firmware, kernel, page size and command line. */
public final class MetaReader {

    /** Debian's {@code uname -v} names the stable level that {@code uname -r} leaves out: {@code Debian 6.1.176-1}. */
    private static final Pattern PACKAGE_VERSION = Pattern.compile("Debian (\\d+\\.\\d+\\.\\d+)-");

    private final SourceText text;
    private final List<Finding> findings = new ArrayList<>();

    private MetaReader(SourceText text) {
        this.text = text;
    }

    /** What {@code text} says; never throws. */
    public static SourceFindings read(SourceText text) {
        Optional<JsonObject> meta = Json.object(text);
        if (meta.isEmpty()) {
            return new SourceFindings(SourceKind.BUNDLE_META, text.file(), List.of(), List.of(),
                    List.of(new Remark(text.file(), 0, "is no valid JSON and was left out")));
        }
        MetaReader reader = new MetaReader(text);
        reader.readBoot(meta.get());
        reader.readMachine(meta.get());
        reader.readSteps(meta.get());
        return new SourceFindings(SourceKind.BUNDLE_META, text.file(), reader.findings, List.of(), List.of());
    }

    private void readBoot(JsonObject meta) {
        Optional<String> kernel = Json.string(meta, "kernel");
        kernel.ifPresent(release -> findings.add(new Finding.KernelText(release, origin("kernel"))));
        Optional<KernelRelease> release = kernel.or(() -> Json.string(meta, "kernelRelease")).flatMap(KernelRelease::parse);
        Optional<KernelRelease> packaged = Json.string(meta, "kernelVersion").flatMap(MetaReader::packageVersion)
                .filter(version -> release.map(named -> sameSeries(named, version)).orElse(true));
        packaged.or(() -> release).ifPresent(found ->
                findings.add(new Finding.Release(found, origin(packaged.isPresent() ? "kernelVersion" : "kernel"))));
        OptionalLong pageSize = Json.number(meta, "pageSize");
        if (pageSize.isPresent() && Unsigned.isPowerOfTwo(pageSize.getAsLong())) {
            findings.add(new Finding.PageSize(pageSize.getAsLong(), origin("pageSize")));
        }
        Json.string(meta, "commandLine").ifPresent(line -> findings.add(new Finding.CommandLine(line, origin("commandLine"))));
    }

    private static Optional<KernelRelease> packageVersion(String version) {
        Matcher matcher = PACKAGE_VERSION.matcher(version);
        return matcher.find() ? KernelRelease.parse(matcher.group(1)) : Optional.empty();
    }

    private static boolean sameSeries(KernelRelease a, KernelRelease b) {
        return a.major() == b.major() && a.minor() == b.minor();
    }

    private void readMachine(JsonObject meta) {
        Optional<Architecture> architecture = Json.string(meta, "arch").flatMap(Architecture::parse);
        architecture.ifPresent(found -> findings.add(new Finding.ArchitectureIs(found, origin("arch"))));
        Optional<String> machine = Json.string(meta, "machine");
        String firmware = Json.string(meta, "firmware").orElse("");
        machine.ifPresent(name -> findings.add(new Finding.HardwareModel(
                firmware.isEmpty() ? name : name + ", firmware " + firmware, origin("machine"))));
        architecture.flatMap(found -> machine(found, machine.orElse(""), firmware))
                .ifPresent(flow -> findings.add(new Finding.MachineIs(flow,
                        Origin.derived(text.file(), line("machine"), "from architecture, machine and firmware"))));
    }

    private void readSteps(JsonObject meta) {
        if (!Json.array(meta, "steps").isEmpty()) {
            findings.add(new Finding.StepsDone(StepReader.read(Json.array(meta, "steps")), origin("steps")));
        }
    }

    /** The flow, where the three together leave no doubt. */
    private static Optional<Machine> machine(Architecture architecture, String name, String firmware) {
        if (architecture.isX86()) {
            return Optional.of(Machine.X86);
        }
        if (architecture.isPowerPc() && (name.startsWith("powernv") || firmware.equals("skiboot"))) {
            return Optional.of(Machine.POWERNV);
        }
        if (architecture.isPowerPc() && name.startsWith("pseries")) {
            return Optional.of(Machine.PSERIES);
        }
        boolean deviceTree = firmware.contains("device tree");
        if (architecture == Architecture.AARCH64 && deviceTree) {
            return Optional.of(Machine.ARM64_DT);
        }
        if (architecture == Architecture.AARCH64 && firmware.contains("ACPI")) {
            return Optional.of(Machine.ARM64_ACPI);
        }
        return deviceTree ? Optional.of(Machine.GENERIC_DT) : Optional.empty();
    }

    private Origin origin(String member) {
        return Origin.read(text.file(), line(member));
    }

    /** The line on which {@code member} stands, 0 where the JSON was written without line ends. */
    private int line(String member) {
        String quoted = '"' + member + '"';
        return text.lines().size() < 2 ? 0
                : text.lines().stream().filter(line -> line.text().contains(quoted)).findFirst().map(SourceLine::number)
                        .orElse(0);
    }
}
