package org.pcitopo.draw;

import java.util.Locale;
import java.util.Optional;
import org.pcitopo.simulator.vfio.Mapping;

/** How a resource looks, the worst last: where several are too narrow to be drawn apart, the worst is shown. */
enum Look {
    WINDOW("window of a bridge", ""),
    RESERVED("reserved by others", ""),
    OTHER("not asked: ROM, BAR of a bridge", ""),
    IO("I/O ports, never mapped", ""),
    MAPPED("mapped", "\u2713"),
    PARTLY("partly mapped", "\u25d0"),
    EMULATED("not mapped", "\u2717"),
    SHARED("not mapped: shares its page", "\u2717"),
    UNASSIGNED("no address", "!");

    private final String words;
    private final String mark;

    Look(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    static Look of(Box.Kind kind, Optional<Mapping> mapping) {
        if (kind == Box.Kind.WINDOW) {
            return WINDOW;
        }
        if (kind == Box.Kind.RESERVED) {
            return RESERVED;
        }
        return mapping.map(Look::of).orElse(OTHER);
    }

    private static Look of(Mapping mapping) {
        Optional<Mapping.Reason> reason = mapping.reason();
        if (reason.filter(why -> why == Mapping.Reason.IO).isPresent()) {
            return IO;
        }
        if (reason.filter(why -> why == Mapping.Reason.UNASSIGNED).isPresent()) {
            return UNASSIGNED;
        }
        return switch (mapping.verdict()) {
            case MAPPED -> MAPPED;
            case PARTLY_MAPPED -> PARTLY;
            default -> mapping.sharedWith().isEmpty() ? EMULATED : SHARED;
        };
    }

    /** The class in style sheets. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the legend. */
    String words() {
        return words;
    }

    /** A character that tells it without colour, empty where none is needed. */
    String mark() {
        return mark;
    }
}
