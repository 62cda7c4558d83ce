package org.pcitopo.capture;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * What to assume of a bridge's prefetchable window where no source shows its register. Most have 64 bits; old machines and some
 * embedded ones have 32.
 */
final class PrefetchableWindows {

    private static final String USUAL = "no source shows this window; most bridges have a 64-bit prefetchable one";
    private static final String BY_ID = "no source shows this window; bridges with these IDs have a 32-bit one";
    private static final String BY_OTHERS = "no source shows this window; those that are shown on this machine have 32 bits";

    /** DesignWare's own IDs, Marvell's Armada 8K and MediaTek's ports, as their logs show them. */
    private static final Set<Integer> NARROW = Set.of(0x16c3_abcd, 0x11ab_0110, 0x0e8d_0801, 0x14c3_0801, 0x14c3_0811);

    /** @param type the type to assume; @param why for the list of assumptions */
    record Usual(ResourceType type, String why) {
    }

    private final boolean othersAreNarrow;

    private PrefetchableWindows(boolean othersAreNarrow) {
        this.othersAreNarrow = othersAreNarrow;
    }

    static PrefetchableWindows of(Collection<FunctionDraft> drafts) {
        Set<Boolean> wide = drafts.stream().flatMap(draft -> shown(draft).stream()).map(ResourceType::is64Bit)
                .collect(Collectors.toSet());
        return new PrefetchableWindows(wide.equals(Set.of(false)));
    }

    private static Optional<ResourceType> shown(FunctionDraft draft) {
        return first(draft.firmwareWindows).map(FunctionDraft.Window::type)
                .or(() -> first(draft.windowTypes).flatMap(found -> found));
    }

    private static <T> Optional<T> first(Map<ResourceName, Candidates<T>> windows) {
        return Optional.ofNullable(windows.get(ResourceName.PREF_WINDOW)).flatMap(Candidates::first).map(Sourced::value);
    }

    Usual usual(FunctionDraft draft) {
        if (draft.vendorDevice.first().filter(ids -> NARROW.contains(ids.value())).isPresent()) {
            return new Usual(ResourceType.MEM32_PREF, BY_ID);
        }
        return othersAreNarrow ? new Usual(ResourceType.MEM32_PREF, BY_OTHERS) : new Usual(ResourceType.MEM64_PREF, USUAL);
    }
}
