package org.pcitopo.simulator.compare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * A resource that ends differently.
 *
 * @param key the resource as the first side calls it, or the second where the first has none
 * @param before empty where it appears
 * @param after empty where it disappears
 * @param kinds what changes, never empty, in the order of {@link Kind}
 */
public record ResourceChange(ResourceKey key, Optional<AssignedResource> before, Optional<AssignedResource> after,
        Set<Kind> kinds) {

    public ResourceChange {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** How resources change. Only what has a place on both sides can move, grow or shrink. */
    public enum Kind {
        /** The second side alone has it. */
        APPEARED,
        /** The first side alone has it. */
        DISAPPEARED,
        /** Other type bits. */
        RETYPED,
        /** Gets the place that it lacked. */
        ASSIGNED,
        /** Loses its place, or is wanted now and gets none. */
        UNASSIGNED,
        /** A window that nothing needed is open. */
        OPENED,
        /** A window is closed since nothing needs it any more. */
        CLOSED,
        /** Starts elsewhere. */
        MOVED, GREW, SHRANK;

        /** As the published JSON writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The change, empty where there is none. */
    static Optional<ResourceChange> of(Optional<AssignedResource> before, Optional<AssignedResource> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after).filter(one -> one.state() != ResourceState.DISABLED).map(one -> new ResourceChange(
                    one.key(), before, after, EnumSet.of(before.isEmpty() ? Kind.APPEARED : Kind.DISAPPEARED)));
        }
        Set<Kind> kinds = kinds(before.get(), after.get());
        return kinds.isEmpty() ? Optional.empty()
                : Optional.of(new ResourceChange(before.get().key(), before, after, kinds));
    }

    private static Set<Kind> kinds(AssignedResource before, AssignedResource after) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (before.type() != after.type()) {
            kinds.add(Kind.RETYPED);
        }
        if (before.range().isEmpty() || after.range().isEmpty()) {
            place(before, after).ifPresent(kinds::add);
            return kinds;
        }
        if (before.range().get().start() != after.range().get().start()) {
            kinds.add(Kind.MOVED);
        }
        if (before.size() != after.size()) {
            kinds.add(Unsigned.less(before.size(), after.size()) ? Kind.GREW : Kind.SHRANK);
        }
        return kinds;
    }

    /** What becomes of a resource that lacks a place on one side or on both. */
    private static Optional<Kind> place(AssignedResource before, AssignedResource after) {
        if (after.range().isPresent()) {
            return Optional.of(before.state() == ResourceState.DISABLED ? Kind.OPENED : Kind.ASSIGNED);
        }
        if (before.range().isEmpty() && before.state() == after.state()) {
            return Optional.empty();
        }
        return Optional.of(after.state() == ResourceState.DISABLED ? Kind.CLOSED : Kind.UNASSIGNED);
    }
}
