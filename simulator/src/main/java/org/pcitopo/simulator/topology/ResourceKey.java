package org.pcitopo.simulator.topology;

/**
 * One resource of one function.
 *
 * @param function its function
 * @param name its place there
 */
public record ResourceKey(PciAddress function, ResourceName name) implements Comparable<ResourceKey> {

    @Override
    public int compareTo(ResourceKey other) {
        int byFunction = function.compareTo(other.function);
        return byFunction != 0 ? byFunction : name.compareTo(other.name);
    }

    /** {@code 0000:01:00.0 BAR 0}. */
    @Override
    public String toString() {
        return function + " " + name;
    }
}
