package org.pcitopo.capture.facts;

import java.util.function.Function;
import org.pcitopo.simulator.topology.Origin;

/**
 * A value and where it comes from.
 *
 * @param value the value
 * @param origin read, derived or assumed, with file and line
 */
public record Sourced<T>(T value, Origin origin) {

    public <R> Sourced<R> map(Function<? super T, ? extends R> change) {
        return new Sourced<>(change.apply(value), origin);
    }
}
