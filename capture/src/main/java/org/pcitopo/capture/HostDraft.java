package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Origin;

/** What all sources say of one host bridge. */
final class HostDraft {

    record Buses(int first, int last) {
    }

    final int domain;
    final int bus;
    final Candidates<String> name = new Candidates<>();
    final Candidates<Buses> buses = new Candidates<>();
    final Candidates<Ioda> ioda = new Candidates<>();
    final Candidates<Boolean> preserves = new Candidates<>();
    /** In firmware's order, of the first source that lists any. */
    final List<Sourced<HostWindow>> windows = new ArrayList<>();
    private String windowsFrom = "";

    HostDraft(int domain, int bus) {
        this.domain = domain;
        this.bus = bus;
    }

    void named(Finding.Host host, SourceKind source) {
        if (!host.name().isEmpty()) {
            name.offer(host.name(), host.origin(), Precedence.CAPABILITIES.rank(source));
        }
    }

    void window(HostWindow window, Origin origin) {
        if (windows.isEmpty()) {
            windowsFrom = origin.file();
        }
        boolean known = windows.stream().anyMatch(one -> one.value().equals(window));
        if (!known && windowsFrom.equals(origin.file())) {
            windows.add(new Sourced<>(window, origin));
        }
    }
}
