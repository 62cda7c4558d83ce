package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pcitopo.conformance.device.QemuDevice;
import org.pcitopo.conformance.device.QemuDevices;

/** What a random machine has most of: each shape makes other rules of assignment decide. */
enum Shape {
    /** A bit of everything. */
    MIXED(24, 4, 1),
    /** Switches below switches, most of their ports hot-plug capable: how spare space is handed down. */
    NESTED(28, 8, 4),
    /** Ports: the alias rule, I/O windows and their reserves. */
    PORTS(24, 5, 1),
    /** SR-IOV: optional resources, and tries that count them as required. */
    VIRTUAL_FUNCTIONS(20, 6, 2),
    /** BARs of many megabytes: alignment and order of large windows, and windows that are too small. */
    LARGE(20, 5, 1),
    /** Expansion ROMs: optional resources that are no multiple of their window's granularity. */
    ROMS(20, 5, 1);

    private static final int MOST_VFS = 127;

    private final int mostFunctions;
    private final int deepest;
    private final int switchWeight;

    Shape(int mostFunctions, int deepest, int switchWeight) {
        this.mostFunctions = mostFunctions;
        this.deepest = deepest;
        this.switchWeight = switchWeight;
    }

    static Shape of(SplittableRandom random) {
        Shape[] all = values();
        return all[random.nextInt(all.length)];
    }

    int mostFunctions() {
        return mostFunctions;
    }

    /** The level of buses below which no further bridge stands. */
    int deepest() {
        return deepest;
    }

    /** How often a switch stands below a port, for four endpoints. */
    int switchWeight() {
        return switchWeight;
    }

    /** Whether an endpoint gets an expansion ROM. */
    boolean hasRom(SplittableRandom random) {
        return random.nextInt(this == ROMS ? 2 : 6) == 0;
    }

    /** The endpoints to choose from; half of the time those whose size can be chosen, so that large and small BARs meet. */
    List<QemuDevice> devices(SplittableRandom random, int largestExponent) {
        boolean typical = random.nextInt(3) > 0;
        if (typical && this == PORTS) {
            return QemuDevices.ofOneShape().stream().filter(Shape::hasPorts).toList();
        }
        if (typical && this == VIRTUAL_FUNCTIONS) {
            return List.of(QemuDevices.nvmeWithVirtualFunctions(1 + random.nextInt(MOST_VFS)));
        }
        if (typical && this == LARGE) {
            return large(largestExponent - random.nextInt(5));
        }
        return random.nextBoolean() ? QemuDevices.ofOneShape() : QemuDevices.sized(1L << 10 + random.nextInt(largestExponent - 9));
    }

    private static List<QemuDevice> large(int exponent) {
        List<QemuDevice> devices = new ArrayList<>(QemuDevices.sized(1L << exponent));
        QemuDevices.ofOneShape().stream().filter(Shape::isLarge).forEach(devices::add);
        return devices;
    }

    private static boolean hasPorts(QemuDevice device) {
        return device.bars().stream().anyMatch(bar -> bar.type().isIo());
    }

    private static boolean isLarge(QemuDevice device) {
        return device.bars().stream().anyMatch(bar -> bar.size() >= 1 << 20);
    }
}
