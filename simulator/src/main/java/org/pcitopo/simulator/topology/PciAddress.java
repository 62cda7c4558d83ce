package org.pcitopo.simulator.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a function: {@code 0000:01:00.0}.
 *
 * @param domain 0 to 0x7fffffff (VMD domains start at 0x10000)
 * @param bus 0 to 0xff
 * @param device 0 to 0x1f
 * @param function 0 to 7
 */
public record PciAddress(int domain, int bus, int device, int function) implements Comparable<PciAddress> {

    private static final Pattern TEXT =
            Pattern.compile("(?:([0-9a-fA-F]{1,8}):)?([0-9a-fA-F]{1,2}):([0-9a-fA-F]{1,2})\\.([0-7])");

    /** @throws IllegalArgumentException where a field is out of its range */
    public PciAddress {
        if (domain < 0 || bus < 0 || bus > 0xff || device < 0 || device > 0x1f || function < 0 || function > 7) {
            throw new IllegalArgumentException(
                    String.format("no PCI address: domain %x bus %x device %x function %x", domain, bus, device, function));
        }
    }

    /** Reads {@code 0000:01:00.0} or, for domain 0, {@code 01:00.0}; empty where {@code text} is neither. */
    public static Optional<PciAddress> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long domain = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1), 16);
        int device = Integer.parseInt(matcher.group(3), 16);
        if (domain > Integer.MAX_VALUE || device > 0x1f) {
            return Optional.empty();
        }
        return Optional.of(new PciAddress((int) domain, Integer.parseInt(matcher.group(2), 16), device,
                Integer.parseInt(matcher.group(4), 16)));
    }

    /** Device and function in one byte, as the bus numbers them: {@code device << 3 | function}. */
    public int devfn() {
        return device << 3 | function;
    }

    @Override
    public int compareTo(PciAddress other) {
        int byDomain = Integer.compare(domain, other.domain);
        if (byDomain != 0) {
            return byDomain;
        }
        int byBus = Integer.compare(bus, other.bus);
        return byBus != 0 ? byBus : Integer.compare(devfn(), other.devfn());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(12);
        String high = Integer.toHexString(domain);
        text.append("0000", 0, Math.max(0, 4 - high.length())).append(high).append(':');
        twoDigits(text, bus).append(':');
        return twoDigits(text, device).append('.').append(function).toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int value) {
        return text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xf, 16));
    }
}
