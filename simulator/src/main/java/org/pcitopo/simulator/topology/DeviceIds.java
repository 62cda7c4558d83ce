package org.pcitopo.simulator.topology;

/**
 * What a function says of itself in configuration space.
 *
 * @param vendor 16 bits
 * @param device 16 bits
 * @param subsystemVendor 16 bits, 0 where absent or not known
 * @param subsystemDevice 16 bits, 0 where absent or not known
 * @param classCode 24 bits: base class, sub class, programming interface
 */
public record DeviceIds(int vendor, int device, int subsystemVendor, int subsystemDevice, int classCode) {

    public static final int CLASS_NOT_DEFINED = 0x0000;
    public static final int CLASS_HOST_BRIDGE = 0x0600;
    public static final int CLASS_CARDBUS_BRIDGE = 0x0607;
    public static final int CLASS_PIC = 0x0800;

    /** Ids without subsystem. */
    public static DeviceIds of(int vendor, int device, int classCode) {
        return new DeviceIds(vendor, device, 0, 0, classCode);
    }

    /** Base class and sub class, 16 bits, as the kernel compares it. */
    public int baseAndSubClass() {
        return classCode >>> 8;
    }

    /** {@code 8086:0a54}. */
    @Override
    public String toString() {
        return String.format("%04x:%04x", vendor, device);
    }
}
