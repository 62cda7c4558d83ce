package org.pcitopo.draw;

import java.util.Locale;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Sizes;

/** One host window of a still picture. Boxes too narrow to be seen are drawn together, in the look of the worst of them. */
final class SvgStrip {

    /** The same colours and patterns as the page's, dark where the viewer prefers that. */
    static final String STYLE = """
            <style>
            .paper { fill:#fff; } text { fill:#1b1f24; font:11px "JetBrains Mono", ui-monospace, Menlo, Consolas, monospace; }
            text.h { font:600 13px Inter, system-ui, sans-serif; } text.t { fill:#59636e; font-size:10px; } text.m { font-size:11px; }
            text.on { fill:#fff; paint-order:stroke; stroke:rgba(0,0,0,.55); stroke-width:2.4px; }
            rect { stroke:#fff; stroke-width:1; } .paper { stroke:none; } .twig, .tick { fill:none; stroke:#b7bfc8; }
            .window { fill:#eef1f4; stroke:#8c959f; } .mapped { fill:#2f7fc1; } .other { fill:#b7bfc8; } .frame { fill:none; stroke:#d1d9e0; }
            .shared { fill:url(#p-shared); stroke:#cf222e; } .emulated { fill:url(#p-emulated); } .partly { fill:url(#p-partly); stroke:#2f7fc1; }
            .io { fill:url(#p-io); stroke:#b7bfc8; } .reserved { fill:url(#p-reserved); stroke:#b7bfc8; }
            .unassigned { fill:none; stroke:#cf222e; stroke-dasharray:4 3; } .zig { fill:none; stroke:#59636e; } .brk { fill:#fff; stroke:none; }
            pattern rect { stroke:none; }
            @media (prefers-color-scheme:dark) { .paper, .brk { fill:#0d1117; } text { fill:#e6edf3; } text.t { fill:#9198a1; }
            rect { stroke:#0d1117; } .window { fill:#1c232c; stroke:#6e7781; } .other { fill:#59636e; } .frame { stroke:#30363d; } }
            </style>
            <defs>
            <pattern id="p-shared" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect fill="#cf222e" width="6" height="6"/><rect fill="#000" fill-opacity=".28" width="2" height="6"/></pattern>
            <pattern id="p-emulated" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect fill="#e69f00" width="8" height="8"/><rect fill="#fff" fill-opacity=".55" width="2" height="8"/></pattern>
            <pattern id="p-partly" width="6" height="6" patternUnits="userSpaceOnUse"><rect fill="#9fd0f0" width="6" height="6"/><circle fill="#2f7fc1" cx="3" cy="3" r="1.2"/></pattern>
            <pattern id="p-io" width="5" height="5" patternUnits="userSpaceOnUse"><rect fill="#d8dde2" width="5" height="5"/><rect fill="#b7bfc8" width="1" height="5"/></pattern>
            <pattern id="p-reserved" width="7" height="7" patternUnits="userSpaceOnUse"><rect fill="#e4e0d5" width="7" height="7"/><path stroke="#b7bfc8" stroke-width=".7" d="M0 0L7 7M7 0L0 7"/></pattern>
            </defs>
            """;

    private static final int LANE = 26;
    private static final int RULER = 18;
    private static final double NARROW = 3;
    private static final double LABELLED_BREAK = 12;
    private static final double DIGIT = 6.1;

    private final Strip strip;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    SvgStrip(Strip strip, int width) {
        this.strip = strip;
        this.width = width;
    }

    int height() {
        return RULER + strip.lanes() * LANE + 4;
    }

    String text() {
        add("<rect class=\"frame\" width=\"%d\" height=\"%d\" rx=\"4\"/>", width, height());
        ruler();
        Cluster cluster = new Cluster();
        int lane = 0;
        for (Box box : strip.boxes()) {
            double from = strip.axis().position(box.range().start()) * width;
            double to = strip.axis().endPosition(box.range()) * width;
            if (box.lane() != lane) {
                cluster.flush(lane);
                lane = box.lane();
            }
            if (to - from < NARROW) {
                cluster.add(box, from, to, lane);
            } else {
                cluster.flush(lane);
                box(box.look(), box.label() + "  " + size(box.range().size()), box.label() + " " + box.range(), from, to, lane);
            }
        }
        cluster.flush(lane);
        breaks();
        return out.toString();
    }

