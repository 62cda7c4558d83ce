package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Unsigned;

/** Puts together what sources say of the boot and its platform, and assumes the rest with reasons. */
final class BootMerge {

    private static final Pattern PAGE_IN_RELEASE = Pattern.compile(".*[-+.](4|16|64)k(?:\\b.*)?");
    private static final Pattern RED_HAT_7_OR_8 = Pattern.compile(".*\\.el[78](?:[_.].*)?");
    private static final ReleaseRange ANY = new ReleaseRange(KernelRelease.OLDEST, KernelRelease.NEWEST);

    private final Candidates<String> kernel = new Candidates<>();
    private final Candidates<KernelRelease> release = new Candidates<>();
    private final Candidates<ReleaseRange> within = new Candidates<>();
    private final Candidates<String> commandLine = new Candidates<>();
    private final Candidates<Architecture> architecture = new Candidates<>();
    private final Candidates<Machine> machine = new Candidates<>();
    private final Candidates<Long> pageSize = new Candidates<>();
    private final Candidates<String> hardware = new Candidates<>();
    private final Candidates<List<BootStep>> steps = new Candidates<>();
    private final Candidates<Boolean> probeOnly = new Candidates<>();
    private final Candidates<Boolean> isolatedMsi = new Candidates<>();
    private final Map<String, Candidates<Boolean>> config = new TreeMap<>();
    private final List<Sourced<E820Entry>> e820 = new ArrayList<>();
    private SourceKind e820From = SourceKind.UNKNOWN;

    void accept(Finding finding, SourceKind source) {
        int rank = Precedence.BOOT.rank(source);
        if (finding instanceof Finding.KernelText one) {
            kernel.offer(one.release(), one.origin(), rank);
        } else if (finding instanceof Finding.Release one) {
            release.offer(one.release(), one.origin(), rank);
        } else if (finding instanceof Finding.ReleaseWithin one) {
            within.offer(one.range(), one.origin(), rank);
        } else if (finding instanceof Finding.CommandLine one) {
            commandLine.offer(one.text(), one.origin(), rank);
        } else if (finding instanceof Finding.ArchitectureIs one) {
            architecture.offer(one.architecture(), one.origin(), rank);
        } else if (finding instanceof Finding.MachineIs one) {
            machine.offer(one.machine(), one.origin(), rank);
        } else if (finding instanceof Finding.PageSize one && Unsigned.isPowerOfTwo(one.bytes())) {
            pageSize.offer(one.bytes(), one.origin(), rank);
        } else if (finding instanceof Finding.HardwareModel one) {
            hardware.offer(one.text(), one.origin(), rank);
        } else if (finding instanceof Finding.StepsDone one) {
            steps.offer(one.steps(), one.origin(), rank);
        } else if (finding instanceof Finding.ProbeOnly one) {
            probeOnly.offer(one.on(), one.origin(), rank);
        } else if (finding instanceof Finding.IsolatedMsi one) {
            isolatedMsi.offer(one.on(), one.origin(), rank);
        } else if (finding instanceof Finding.Configured one) {
            config.computeIfAbsent(one.name(), ignored -> new Candidates<>()).offer(one.on(), one.origin(), rank);
        } else if (finding instanceof Finding.MemoryMapEntry one) {
            memoryMap(one, source);
        }
    }

    /** The firmware memory map comes from one source alone: the log if it shows it, since iomem shows it changed. */
    private void memoryMap(Finding.MemoryMapEntry entry, SourceKind source) {
        if (source == SourceKind.KERNEL_LOG && e820From != SourceKind.KERNEL_LOG) {
            e820.clear();
            e820From = source;
        } else if (e820.isEmpty()) {
            e820From = source;
        }
        if (source == e820From) {
            e820.add(new Sourced<>(entry.entry(), entry.origin()));
        }
    }

    CapturedBoot boot(Notes notes) {
        Sourced<Architecture> processor = architecture();
        notes.take(FactNames.ARCHITECTURE, processor, architecture);
        assumeWhere(notes, "architecture", processor);
        Sourced<Machine> flow = machine(processor);
        notes.take(FactNames.MACHINE, flow, machine);
        assumeWhere(notes, "machine", flow);
        Sourced<Long> page = pageSize(processor, flow);
        notes.take(FactNames.PAGE_SIZE, page, pageSize);
        assumeWhere(notes, "pageSize", page);
        Sourced<ReleaseRange> releases = releases();
        notes.take(FactNames.KERNEL, releases);
        assumeWhere(notes, "kernel", releases);
        Sourced<String> command = commandLine.first()
                .orElseGet(() -> new Sourced<>("", Origin.assumed("no source shows the command line")));
        notes.take(FactNames.COMMAND_LINE, command, commandLine);
        assumeWhere(notes, "commandLine", command);
        hardware.first().ifPresent(model -> notes.take(FactNames.HARDWARE, model));
        return new CapturedBoot(kernel.first(), releases, processor, flow, page, command, hardware.first(),
                steps.first().map(Sourced::value).orElse(List.of()));
    }

