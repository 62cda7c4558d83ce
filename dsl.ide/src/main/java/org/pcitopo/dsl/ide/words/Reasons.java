package org.pcitopo.dsl.ide.words;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** Why a BAR is mapped or not, in one sentence. */
public final class Reasons {

    private static final int MOST_NAMED = 4;

    private final BootView boot;
    private final AssignedResource bar;

    private Reasons(BootView boot, AssignedResource bar) {
        this.boot = boot;
        this.bar = bar;
    }

    /** Why {@code mapping} is what it is; for what is no BAR, why it stands where it stands. */
    public static String sentence(BootView boot, AssignedResource bar, Optional<Mapping> mapping) {
        Reasons reasons = new Reasons(boot, bar);
        if (bar.range().isEmpty()) {
            return reasons.noPlace();
        }
        return mapping.map(reasons::ofMapping).orElseGet(reasons::ofPlace);
    }

    private String noPlace() {
        if (bar.state() == ResourceState.DISABLED) {
            return "Nothing needs it, so it is closed.";
        }
        return boot.simulation().assignment().trace().events().stream()
                .filter(TraceEvent.NoSpace.class::isInstance).map(TraceEvent.NoSpace.class::cast)
                .filter(event -> event.resource().equals(bar.key())).reduce((first, second) -> second)
                .map(event -> "No window that it may lie in had " + Quantities.size(event.size()) + " free at an alignment of "
                        + Quantities.size(event.alignment()) + ".")
                .orElse("The kernel did not give it an address.");
    }

    private String ofPlace() {
        return switch (bar.state()) {
            case CLAIMED -> "The kernel kept the place that firmware gave it.";
            case ASSIGNED -> bar.moved() && wasPlaced() ? "The kernel moved it away from where firmware had put it." : "The kernel placed it.";
            case FIXED -> "It is fixed; the kernel never moves it.";
            default -> "";
        };
    }

    private boolean wasPlaced() {
        return boot.function(bar.key().function()).map(function -> function.description().firmwareStart(bar.key().name()))
                .filter(start -> start.orElse(0) != 0).isPresent();
    }

    private String ofMapping(Mapping mapping) {
        return mapping.reason().map(reason -> ofReason(mapping, reason)).orElseGet(() -> ofSuccess(mapping));
    }

    private String ofSuccess(Mapping mapping) {
        if (mapping.verdict() == Verdict.NONE) {
            return "";
        }
        long pageSize = boot.pageSize();
        boolean whole = Unsigned.lessOrEqual(pageSize, bar.hardwareSize());
        return whole ? "It covers whole pages of " + Quantities.size(pageSize) + "."
                : "It is smaller than a page of " + Quantities.size(pageSize)
                        + ", but begins one that holds nothing else, so vfio-pci hands out the whole page.";
    }

    private String ofReason(Mapping mapping, Mapping.Reason reason) {
        long start = bar.range().orElseThrow().start();
        AddressRange page = AddressRange.pageOf(start, boot.pageSize());
        String thePage = "the " + Quantities.size(boot.pageSize()) + " page " + Literals.rangeText(page);
        List<String> names = mapping.sharedWith().stream().map(boot::nameOf).toList();
        String others = Quantities.list(names, MOST_NAMED);
        String use = names.size() == 1 ? " uses" : " use";
        return switch (reason) {
            case UNALIGNED -> "It starts inside " + thePage
                    + (names.isEmpty() ? " and not at its beginning." : ", which " + others + use + " as well.");
            case PAGE_SHARED -> "It begins " + thePage + ", but "
                    + (names.isEmpty() ? "something else is reserved in it." : others + use + " that page as well.");
            case NO_PAGE_LEFT -> "It begins " + thePage + ", but its window ends before that page does.";
            case SUB_PAGE -> "It is smaller than a page, and Linux " + boot.id().kernel() + " maps no such BAR.";
            case MSIX_TABLE -> "The MSI-X table lies in it, and Linux " + boot.id().kernel()
                    + " does not let user space map the pages that hold it.";
            case NON_MAPPABLE_DEVICE -> "Linux " + boot.id().kernel() + " never maps BARs of this device.";
            case IO -> "I/O ports cannot be mapped; every access goes through the VMM.";
            case UNASSIGNED -> noPlace();
        };
    }
}
