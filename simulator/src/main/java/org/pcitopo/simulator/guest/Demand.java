package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/** What is to be placed in a window: pieces with sizes and alignments, the widest alignment first, then the largest. */
final class Demand {

    private static final long BRIDGE_WINDOW = 1L << 20;

    private final List<Piece> pieces = new ArrayList<>();

    /** One piece; its alignment is a power of two. */
    private record Piece(long size, long alignment) {
    }

    /** A BAR on the root bus. */
    void add(long size) {
        pieces.add(new Piece(size, size));
    }

    /** The window of a root port with BARs of these sizes behind it, in whole MiB. */
    void addWindow(List<Long> sizes) {
        if (!sizes.isEmpty()) {
            long end = 0;
            long alignment = BRIDGE_WINDOW;
            for (long size : sizes.stream().sorted(Comparator.comparing(Long::longValue, Long::compareUnsigned).reversed()).toList()) {
                end = Unsigned.addSaturated(Unsigned.alignUp(end, size), size);
                alignment = Unsigned.max(alignment, size);
            }
            pieces.add(new Piece(Unsigned.alignUp(end, BRIDGE_WINDOW), alignment));
        }
    }

    /** Bytes from the first to the last, packed from an address that suits the first. */
    long total() {
        long end = 0;
        for (Piece piece : ordered()) {
            end = Unsigned.addSaturated(Unsigned.alignUp(end, piece.alignment()), piece.size());
        }
        return end;
    }

    /** Whether each finds the lowest place that is left for it. */
    boolean fitsInto(AddressRange window) {
        List<AddressRange> free = new ArrayList<>(List.of(window));
        return ordered().stream().allMatch(piece -> take(free, piece));
    }

    private static boolean take(List<AddressRange> free, Piece piece) {
        for (int i = 0; i < free.size(); i++) {
            AddressRange hole = free.get(i);
            AddressRange place = AddressRange.tryOfSize(Unsigned.alignUp(hole.start(), piece.alignment()), piece.size())
                    .filter(hole::contains).orElse(null);
            if (place != null) {
                free.remove(i);
                if (place.end() != hole.end()) {
                    free.add(i, new AddressRange(place.end() + 1, hole.end()));
                }
                if (place.start() != hole.start()) {
                    free.add(i, new AddressRange(hole.start(), place.start() - 1));
                }
                return true;
            }
        }
        return false;
    }

    private List<Piece> ordered() {
        return pieces.stream().sorted(Comparator.comparing(Piece::alignment, Long::compareUnsigned)
                .thenComparing(Piece::size, Long::compareUnsigned).reversed()).toList();
    }
}
