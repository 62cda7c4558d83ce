package org.pcitopo.simulator.advise;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pcitopo.simulator.advise.Obstacle.Shortage;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;

/** What stands in the way of a BAR and what would help, in sentences: the same on the command line and in editors. */
public final class AdviceSentences {

    private AdviceSentences() {
    }

    /** @param names what to call a BAR or window */
    public static String obstacle(Obstacle obstacle, Function<ResourceKey, String> names) {
        return names.apply(obstacle.bar()) + " " + switch (obstacle.kind()) {
            case FIXED -> "is fixed: the kernel never moves it";
            case REQUESTS_IGNORED -> "stays where firmware put it: the platform says probe-only, so that the kernel ignores requests";
            case NON_MAPPABLE_DEVICE -> "belongs to a device of which vfio-pci maps nothing";
            case MSIX_TABLE -> "holds the MSI-X table in every page that it has, and this kernel never maps those";
            case PAGE -> "shares its page, and every line that gives it one of its own loses something";
            case NO_ROOM -> obstacle.shortage().map(shortage -> room(obstacle, shortage, names)).orElse("finds no room");
        };
    }

    private static String room(Obstacle obstacle, Shortage shortage, Function<ResourceKey, String> names) {
        String who = shortage.resource().equals(obstacle.bar()) ? "needs "
                : "lies below " + names.apply(shortage.resource()) + ", which needs ";
        String needs = who + Sizes.text(shortage.size()) + " at a multiple of " + Sizes.text(shortage.alignment());
        Optional<TraceEvent.Tried> roomiest = shortage.roomiest();
        if (roomiest.isEmpty()) {
            return needs + ", and no window above takes it";
        }
        TraceEvent.Tried window = roomiest.get();
        return needs + "; " + (shortage.tried().size() == 1 ? "" : "of " + shortage.tried().size() + " windows the roomiest, ")
                + name(window.window()) + " (" + window.range() + ")"
                + (shortage.tried().size() == 1 ? "" : ",") + " has " + Sizes.about(window.free()) + " free, "
                + Sizes.about(window.largestHole()) + " in one piece"
                + (obstacle.lacksOnlyAlignment() ? ", but not at such an address" : "");
    }

    private static String name(WindowId window) {
        return window instanceof WindowId.OfHost ? "window " + window.windowName() + " of " + window.bridgeId()
                : "the " + window.windowName() + " window of " + window.bridgeId();
    }

    /** @param before the command line as it is */
    public static String remedy(Remedy remedy, String before) {
        String with = remedy.commandLine().equals(before) ? ""
                : " and the command line " + (remedy.commandLine().isBlank() ? "(empty)" : remedy.commandLine());
        return switch (remedy.kind()) {
            case NEWER_KERNEL -> "Linux " + remedy.subject() + " or newer" + with + " (simulated)";
            case PAGE_SIZE -> "a kernel with pages of " + Sizes.text(Long.parseLong(remedy.subject())) + with + " (simulated)";
            case WINDOW_ABOVE_4G -> "addresses above 4G (firmware's \"Above 4G decoding\", or ranges of the device tree)" + with
                    + " (simulated with " + remedy.subject() + ")";
            case SMALLER_BAR -> smaller(remedy.subject()) + with + " (simulated)";
        };
    }

    private static String smaller(String subject) {
        int blank = subject.lastIndexOf(' ');
        return subject.substring(0, blank) + " with " + Sizes.text(Long.parseUnsignedLong(subject.substring(blank + 1)))
                + " instead, which firmware's setting for resizable BARs or a quirk may choose";
    }

    /** What may help where nothing was found by simulating. */
    public static String unproved(List<Obstacle> obstacles) {
        boolean room = obstacles.stream().anyMatch(obstacle -> obstacle.kind() == Obstacle.Kind.NO_ROOM);
        return room ? "nothing that could be simulated; perhaps a slot with a larger window, firmware that gives this one more, or fewer devices"
                : "nothing that could be simulated";
    }
}
