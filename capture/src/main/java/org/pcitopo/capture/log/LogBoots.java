package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Tells the boots in a text apart and picks the one to read: the first that shows most of host bridges, functions and
 * assignments. A new boot begins where the kernel names its version again, where its clock jumps back, or where a host bridge
 * is found for the second time.
 *
 * @param chosen the lines of the boot that is read
 * @param remarks the other boots, where there are any
 */
record LogBoots(List<LogLine> chosen, List<Remark> remarks) {

    /** Messages of different processors may be out of order by a little; a second boot starts at zero. */
    private static final double CLOCK_JUMP_SECONDS = 2;

    static LogBoots of(List<LogLine> lines) {
        List<Boot> boots = cut(lines);
        Boot best = boots.get(0);
        for (Boot boot : boots) {
            if (boot.completeness() > best.completeness()) {
                best = boot;
            }
        }
        List<Remark> remarks = new ArrayList<>();
        for (Boot boot : boots) {
            if (boot != best && boot.completeness() > 0) {
                LogLine first = boot.lines.get(0);
                remarks.add(new Remark(first.file(), first.number(), "another boot or excerpt begins here and is not read; the one from line "
                        + best.lines.get(0).number() + " is"));
            }
        }
        return new LogBoots(best.lines, remarks);
    }

    private static List<Boot> cut(List<LogLine> lines) {
        List<Boot> boots = new ArrayList<>();
        Boot boot = new Boot();
        boots.add(boot);
        double clock = 0;
        for (LogLine line : lines) {
            Optional<PciEvent> event = PciLineParser.parse(line.text());
            boolean back = line.seconds().isPresent() && line.seconds().getAsDouble() < clock - CLOCK_JUMP_SECONDS;
            if (back && boot.showsPci() || boot.beginsAgain(line, event)) {
                boot = new Boot();
                boots.add(boot);
            }
            // The last stamp, not the highest: a processor whose clock is not yet set stamps a few lines far in the future.
            clock = line.seconds().orElse(clock);
            boot.add(line, event);
        }
        return boots;
    }

    /** One boot while it is being collected. */
    private static final class Boot {
        private final List<LogLine> lines = new ArrayList<>();
        private final Set<Long> hosts = new HashSet<>();
        /** The host bridge named last, by domain. */
        private final Map<Integer, Long> current = new HashMap<>();
        /** Host bridges below which functions were found. */
        private final Set<Long> scanned = new HashSet<>();
        private final Set<PciAddress> enumerated = new HashSet<>();
        private boolean version;
        private boolean functions;
        private boolean assignments;

        boolean beginsAgain(LogLine line, Optional<PciEvent> event) {
            if (line.text().startsWith("Linux version ")) {
                return version || showsPci();
            }
            if (event.isEmpty()) {
                return false;
            }
            if (event.get() instanceof PciEvent.HostFound host) {
                // The kernel names a host bridge before its windows: windows without it belong to another excerpt.
                return hosts.contains(key(host.domain(), host.bus()));
            }
            // The windows of a host bridge are never told again once it is scanned.
            if (event.get() instanceof PciEvent.RootWindow window && scanned.contains(key(window.domain(), window.bus()))) {
                return true;
            }
            // Excerpts in a mail have no stamps and often no host bridge line; a second enumeration after an assignment is another
            // log, unless it begins below a root bus: then something was plugged again.
            return assignments && !line.stamped() && (event.get() instanceof PciEvent.Found found && found(found)
                    || event.get() instanceof PciEvent.RootWindow);
        }

        private boolean found(PciEvent.Found found) {
            PciAddress function = found.function();
            return enumerated.contains(function)
                    && (hosts.isEmpty() || hosts.contains(key(function.domain(), function.bus())));
        }

        boolean showsPci() {
            return functions || assignments || !hosts.isEmpty();
        }

        void add(LogLine line, Optional<PciEvent> event) {
            lines.add(line);
            version |= line.text().startsWith("Linux version ");
            if (event.isEmpty()) {
                return;
            }
            if (event.get() instanceof PciEvent.HostFound host) {
                hosts.add(key(host.domain(), host.bus()));
                current.put(host.domain(), key(host.domain(), host.bus()));
            } else if (event.get() instanceof PciEvent.RootWindow window) {
                hosts.add(key(window.domain(), window.bus()));
            } else if (event.get() instanceof PciEvent.Found found) {
                functions = true;
                enumerated.add(found.function());
                Optional.ofNullable(current.get(found.function().domain())).ifPresent(scanned::add);
            } else if (event.get() instanceof PciEvent.Shown shown) {
                functions |= shown.remark() == PciEvent.Remark.NONE && shown.driver().equals("pci");
                assignments |= shown.remark() == PciEvent.Remark.ASSIGNED;
            } else if (event.get() instanceof PciEvent.BusResource) {
                assignments = true;
            }
        }

        private static long key(int domain, int bus) {
            return (long) domain << 8 | bus;
        }

        int completeness() {
            return (functions ? 4 : 0) + (hosts.isEmpty() ? 0 : 2) + (assignments ? 1 : 0);
        }
    }
}
