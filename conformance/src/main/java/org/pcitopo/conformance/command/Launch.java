package org.pcitopo.conformance.command;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.workshop.Workshop;

/** What the launcher {@code run} says in system properties. */
final class Launch {

    private Launch() {
    }

    /** The workshop of the room and the cache that the launcher names. */
    static Workshop workshop(Consumer<String> says) throws BootException {
        String room = System.getProperty("pcitopo.conformance", "");
        String cache = System.getProperty("pcitopo.cache", "");
        if (room.isEmpty() || cache.isEmpty()) {
            throw new BootException("start this program with conformance/record or conformance/fuzz");
        }
        return new Workshop(Path.of(room), Path.of(cache), says);
    }
}