    private void box(Look look, String label, String tip, double from, double to, int lane) {
        int y = RULER + lane * LANE;
        add("<rect class=\"%s\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\"><title>%s: %s</title></rect>", look.id(), from, y,
                Math.max(NARROW, to - from), LANE - 2, Markup.escaped(tip), look.words());
        String text = SvgPicture.clipped((look.mark().isEmpty() ? "" : look.mark() + " ") + label, to - from - 8);
        boolean plain = look.ordinal() <= Look.IO.ordinal() || look == Look.PARTLY;
        if (text.length() > 1) {
            add("<text class=\"%s\" x=\"%.2f\" y=\"%d\">%s</text>", plain ? "m" : "on", from + 5, y + 16, Markup.escaped(text));
        }
    }

    private void ruler() {
        double last = -1;
        for (Axis.Piece piece : strip.axis().pieces()) {
            double x = piece.from() * width;
            String text = String.format("0x%08x", piece.range().start());
            if (!piece.collapsed() && x > last && x + text.length() * DIGIT < width) {
                add("<path class=\"tick\" d=\"M%.2f 4V%d\"/><text class=\"t\" x=\"%.2f\" y=\"13\">%s</text>", x, height() - 2, x + 3, text);
                last = x + text.length() * DIGIT + LABELLED_BREAK;
            }
        }
    }

    private void breaks() {
        int bottom = height() - 4;
        for (Axis.Piece piece : strip.axis().pieces()) {
            double space = (piece.to() - piece.from()) * width;
            if (piece.collapsed() && space > 2) {
                double middle = (piece.from() + piece.to()) / 2 * width;
                double half = Math.min(5, space / 4);
                add("<rect class=\"brk\" fill-opacity=\".8\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\"/>", middle - half, RULER,
                        2 * half, bottom - RULER);
                add("<path class=\"zig\" d=\"%s%s\"/>", zigzag(middle - half, bottom), zigzag(middle + half, bottom));
                String size = size(piece.range().size());
                double room = size.length() * DIGIT / 2;
                if (space > LABELLED_BREAK) {
                    add("<text class=\"t\" x=\"%.2f\" y=\"13\" text-anchor=\"middle\">%s</text>",
                            Math.max(room, Math.min(width - room, middle)), size);
                }
            }
        }
    }

    private static String zigzag(double x, int bottom) {
        StringBuilder path = new StringBuilder();
        for (int y = RULER, i = 0; y <= bottom; y += 6, i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %d", i == 0 ? "M" : "L", x + (i % 2 == 0 ? -3 : 3), y));
        }
        return path.toString();
    }

    /** Exact where that is short, else rounded: {@code 64K}, {@code ~1.9M}. */
    static String size(long bytes) {
        String exact = Sizes.text(bytes);
        if (exact.length() <= 5) {
            return exact;
        }
        double value = Axis.toDouble(bytes);
        int steps = 0;
        while (value >= 1024 && steps < 6) {
            value /= 1024;
            steps++;
        }
        return String.format(Locale.ROOT, value < 100 ? "~%.1f%s" : "~%.0f%s", value, steps == 0 ? "" : "KMGTPE".substring(steps - 1, steps));
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Boxes that are too narrow to be drawn apart. */
    private final class Cluster {
        private Optional<Box> first = Optional.empty();
        private int count;
        private Look worst = Look.WINDOW;
        private double from;
        private double to;

        void add(Box box, double left, double right, int lane) {
            if (first.isPresent() && left - to > 2) {
                flush(lane);
            }
            if (first.isEmpty()) {
                first = Optional.of(box);
                from = left;
                to = right;
                worst = box.look();
            }
            count++;
            to = Math.max(to, right);
            worst = worst.compareTo(box.look()) < 0 ? box.look() : worst;
        }

        void flush(int lane) {
            first.ifPresent(box -> {
                AddressRange range = box.range();
                String tip = count == 1 ? box.label() + " " + range : count + " ranges from " + box.label() + " " + range;
                box(worst, count == 1 ? "" : "\u00d7" + count, tip, from, Math.max(from + NARROW, to), lane);
            });
            first = Optional.empty();
            count = 0;
        }
    }
}
