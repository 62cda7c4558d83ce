package org.pcitopo.capture.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The configuration space of one function, 64 to 4096 bytes of it. Whoever reads sysfs without privileges gets 64 bytes, which
 * hold no capability.
 */
public final class ConfigSpace {

    /** Bytes of the standard header. */
    public static final int HEADER_SIZE = 64;
    /** Bytes of the conventional space, capabilities included. */
    public static final int CONVENTIONAL_SIZE = 256;
    /** Bytes of the extended space. */
    public static final int EXTENDED_SIZE = 4096;

    private static final int CAPABILITY_POINTER = 0x34;
    private static final int CARDBUS_CAPABILITY_POINTER = 0x14;
    private static final int STATUS = 0x06;
    private static final int STATUS_CAPABILITY_LIST = 0x10;

    private final byte[] bytes;
    private final Map<Integer, Integer> capabilities;
    private final Map<Integer, Integer> extendedCapabilities;

    private ConfigSpace(byte[] bytes) {
        this.bytes = bytes;
        this.capabilities = walkCapabilities();
        this.extendedCapabilities = walkExtendedCapabilities();
    }

    /** Empty where {@code bytes} is shorter than a header or no function answered (all ones). Bytes past 4096 are dropped. */
    public static Optional<ConfigSpace> of(byte[] bytes) {
        if (bytes.length < HEADER_SIZE) {
            return Optional.empty();
        }
        ConfigSpace space = new ConfigSpace(Arrays.copyOf(bytes, Math.min(bytes.length, EXTENDED_SIZE)));
        int vendor = space.u16(0);
        return vendor == 0xffff || vendor == 0 ? Optional.empty() : Optional.of(space);
    }

    /** Whether {@code length} bytes from {@code offset} were read. */
    public boolean covers(int offset, int length) {
        return offset >= 0 && offset + length <= bytes.length;
    }

    /** Whether the conventional capabilities were read. */
    public boolean hasCapabilities() {
        return bytes.length >= CONVENTIONAL_SIZE;
    }

    /** Whether the extended capabilities were read. */
    public boolean hasExtendedCapabilities() {
        return bytes.length >= EXTENDED_SIZE;
    }

    /** The byte at {@code offset}, 0 where it was not read. */
    public int u8(int offset) {
        return covers(offset, 1) ? bytes[offset] & 0xff : 0;
    }

    /** The little-endian 16-bit word at {@code offset}. */
    public int u16(int offset) {
        return u8(offset) | u8(offset + 1) << 8;
    }

    /** The little-endian 32-bit word at {@code offset}, zero-extended. */
    public long u32(int offset) {
        return u16(offset) | (long) u16(offset + 2) << 16;
    }

    /** Header type without the multi-function bit: 0 endpoint, 1 PCI-to-PCI bridge, 2 CardBus bridge. */
    public int headerType() {
        return u8(0x0e) & 0x7f;
    }

    /** Where the first capability with {@code id} begins. */
    public OptionalInt capability(int id) {
        return offsetIn(capabilities, id);
    }

    /** Where the first extended capability with {@code id} begins. */
    public OptionalInt extendedCapability(int id) {
        return offsetIn(extendedCapabilities, id);
    }

    private static OptionalInt offsetIn(Map<Integer, Integer> offsets, int id) {
        Integer offset = offsets.get(id);
        return offset == null ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    private Map<Integer, Integer> walkCapabilities() {
        Map<Integer, Integer> found = new LinkedHashMap<>();
        if (!hasCapabilities() || (u16(STATUS) & STATUS_CAPABILITY_LIST) == 0) {
            return found;
        }
        Set<Integer> seen = new HashSet<>();
        int offset = u8(headerType() == 2 ? CARDBUS_CAPABILITY_POINTER : CAPABILITY_POINTER) & 0xfc;
        while (offset >= HEADER_SIZE && seen.add(offset)) {
            found.putIfAbsent(u8(offset), offset);
            offset = u8(offset + 1) & 0xfc;
        }
        return found;
    }

    private Map<Integer, Integer> walkExtendedCapabilities() {
        Map<Integer, Integer> found = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>();
        int offset = CONVENTIONAL_SIZE;
        while (offset >= CONVENTIONAL_SIZE && covers(offset, 4) && seen.add(offset)) {
            long header = u32(offset);
            if (header == 0 || header == 0xffff_ffffL) {
                break;
            }
            found.putIfAbsent((int) (header & 0xffff), offset);
            offset = (int) (header >>> 20) & 0xffc;
        }
        return found;
    }
}
