package org.pcitopo.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.vfio.Mapping;

/** One boot as a still picture: the tree on the left, the map of addresses on the right. */
final class SvgPicture {

    private static final int MARGIN = 16;
    private static final int ROW = 20;
    private static final int INDENT = 16;
    private static final int TREE_WIDTH = 420;
    private static final int MAP_WIDTH = 940;
    private static final double CHARACTER = 6.7;

    private final String title;
    private final Simulation simulation;
    private final StringBuilder out = new StringBuilder();

    SvgPicture(String title, Simulation simulation) {
        this.title = title;
        this.simulation = simulation;
    }

    String text() {
        int top = MARGIN + 3 * ROW + 8;
        int bottom = Math.max(tree(top), map(top)) + MARGIN;
        int width = 3 * MARGIN + TREE_WIDTH + MAP_WIDTH;
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                <title>%s</title>
                %s<rect class="paper" width="100%%" height="100%%"/>
                """, width, bottom, width, bottom, Markup.escaped(title), SvgStrip.STYLE) + head() + out + "</svg>\n";
    }

    private String head() {
        Boot boot = simulation.boot();
        List<Mapping> memory = simulation.mappings().stream()
                .filter(mapping -> mapping.reason().filter(why -> why == Mapping.Reason.IO).isEmpty()).toList();
        long mapped = memory.stream().filter(mapping -> mapping.verdict() == Mapping.Verdict.MAPPED
                || mapping.verdict() == Mapping.Verdict.PARTLY_MAPPED).count();
        String line = boot.commandLine().isBlank() ? "(empty command line)" : boot.commandLine();
        StringBuilder head = new StringBuilder();
        write(head, "h", MARGIN, MARGIN + 14, title + "  " + simulation.topology().name() + ": " + boot.name() + ", Linux "
                + boot.rules().release() + ", " + Sizes.text(boot.pageSize()) + " pages; " + mapped + " of " + memory.size()
                + " memory BARs mapped");
        write(head, "t", MARGIN, MARGIN + 34, clipped(line, TREE_WIDTH + MAP_WIDTH));
        double x = MARGIN;
        for (Look look : Look.values()) {
            head.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.0f\" y=\"%d\" width=\"12\" height=\"11\"/>\n", look.id(), x,
                    MARGIN + 42));
            String words = (look.mark().isEmpty() ? "" : look.mark() + " ") + look.words();
            write(head, "t", x + 16, MARGIN + 52, words);
            x += 30 + words.length() * 6.1;
        }
        return head.toString();
    }

    /** Draws the tree from {@code top} on and returns where it ends. */
    private int tree(int top) {
        Map<PciAddress, Integer> depths = new HashMap<>();
        Map<PciAddress, List<AssignedResource>> resources = new HashMap<>();
        simulation.assignment().resources().forEach(resource -> resources
                .computeIfAbsent(resource.key().function(), unused -> new ArrayList<>()).add(resource));
        StripLayout layout = new StripLayout(simulation);
        int y = top;
        for (HostBridge host : simulation.topology().hostBridges()) {
            write(out, "h", MARGIN, y + 14, String.format("%s  %s buses %02x-%02x", host.id(), host.name(), host.firstBus(),
                    host.lastBus()));
            y += ROW;
            for (EnumeratedFunction function : simulation.assignment().functions()) {
                PciAddress at = function.address();
                if (at.domain() == host.domain() && at.bus() >= host.firstBus() && at.bus() <= host.lastBus()) {
                    int depth = function.parent().map(depths::get).orElse(0) + 1;
                    depths.put(at, depth);
                    row(function, depth, y, resources.getOrDefault(at, List.of()), layout);
                    y += ROW;
                }
            }
            y += ROW / 2;
        }
        return y;
    }

    private void row(EnumeratedFunction function, int depth, int y, List<AssignedResource> resources, StripLayout layout) {
        int x = MARGIN + depth * INDENT;
        out.append(String.format("<path class=\"twig\" d=\"M%d %dV%dH%d\"/>\n", x - INDENT / 2, y - 4, y + 10, x - 2));
        String what = function.description().bridge()
                .map(bridge -> bridge.kind().label() + String.format(" \u2192 bus %02x-%02x", function.secondary(), function.subordinate()))
                .orElse(function.description().ids().vendor() == 0 ? "" : function.description().ids().toString());
        List<Look> looks = resources.stream().map(layout::look).filter(look -> !look.mark().isEmpty()).toList();
        double marks = looks.size() * 15.0;
        String text = (function.address() + " " + function.description().name() + "  " + what + " " + function.description().label()).strip();
        write(out, "m", x, y + 14, clipped(text, TREE_WIDTH + MARGIN - x - marks));
        for (int i = 0; i < looks.size(); i++) {
            double left = MARGIN + TREE_WIDTH - marks + i * 15;
            out.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"13\" height=\"13\" rx=\"2\"/>\n",
                    looks.get(i).id(), left, y + 4));
            out.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                    looks.get(i) == Look.UNASSIGNED ? "t" : "on", left + 6.5, y + 14, looks.get(i).mark()));
        }
    }

    private int map(int top) {
        int x = 2 * MARGIN + TREE_WIDTH;
        int y = unassigned(top, x);
        for (Strip strip : new StripLayout(simulation).strips()) {
            write(out, "h", x, y + 14, strip.host().id() + " window " + strip.index() + "  " + strip.window().type().widthName() + "  "
                    + strip.window().range() + "  " + SvgStrip.size(strip.window().range().size())
                    + (strip.boxes().isEmpty() ? ", all free" : ""));
            if (strip.boxes().isEmpty()) {
                y += ROW + ROW / 2;
                continue;
            }
            SvgStrip drawn = new SvgStrip(strip, MAP_WIDTH);
            out.append(String.format("<g transform=\"translate(%d,%d)\">\n%s</g>\n", x, y + 20, drawn.text()));
            y += 20 + drawn.height() + 14;
        }
        return y;
    }

    private int unassigned(int top, int x) {
        int y = top;
        for (AssignedResource resource : simulation.assignment().resources()) {
            if (resource.state() == ResourceState.UNASSIGNED) {
                out.append(String.format("<rect class=\"unassigned\" x=\"%d\" y=\"%d\" width=\"13\" height=\"13\"/>\n", x, y + 4));
                write(out, "m", x + 20, y + 14, "! " + nameOf(resource.key()) + " " + Sizes.text(resource.size()) + ": no address");
                y += ROW;
            }
        }
        return y == top ? top : y + ROW / 2;
    }

    private String nameOf(ResourceKey key) {
        String name = simulation.assignment().functions().stream().filter(function -> function.address().equals(key.function()))
                .map(function -> function.description().name()).findFirst().orElse("");
        ResourceName resource = key.name();
        return (name.isEmpty() ? key.function().toString() : name) + " " + resource;
    }

    private static void write(StringBuilder target, String style, double x, int y, String text) {
        target.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.0f\" y=\"%d\">%s</text>\n", style, x, y, Markup.escaped(text)));
    }

    /** {@code text}, or what fits into {@code width}. */
    static String clipped(String text, double width) {
        int room = (int) (width / CHARACTER);
        return room >= text.length() ? text : room < 2 ? "" : text.substring(0, room - 1) + "\u2026";
    }
}
