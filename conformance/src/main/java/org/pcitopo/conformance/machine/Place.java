package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a function stands in a tree, whatever its bus is called: the way to it from a root bus.
 *
 * @param host index of the host bridge
 * @param path device and function numbers, each in one byte ({@code device << 3 | function}), from the root bus down; empty for
 *     the host bridge itself
 */
public record Place(int host, List<Integer> path) {

    public Place {
        path = List.copyOf(path);
    }

    /** The place of host bridge {@code index}. */
    public static Place hostBridge(int index) {
        return new Place(index, List.of());
    }

    /** The place of function {@code devfn} on the bus below. */
    public Place below(int devfn) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(devfn);
        return new Place(host, longer);
    }

    /** The place of the bridge, or the host bridge, above. */
    public Place above() {
        return new Place(host, path.subList(0, path.size() - 1));
    }

    /** Device and function number, in one byte, of what stands here. */
    public int devfn() {
        return path.get(path.size() - 1);
    }

    /** {@code 04.0/00.0}, on other host bridges than the first with its index before. */
    @Override
    public String toString() {
        if (path.isEmpty()) {
            return "host bridge " + host;
        }
        return (host == 0 ? "" : host + ":") + path.stream().map(Place::text).collect(Collectors.joining("/"));
    }

    /** {@code 04.0}, as QEMU's property {@code addr} takes it. */
    static String text(int devfn) {
        return String.format("%02x.%x", devfn >> 3, devfn & 7);
    }
}
