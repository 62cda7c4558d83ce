package org.pcitopo.simulator.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every kernel behaviour that differs between releases, with the releases that have it. This is the one table that a new
 * release changes; algorithms ask {@link KernelRules#has} and never compare releases.
 *
 * <p>Sources: behaviour specification 0.3, 1.2, 3, 5, 6, 7 and the corrections of its section 12.
 */
public enum Behaviour {
    /** Requests by {@code pci:vendor:device} are understood (4.8). */
    ID_FORM("4.8"),
    /** Requests by path {@code bus:dev.fn/dev.fn} are understood; malformed text is reported and ends the list (4.19). */
    PATH_FORM("4.19"),
    /** Orders above 63 are rejected and the shift is 64 bits wide (5.11, and the stable kernels of December 2020). */
    ORDER_LIMIT(Span.between("4.19.164", "4.20"), Span.between("5.4.86", "5.5"), Span.between("5.10.4", "5.11"),
            Span.since("5.11")),
    /** Requests are ignored under PCI_PROBE_ONLY; fixed BARs and VFs are skipped (4.9). */
    REQUESTS_RESPECT_FIRMWARE("4.9"),
    /**
     * BARs that are large enough already stay; the architecture may ask for a default alignment that keeps sizes; window
     * sizing counts {@code max(size, alignment)} (4.12).
     */
    KEEP_LARGE_ENOUGH("4.12"),
    /** A text written to {@code /sys/bus/pci/resource_alignment} ends at its first line end (5.14). */
    SYSFS_CUTS_LINE("5.14"),
    /** vfio maps a sub-page BAR that is alone in its page (4.8). */
    SUB_PAGE_MMAP("4.8", RuleSet.VFIO_MMAP_V4),
    /** vfio reports sparse areas around the MSI-X table (4.6 to 4.15). */
    MSIX_SPARSE_AREAS(Span.between("4.6", "4.16"), RuleSet.VFIO_MMAP_V4),
    /** vfio lets the MSI-X table be mapped (4.16). */
    MSIX_MAPPABLE("4.16"),
    /** The {@code non_mappable_bars} flag, and mmap on s390 (6.15). */
    NON_MAPPABLE_FLAG("6.15"),
    /** Memory and prefetchable hotplug reserves are separate; the reserve and optional children add up (5.5). */
    SEPARATE_HOTPLUG_RESERVES("5.5"),
    /** Device tree hosts run the common root-bus flow and honour preserve-config (6.11). */
    DEVICE_TREE_COMMON_FLOW("6.11"),
    /** ACPI hosts of arm64 run the common root-bus flow (5.4). */
    ACPI_COMMON_FLOW("5.4"),
    /** Every search for memory keeps clear of E820 entries; later only host windows are clipped (up to 5.18). */
    E820_CLIPS_EVERY_SEARCH(Span.between("0.0", "5.19")),
    /**
     * Behind a bridge a BAR falls back to firmware's address only where the bridge forwards it (6.1, and the stable kernels of
     * October 2022).
     */
    FIRMWARE_ADDRESS_NEEDS_WINDOW(Span.between("5.4.220", "5.5"), Span.between("5.10.150", "5.11"),
            Span.between("5.15.75", "5.16"), Span.since("6.0.3")),
    /** Window sizing knows alignments up to 8 TiB instead of 128 GiB (5.11; 128 TiB with {@link #FAILED_WINDOWS_KEEP_FLAGS}). */
    LARGE_ALIGNMENT_ORDERS("5.11"),
    /** Spare space is handed down to hotplug bridges at boot, not only on hot-add (6.3). */
    ROOT_DISTRIBUTION("6.3"),
    /**
     * Windows too large for an already assigned upstream window are sized with relaxed alignment (6.11 to 6.18.12); in 6.18 also
     * those below two windows that were never sized.
     */
    RELAXED_ALIGNMENT(Span.between("6.11", "6.18.15"), Span.between("6.19", "6.19.5")),
    /** Disabled ROMs and zero-sized windows are optional; VF BARs are listed at full size (6.16). */
    OPTIONAL_REWORK("6.16"),
    /** Optional parts are forgotten for windows of buses that are not placed yet, where one bus falls short (6.16 to 6.19). */
    OTHER_BUSES_LOSE_OPTIONAL(Span.between("6.16", "7.0")),
    /** An I/O window counts its required size instead of its large children for the optional size (6.16). */
    IO_OPTIONAL_COUNTS_REQUIRED("6.16"),
    /** One function selects windows; failed windows keep their flags and are only marked unset (6.18). */
    FAILED_WINDOWS_KEEP_FLAGS("6.18"),
    /** Windows that are released to resize a BAR remember how large they were (6.18; before, start and end were set to 0). */
    RESIZE_REMEMBERS_WINDOWS("6.18"),
    /**
     * Windows are aligned by their head and sized to their granularity (7.0 and stable kernels; C8). 6.18.12 does not, 6.18.15 and
     * 6.19.6 do; which stable release between was the first is inferred.
     */
    HEAD_ALIGNMENT(Span.between("6.18.15", "6.19"), Span.since("6.19.5")),
    /**
     * The first releases with {@link #HEAD_ALIGNMENT} count children that are larger than their alignment as if they could fill
     * the head of a window (6.18.15, 6.19.5; corrected in 7.0).
     */
    LARGE_CHILDREN_FILL_HEAD(Span.between("6.18.15", "6.19"), Span.between("6.19.5", "7.0")),
    /** A window that is empty but for its optional part does not count with its alignment in the window above (7.0). */
    EMPTY_WINDOWS_OPTIONAL("7.0"),
    /** A window whose size is no multiple of its alignment may start below an aligned address (7.1). */
    TAIL_BELOW_ALIGNMENT("7.1"),
    /**
     * Handing down too little space takes from the hotplug reserve alone, never from what a window requires (read in 7.3 and
     * not in 6.12; where between it began is not known, 7.0 is assumed; C14).
     */
    DISTRIBUTION_KEEPS_REQUIRED("7.0"),
    /** The hotplug reserve covers required and optional children together (7.3). */
    HOTPLUG_RESERVE_COVERS_OPTIONAL("7.3"),
    /** Default alignment and requests set sizes free: the {@code :noresize} suffix and {@code *} wildcards (v4 series). */
    NORESIZE_AND_WILDCARDS(Span.NEVER, RuleSet.VFIO_MMAP_V4);

    private final List<Span> spans;
    private final Set<RuleSet> alsoIn;

    Behaviour(String since, RuleSet... alsoIn) {
        this(Span.since(since), alsoIn);
    }

    Behaviour(Span span, RuleSet... alsoIn) {
        this.spans = List.of(span);
        this.alsoIn = alsoIn.length == 0 ? EnumSet.noneOf(RuleSet.class) : EnumSet.copyOf(Arrays.asList(alsoIn));
    }

    Behaviour(Span first, Span second, Span... more) {
        this.spans = Stream.concat(Stream.of(first, second), Stream.of(more)).toList();
        this.alsoIn = EnumSet.noneOf(RuleSet.class);
    }

    /** The spans of mainline releases that have it, oldest first. */
    public List<Span> spans() {
        return spans;
    }

    /** The run of mainline releases around {@code release} that behave as it does. */
    public static Span alike(KernelRelease release) {
        NavigableSet<KernelRelease> changes = new TreeSet<>(Set.of(KernelRelease.OLDEST));
        Stream.of(values()).flatMap(behaviour -> behaviour.spans.stream()).filter(span -> !span.isNever()).forEach(span -> {
            changes.add(span.first());
            span.before().ifPresent(changes::add);
        });
        return new Span(changes.floor(release), Optional.ofNullable(changes.higher(release)));
    }

    boolean holds(KernelRelease release, RuleSet rules) {
        // Asked for every resource: no stream.
        for (Span span : spans) {
            if (span.contains(release)) {
                return true;
            }
        }
        return alsoIn.contains(rules);
    }
}
