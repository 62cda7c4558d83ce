package org.pcitopo.simulator.assign;

import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.topology.ResourceName;

/** Which window of a bridge serves which resource while windows are sized (behaviour specification 5.1). */
interface WindowSelection {

    /** The I/O window to size, empty where there is none. */
    Optional<Region> io(Bus bus);

    /**
     * Sizes the prefetchable window, then the memory window, each with the children it serves.
     *
     * @param sizer does it; returns whether there is such a window
     */
    void memory(Bus bus, HotplugReserve reserve, MemorySizer sizer);

    /** Sizes one memory window. */
    interface MemorySizer {
        void size(Region window, Predicate<Region> serves, long reserve);
    }

    /** Up to 6.17: by type bits, a window without a place first. */
    final class ByType implements WindowSelection {

        @Override
        public Optional<Region> io(Bus bus) {
            return ofType(bus, Flags.TYPE & ~Flags.MEM_64 & ~Flags.PREFETCH, Flags.IO);
        }

        @Override
        public void memory(Bus bus, HotplugReserve reserve, MemorySizer sizer) {
            int pref = Flags.MEM | Flags.PREFETCH;
            int pref64 = pref | Flags.MEM_64;
            boolean wide = bus.ownWindow(ResourceName.PREF_WINDOW).filter(window -> window.has(Flags.MEM_64)).isPresent();
            Optional<Region> window64 = wide ? ofType(bus, pref64, pref64) : Optional.empty();
            if (window64.isPresent()) {
                sizer.size(window64.get(), region -> region.hasAll(pref64), reserve.prefetchable());
                ofType(bus, Flags.MEM | Flags.PREFETCH, Flags.MEM).ifPresent(window -> sizer.size(window,
                        region -> region.has(Flags.MEM) && !region.hasAll(pref64), reserve.memory()));
                return;
            }
            Optional<Region> window32 = ofType(bus, pref, pref);
            window32.ifPresent(window -> sizer.size(window, region -> region.hasAll(pref), reserve.prefetchable()));
            long memory = window32.isPresent() ? reserve.memory() : reserve.memory() + reserve.prefetchable();
            Predicate<Region> serves = window32.isPresent()
                    ? region -> region.has(Flags.MEM) && !region.has(Flags.PREFETCH) : region -> region.has(Flags.MEM);
            ofType(bus, Flags.MEM | Flags.PREFETCH, Flags.MEM).ifPresent(window -> sizer.size(window, serves, memory));
        }

        /** The first window of that type without a place, else the first with one. */
        private static Optional<Region> ofType(Bus bus, int mask, int type) {
            Optional<Region> placed = Optional.empty();
            for (Region window : bus.windows) {
                if ((window.flags & mask) == type) {
                    if (!window.assigned()) {
                        return Optional.of(window);
                    }
                    placed = placed.or(() -> Optional.of(window));
                }
            }
            return placed;
        }
    }

    /** From 6.18: the bridge's own windows, chosen by one function ({@code pbus_select_window}). */
    final class ByFunction implements WindowSelection {

        @Override
        public Optional<Region> io(Bus bus) {
            return bus.ownWindow(ResourceName.IO_WINDOW);
        }

        @Override
        public void memory(Bus bus, HotplugReserve reserve, MemorySizer sizer) {
            bus.ownWindow(ResourceName.PREF_WINDOW).ifPresent(window -> sizer.size(window,
                    region -> isChosen(bus, region, window), reserve.prefetchable()));
            bus.ownWindow(ResourceName.MEM_WINDOW).ifPresent(window -> sizer.size(window,
                    region -> isChosen(bus, region, window), reserve.memory()));
        }

        private static boolean isChosen(Bus bus, Region region, Region window) {
            return choose(bus, region.flags).filter(chosen -> chosen == window).isPresent();
        }

        /** The window of {@code bus} that serves resources with {@code flags}. */
        static Optional<Region> choose(Bus bus, int flags) {
            if (bus.isRoot()) {
                return chooseOnRoot(bus, flags & Flags.TYPE);
            }
            if ((flags & Flags.IO) != 0) {
                return bus.ownWindow(ResourceName.IO_WINDOW);
            }
            Optional<Region> memory = bus.ownWindow(ResourceName.MEM_WINDOW);
            Optional<Region> prefetchable = bus.ownWindow(ResourceName.PREF_WINDOW).filter(window -> window.has(Flags.MEM));
            if ((flags & Flags.MEM) == 0) {
                return Optional.empty();
            }
            if ((flags & Flags.PREFETCH) == 0 || prefetchable.isEmpty()) {
                return memory;
            }
            boolean fits = (flags & Flags.MEM_64) != 0 || !prefetchable.get().has(Flags.MEM_64);
            return fits ? prefetchable : memory;
        }

        private static Optional<Region> chooseOnRoot(Bus bus, int type) {
            for (int dropped : new int[] {0, Flags.MEM_64, Flags.MEM_64 | Flags.PREFETCH}) {
                int wanted = type & ~dropped;
                for (Region window : bus.windows) {
                    if ((window.flags & wanted) == wanted) {
                        return Optional.of(window);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
