package org.pcitopo.draw;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * How the addresses of one host window are laid out from 0 (left) to 1 (right). What is in use is linear; a long gap is a short
 * piece, the break. Every piece in use gets at least half of an equal share of the room, so that a page beside a window of terabytes
 * can be found; the scale may therefore change at a break, never inside a piece.
 *
 * @param pieces ascending, without holes; together the whole window
 */
record Axis(List<Piece> pieces) {

    /** Share of the room that breaks take together at most, and one alone. */
    private static final double ALL_BREAKS = 0.2;
    private static final double ONE_BREAK = 0.04;
    /** Gaps that are drawn to scale take together at most the fifth part of what is in use. */
    private static final int GAPS_TO_SCALE = 5;
    private static final double EQUAL_SHARE = 0.5;

    Axis {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of the window on which the scale is the same.
     *
     * @param range its addresses
     * @param from where it begins, 0 to 1
     * @param to where it ends
     * @param collapsed whether it is a break
     */
    record Piece(AddressRange range, double from, double to, boolean collapsed) {
    }

    /**
     * The axis of {@code window}.
     *
     * @param used what shall be seen, in any order; what lies outside the window is left out
     * @param edges where windows begin, and what comes behind their ends: a gap across one is two breaks, so that what is free in a
     *     window and what is free behind it can be told apart
     * @param grain pieces begin and end at multiples of it, a power of two
     */
    static Axis of(AddressRange window, List<AddressRange> used, List<Long> edges, long grain) {
        List<AddressRange> spans = joined(joined(inside(window, used, grain), grain - 1), longestGap(window, used, grain));
        if (spans.isEmpty()) {
            return new Axis(List.of(new Piece(window, 0, 1, false)));
        }
        List<AddressRange> ranges = new ArrayList<>();
        List<Boolean> collapsed = new ArrayList<>();
        long next = window.start();
        for (AddressRange span : spans) {
            if (Unsigned.less(next, span.start())) {
                addGap(new AddressRange(next, span.start() - 1), edges, ranges, collapsed);
            }
            ranges.add(span);
            collapsed.add(false);
            next = span.end() + 1;
        }
        if (spans.get(spans.size() - 1).end() != window.end()) {
            addGap(new AddressRange(next, window.end()), edges, ranges, collapsed);
        }
        return new Axis(placed(ranges, collapsed));
    }

    private static void addGap(AddressRange gap, List<Long> edges, List<AddressRange> ranges, List<Boolean> collapsed) {
        long next = gap.start();
        for (long edge : edges.stream().filter(gap::contains).filter(edge -> edge != gap.start()).distinct()
                .sorted(Long::compareUnsigned).toList()) {
            ranges.add(new AddressRange(next, edge - 1));
            collapsed.add(true);
            next = edge;
        }
        ranges.add(new AddressRange(next, gap.end()));
        collapsed.add(true);
    }

    private static List<Piece> placed(List<AddressRange> ranges, List<Boolean> collapsed) {
        long breaks = collapsed.stream().filter(flag -> flag).count();
        long spans = ranges.size() - breaks;
        double oneBreak = breaks == 0 ? 0 : Math.min(ONE_BREAK, ALL_BREAKS / breaks);
        double room = 1 - oneBreak * breaks;
        double total = 0;
        for (int i = 0; i < ranges.size(); i++) {
            total += collapsed.get(i) ? 0 : toDouble(ranges.get(i).size());
        }
        List<Piece> pieces = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < ranges.size(); i++) {
            double share = EQUAL_SHARE / spans + (1 - EQUAL_SHARE) * toDouble(ranges.get(i).size()) / total;
            double to = i == ranges.size() - 1 ? 1 : Math.min(1, at + (collapsed.get(i) ? oneBreak : room * share));
            pieces.add(new Piece(ranges.get(i), at, to, collapsed.get(i)));
            at = to;
        }
        return pieces;
    }

    /** Where {@code address} stands; an address outside the window stands at its nearer end. */
    double position(long address) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Unsigned.lessOrEqual(pieces.get(middle).range().start(), address)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Piece piece = pieces.get(low);
        if (Unsigned.less(address, piece.range().start())) {
            return piece.from();
        }
        if (Unsigned.less(piece.range().end(), address)) {
            return piece.to();
        }
        double share = toDouble(address - piece.range().start()) / toDouble(piece.range().size());
        return piece.from() + share * (piece.to() - piece.from());
    }

    /** Where {@code range} ends: the left edge of what comes behind it. */
    double endPosition(AddressRange range) {
        return range.end() == -1L ? 1 : position(range.end() + 1);
    }

    /** An unsigned number as the nearest {@code double}. */
    static double toDouble(long value) {
        double high = value >>> 32;
        return high * 0x1p32 + (value & 0xffff_ffffL);
    }

    private static List<AddressRange> inside(AddressRange window, List<AddressRange> used, long grain) {
        return used.stream().flatMap(range -> range.intersection(window).stream())
                .map(range -> new AddressRange(Unsigned.max(window.start(), Unsigned.alignDown(range.start(), grain)),
                        Unsigned.min(window.end(), Unsigned.alignDown(range.end(), grain) + grain - 1)))
                .sorted().toList();
    }

    /** The longest gap that is drawn to scale, bytes. */
    private static long longestGap(AddressRange window, List<AddressRange> used, long grain) {
        List<AddressRange> spans = joined(inside(window, used, grain), 0);
        long total = spans.stream().mapToLong(AddressRange::size).reduce(0, Unsigned::addSaturated);
        return Unsigned.max(grain - 1, Long.divideUnsigned(total, (long) GAPS_TO_SCALE * (spans.size() + 1)));
    }

    /** Joins neighbours of {@code sorted} that are not more than {@code gap} bytes apart. */
    private static List<AddressRange> joined(List<AddressRange> sorted, long gap) {
        List<AddressRange> result = new ArrayList<>();
        for (AddressRange range : sorted) {
            int last = result.size() - 1;
            boolean joins = last >= 0 && (Unsigned.lessOrEqual(range.start(), result.get(last).end())
                    || Unsigned.lessOrEqual(range.start() - result.get(last).end() - 1, gap));
            if (joins) {
                result.set(last, new AddressRange(result.get(last).start(), Unsigned.max(result.get(last).end(), range.end())));
            } else {
                result.add(range);
            }
        }
        return result;
    }
}
