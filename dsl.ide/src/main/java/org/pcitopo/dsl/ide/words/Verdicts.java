package org.pcitopo.dsl.ide.words;

import java.util.Optional;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Reason;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** Places and verdicts in a few words. */
public final class Verdicts {

    private Verdicts() {
    }

    /** {@code mapped}, {@code emulated: page shared}, {@code I/O}; without a verdict how the resource ended. */
    public static String words(AssignedResource resource, Optional<Mapping> mapping) {
        if (mapping.isEmpty() || resource.type().isIo()) {
            return resource.type().isIo() && resource.key().name().isBar() && resource.range().isPresent() ? "I/O, not mapped"
                    : state(resource.state());
        }
        String verdict = verdict(mapping.get().verdict());
        return mapping.get().reason().map(reason -> verdict + ": " + reason(reason)).orElse(verdict);
    }

    /** Whether a guest reaches all of it without leaving the processor's guest mode. */
    public static boolean isGood(Optional<Mapping> mapping) {
        return mapping.map(found -> found.verdict() == Verdict.MAPPED).orElse(true);
    }

    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case MAPPED -> "mapped";
            case PARTLY_MAPPED -> "partly mapped";
            case EMULATED -> "emulated";
            case NONE -> "none";
        };
    }

    public static String reason(Reason reason) {
        return switch (reason) {
            case PAGE_SHARED -> "page shared";
            case UNALIGNED -> "unaligned";
            case NO_PAGE_LEFT -> "no page left";
            case MSIX_TABLE -> "MSI-X table";
            case UNASSIGNED -> "unassigned";
            case IO -> "I/O";
            case NON_MAPPABLE_DEVICE -> "never mappable";
            case SUB_PAGE -> "smaller than a page";
        };
    }

    public static String state(ResourceState state) {
        return switch (state) {
            case CLAIMED -> "kept where firmware put it";
            case ASSIGNED -> "placed by the kernel";
            case UNASSIGNED -> "unassigned";
            case DISABLED -> "disabled";
            case FIXED -> "fixed";
            case SHADOW -> "shadow";
        };
    }

    /** {@code 0x8000000000-0x8000003fff}, or {@code no address}. */
    public static String place(AssignedResource resource) {
        return resource.range().map(Literals::rangeText).orElse("no address");
    }

    /** {@code 64-bit prefetchable memory}, {@code I/O}. */
    public static String type(AssignedResource resource) {
        if (resource.type().isIo()) {
            return "I/O";
        }
        return (resource.type().is64Bit() ? "64-bit" : "32-bit") + (resource.type().prefetchable() ? " prefetchable memory" : " memory");
    }
}
