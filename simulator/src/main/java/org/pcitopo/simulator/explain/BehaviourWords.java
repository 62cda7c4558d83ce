package org.pcitopo.simulator.explain;

import java.util.stream.Collectors;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.Span;

/** What changed between releases, in one sentence each. */
final class BehaviourWords {

    private BehaviourWords() {
    }

    /** Whether the kernel of {@code rules} has it, what it is, and which releases have it. */
    static String of(KernelRules rules, Behaviour behaviour) {
        return (rules.has(behaviour) ? "This kernel follows a rule: " : "This kernel does not follow a rule: ") + rule(behaviour)
                + " (" + releases(behaviour) + ").";
    }

    /** Whether any release of Linux has it. */
    static boolean isOfMainline(Behaviour behaviour) {
        return behaviour.spans().stream().anyMatch(span -> !span.isNever());
    }

    private static String releases(Behaviour behaviour) {
        return behaviour.spans().stream().map(BehaviourWords::span).collect(Collectors.joining(", "));
    }

    private static String span(Span span) {
        return span.before().map(end -> "from " + span.first() + " until before " + end).orElse("since " + span.first());
    }

    private static String rule(Behaviour behaviour) {
        return switch (behaviour) {
            case ID_FORM -> "a request may name functions by pci:vendor:device";
            case PATH_FORM -> "a request may name a function by its path, and text that cannot be read ends the list";
            case ORDER_LIMIT -> "orders above 63 are refused";
            case REQUESTS_RESPECT_FIRMWARE -> "requests leave alone what firmware forbids to move";
            case KEEP_LARGE_ENOUGH -> "a BAR that is large enough stays where a request asks for less, and powernv aligns every BAR to "
                    + "the page by itself";
            case SYSFS_CUTS_LINE -> "what is written to resource_alignment in sysfs ends at its first line end";
            case SUB_PAGE_MMAP -> "vfio-pci maps a BAR that is smaller than a page where it has its page to itself";
            case MSIX_SPARSE_AREAS -> "vfio-pci maps what lies around the MSI-X table";
            case MSIX_MAPPABLE -> "vfio-pci maps the MSI-X table as well";
            case NON_MAPPABLE_FLAG -> "single devices say that their BARs are not to be mapped";
            case SEPARATE_HOTPLUG_RESERVES -> "hotplug ports have reserves of their own for prefetchable memory, on top of what is there";
            case DEVICE_TREE_COMMON_FLOW -> "device tree hosts are set up as all others, with optional parts and several tries";
            case ACPI_COMMON_FLOW -> "arm64 hosts with ACPI are set up as all others, with optional parts and several tries";
            case E820_CLIPS_EVERY_SEARCH -> "every search for memory keeps clear of what firmware's memory map reserves";
            case FIRMWARE_ADDRESS_NEEDS_WINDOW -> "a BAR falls back to firmware's address only where the bridge above forwards it";
            case LARGE_ALIGNMENT_ORDERS -> "windows can hold BARs that are aligned to more than 128 GiB";
            case ROOT_DISTRIBUTION -> "spare space is handed down to hotplug ports at boot";
            case RELAXED_ALIGNMENT -> "a window that does not fit the window above, which has its place already, is sized with a smaller "
                    + "alignment";
            case OPTIONAL_REWORK -> "ROMs that are not enabled and BARs of virtual functions are optional, and what is required goes first";
            case OTHER_BUSES_LOSE_OPTIONAL -> "where one bus falls short, windows of buses that wait lose what is optional";
            case IO_OPTIONAL_COUNTS_REQUIRED -> "an I/O window adds what is optional to its rounded size";
            case FAILED_WINDOWS_KEEP_FLAGS -> "a window that found no place stays what it is for the next try";
            case RESIZE_REMEMBERS_WINDOWS -> "a window that is released to resize a BAR gets no smaller than it was";
            case HEAD_ALIGNMENT -> "a window is aligned for the largest piece at its head and only as long as its contents";
            case LARGE_CHILDREN_FILL_HEAD -> "pieces larger than their alignment count as if they could fill the head of a window";
            case EMPTY_WINDOWS_OPTIONAL -> "a window that is empty but for its optional part does not count with its alignment above";
            case TAIL_BELOW_ALIGNMENT -> "a window whose size is no multiple of its alignment may start below an aligned address";
            case DISTRIBUTION_KEEPS_REQUIRED -> "handing down too little space takes from hotplug reserves alone";
            case HOTPLUG_RESERVE_COVERS_OPTIONAL -> "a hotplug reserve covers what is there and what is optional together";
            case NORESIZE_AND_WILDCARDS -> "requests can end in :noresize and hold wildcards, and BARs keep their sizes by default";
        };
    }
}
