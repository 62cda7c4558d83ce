package org.pcitopo.capture.config;

/** Builds configuration spaces for tests. */
final class ConfigBytes {

    private final byte[] bytes;

    private ConfigBytes(int size) {
        bytes = new byte[size];
    }

    static ConfigBytes endpoint(int size) {
        return new ConfigBytes(size).put16(0, 0x8086).put16(2, 0x0a54).put32(8, 0x01080202L).put16(0x2c, 0x1af4)
                .put16(0x2e, 0x1100);
    }

    static ConfigBytes bridge(int size) {
        return new ConfigBytes(size).put16(0, 0x1b36).put16(2, 0x000c).put32(8, 0x06040000L).put8(0x0e, 1);
    }

    ConfigBytes put8(int offset, int value) {
        bytes[offset] = (byte) value;
        return this;
    }

    ConfigBytes put16(int offset, int value) {
        return put8(offset, value).put8(offset + 1, value >> 8);
    }

    ConfigBytes put32(int offset, long value) {
        return put16(offset, (int) value).put16(offset + 2, (int) (value >> 16));
    }

    /** Chains a capability in front of those that are there. */
    ConfigBytes capability(int id, int offset) {
        put16(6, 0x10);
        put8(offset, id).put8(offset + 1, bytes[0x34]);
        return put8(0x34, offset);
    }

    ConfigBytes extendedCapability(int id, int offset, int next) {
        return put32(offset, id | 1L << 16 | (long) next << 20);
    }

    byte[] bytes() {
        return bytes;
    }

    ConfigSpace space() {
        return ConfigSpace.of(bytes).orElseThrow();
    }
}
