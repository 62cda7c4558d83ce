package org.pcitopo.simulator.topology;

import java.util.Optional;

/**
 * A non-empty inclusive range of unsigned 64-bit addresses.
 *
 * @param start first address
 * @param end last address, not below {@code start}
 */
public record AddressRange(long start, long end) implements Comparable<AddressRange> {

    /** All addresses that 32 bits can name. */
    public static final AddressRange BELOW_4G = new AddressRange(0, 0xffff_ffffL);
    /** All addresses that need more than 32 bits. */
    public static final AddressRange ABOVE_4G = new AddressRange(0x1_0000_0000L, -1L);
    /** Every address. */
    public static final AddressRange EVERYTHING = new AddressRange(0, -1L);

    /** @throws IllegalArgumentException where {@code end} is below {@code start} */
    public AddressRange {
        if (Unsigned.less(end, start)) {
            throw new IllegalArgumentException("range ends before it starts: " + hex(start) + "-" + hex(end));
        }
    }

    /**
     * The range of {@code size} bytes from {@code start}.
     *
     * @throws IllegalArgumentException where {@code size} is 0 or the range passes 2<sup>64</sup>
     */
    public static AddressRange ofSize(long start, long size) {
        if (size == 0) {
            throw new IllegalArgumentException("empty range at " + hex(start));
        }
        return new AddressRange(start, start + size - 1);
    }

    /** As {@link #ofSize}, empty where there is no such range. */
    public static Optional<AddressRange> tryOfSize(long start, long size) {
        boolean exists = size != 0 && Unsigned.lessOrEqual(start, start + size - 1);
        return exists ? Optional.of(ofSize(start, size)) : Optional.empty();
    }

    /** Bytes in the range; 2<sup>64</sup> - 1 for {@link #EVERYTHING}, whose size does not fit. */
    public long size() {
        long size = end - start + 1;
        return size == 0 ? -1L : size;
    }

    /** Whether {@code address} lies inside. */
    public boolean contains(long address) {
        return Unsigned.lessOrEqual(start, address) && Unsigned.lessOrEqual(address, end);
    }

    /** Whether {@code other} lies wholly inside. */
    public boolean contains(AddressRange other) {
        return Unsigned.lessOrEqual(start, other.start) && Unsigned.lessOrEqual(other.end, end);
    }

    /** Whether the two share an address. */
    public boolean overlaps(AddressRange other) {
        return Unsigned.lessOrEqual(start, other.end) && Unsigned.lessOrEqual(other.start, end);
    }

    /** The addresses in both. */
    public Optional<AddressRange> intersection(AddressRange other) {
        long from = Unsigned.max(start, other.start);
        long to = Unsigned.min(end, other.end);
        return Unsigned.lessOrEqual(from, to) ? Optional.of(new AddressRange(from, to)) : Optional.empty();
    }

    /** The range moved by {@code offset} (modulo 2<sup>64</sup>), empty where it would wrap around. */
    public Optional<AddressRange> shifted(long offset) {
        long from = start + offset;
        long to = end + offset;
        return Unsigned.lessOrEqual(from, to) ? Optional.of(new AddressRange(from, to)) : Optional.empty();
    }

    /** The naturally aligned block of {@code pageSize} bytes (a power of two) that holds {@code address}. */
    public static AddressRange pageOf(long address, long pageSize) {
        long base = Unsigned.alignDown(address, pageSize);
        return new AddressRange(base, base + pageSize - 1);
    }

    /** By start, then by end, unsigned. */
    @Override
    public int compareTo(AddressRange other) {
        int byStart = Long.compareUnsigned(start, other.start);
        return byStart != 0 ? byStart : Long.compareUnsigned(end, other.end);
    }

    /** As the kernel prints it: {@code 0xfe800000-0xfe8fffff}, at least eight digits. */
    @Override
    public String toString() {
        return hex(start) + "-" + hex(end);
    }

    private static String hex(long value) {
        return String.format("0x%08x", value);
    }
}
