package org.pcitopo.simulator.topology;

/**
 * Names a fact of a topology, so that its origin can be told.
 *
 * @param subject {@code platform}, {@code boot}, {@code host 0000:00} or a function's address
 * @param aspect what of it: {@code pageSize}, {@code window 2}, {@code bar0}, {@code ids}, {@code buses}, …
 */
public record Fact(String subject, String aspect) implements Comparable<Fact> {

    public static Fact of(PciAddress function, String aspect) {
        return new Fact(function.toString(), aspect);
    }

    public static Fact of(ResourceKey resource) {
        return new Fact(resource.function().toString(), resource.name().jsonName());
    }

    @Override
    public int compareTo(Fact other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : aspect.compareTo(other.aspect);
    }
}