    private static void assumeWhere(Notes notes, String what, Sourced<?> value) {
        if (value.origin().certainty() == Origin.Certainty.ASSUMED) {
            notes.assume(what, value.value().toString(), value.origin().why());
        }
    }

    private Sourced<Architecture> architecture() {
        return architecture.first().orElseGet(
                () -> new Sourced<>(Architecture.X86_64, Origin.assumed("no source names the architecture; most machines are x86")));
    }

    private Sourced<Machine> machine(Sourced<Architecture> processor) {
        Architecture found = processor.value();
        Optional<Sourced<Machine>> told = machine.first().filter(one -> fits(one.value(), found));
        if (told.isPresent()) {
            return told.get();
        }
        if (found.isX86()) {
            return new Sourced<>(Machine.X86, following(processor, "the architecture is " + found.id()));
        }
        return switch (found) {
            case AARCH64 -> new Sourced<>(Machine.ARM64_DT, Origin.assumed("arm64 without a sign of ACPI"));
            case PPC64LE -> new Sourced<>(Machine.POWERNV, Origin.assumed("ppc64le without a sign of a hypervisor"));
            default -> new Sourced<>(Machine.GENERIC_DT,
                    following(processor, found.id() + " host bridges are treated as generic device tree hosts"));
        };
    }

    /** What follows from an assumed architecture is assumed itself. */
    private static Origin following(Sourced<Architecture> processor, String why) {
        Origin origin = processor.origin();
        return origin.certainty() == Origin.Certainty.ASSUMED ? Origin.assumed(why)
                : Origin.derived(origin.file(), origin.line(), why);
    }

    private static boolean fits(Machine machine, Architecture architecture) {
        return switch (machine) {
            case X86 -> architecture.isX86();
            case ARM64_DT, ARM64_ACPI -> architecture == Architecture.AARCH64;
            case POWERNV, PSERIES -> architecture.isPowerPc();
            case GENERIC_DT -> !architecture.isX86();
        };
    }

    private Sourced<Long> pageSize(Sourced<Architecture> processor, Sourced<Machine> flow) {
        Optional<Sourced<Long>> told = pageSize.first();
        if (told.isPresent()) {
            return told.get();
        }
        Architecture found = processor.value();
        if (found.isX86()) {
            return new Sourced<>(0x1000L, following(processor, "x86 has pages of 4K alone"));
        }
        Optional<Sourced<String>> text = kernel.first();
        if (text.isPresent()) {
            Matcher named = PAGE_IN_RELEASE.matcher(text.get().value());
            if (named.matches()) {
                return new Sourced<>(Long.parseLong(named.group(1)) << 10, Origin.derived(text.get().origin().file(),
                        text.get().origin().line(), "the kernel's name says so"));
            }
            if (found == Architecture.AARCH64 && RED_HAT_7_OR_8.matcher(text.get().value()).matches()) {
                return new Sourced<>(0x10000L, Origin.assumed("arm64, RHEL 7 or 8: 64K pages are usual"));
            }
        }
        return new Sourced<>(found.usualPageSize(),
                Origin.assumed(found.id() + " " + flow.value().id() + ": usual page size; no source tells it"));
    }

    private Sourced<ReleaseRange> releases() {
        Optional<Sourced<String>> text = kernel.first();
        Optional<Sourced<ReleaseRange>> named = text.flatMap(one -> KernelRelease.parse(one.value())
                .map(found -> new Sourced<>(ReleaseRange.exactly(found), one.origin())));
        Optional<Sourced<ReleaseRange>> told = release.first().map(one -> one.map(ReleaseRange::exactly));
        if (named.isPresent() && told.isPresent() && moreExact(told.get().value().newest(), named.get().value().newest())) {
            return told.get();
        }
        return named.or(() -> told).or(within::first).orElseGet(
                () -> new Sourced<>(ANY, Origin.assumed("no source shows the release, and no wording narrows it")));
    }

    /** Distributions may name a kernel {@code 6.1.0-50} and tell its stable level elsewhere. */
    private static boolean moreExact(KernelRelease other, KernelRelease named) {
        return named.stable() == 0 && other.stable() > 0 && other.major() == named.major() && other.minor() == named.minor();
    }

    Platform platform(CapturedBoot boot, Notes notes) {
        boolean probe = notes.takeFirst(FactNames.PROBE_ONLY, probeOnly).orElse(false);
        boolean isolated = notes.takeFirst(FactNames.ISOLATED_MSI, isolatedMsi).orElse(false);
        Map<String, Boolean> settings = new TreeMap<>();
        config.forEach((name, candidates) -> notes.takeFirst(FactNames.config(name), candidates)
                .ifPresent(on -> settings.put(name, on)));
        List<E820Entry> map = new ArrayList<>();
        if (boot.architecture().value().isX86()) {
            if (e820.isEmpty()) {
                notes.assume("e820", "none", "no source shows firmware's memory map");
            }
            for (Sourced<E820Entry> entry : e820) {
                map.add(notes.take(FactNames.e820(map.size()), entry));
            }
        }
        return new Platform(boot.architecture().value(), boot.machine().value(), boot.pageSize().value(), isolated, probe, map,
                OptionalLong.empty(), settings);
    }
}
