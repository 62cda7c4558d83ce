package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.cli.report.GuestReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.guest.GuestBar;
import org.pcitopo.simulator.guest.GuestMachine;
import org.pcitopo.simulator.guest.GuestView;
import org.pcitopo.simulator.guest.Room;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.vfio.Mapping.Area;
import org.pcitopo.simulator.vfio.Mapping.Guest;

/** What guests see, for people: BARs, why and what cures, then the guest's windows. */
public final class GuestText {

    private static final String INDENT = "  ";

    private final PrintStream out;
    private final Palette palette;
    private final int width;

    /** @param width of the terminal, columns */
    public GuestText(PrintStream out, Palette palette, int width) {
        this.out = out;
        this.palette = palette;
        this.width = Paragraph.width(width, 2 * INDENT.length());
    }

    /** Writes one report after the other. */
    public void write(List<GuestReport> reports) {
        boolean first = true;
        for (GuestReport report : reports) {
            if (!first) {
                out.println();
            }
            first = false;
            report(report.simulations(), report.view());
        }
    }

    private void report(List<Simulation> simulations, GuestView view) {
        for (Simulation simulation : simulations) {
            Boot boot = simulation.boot();
            out.println(palette.bold("host " + simulation.topology().name() + ", boot " + boot.name()) + ": Linux "
                    + boot.rules().release() + ", " + Quantity.size(boot.pageSize()) + " pages");
        }
        out.println(INDENT + "guest: " + machine(view.machine()));
        Map<PciAddress, String> names = simulations.get(0).assignment().functions().stream()
                .collect(Collectors.toMap(EnumeratedFunction::address, function -> function.description().name(), (a, b) -> a));
        out.println();
        TextTable bars = new TextTable();
        view.bars().forEach(bar -> bars.row(Cell.of(bar.function().toString()), Cell.of(names.getOrDefault(bar.function(), "")),
                Cell.of("BAR " + bar.bar()), Cell.of(bar.type().widthName() + (bar.type().prefetchable() ? " pref" : "")),
                Cell.right(bar.size() == 0 ? "-" : Quantity.size(bar.size())), guest(bar)));
        out.print(bars.text(INDENT));
        reasons(view.bars());
        out.println();
        TextTable rooms = new TextTable();
        view.rooms().forEach(room -> rooms.row(Cell.of(room.aperture().place().id()), Cell.of(room.aperture().range().toString()),
                Cell.right(Quantity.about(room.aperture().range().size())), Cell.of("needed"), Cell.right(Quantity.size(room.needed())), fits(room)));
        out.print(rooms.text(INDENT));
        view.rooms().forEach(this::room);
    }

    private static String machine(GuestMachine machine) {
        String firmware = machine.architecture().isX86() ? " with " + machine.firmware().id() : "";
        return machine.vmm().id() + " on " + machine.architecture().id() + firmware + ", " + Quantity.size(machine.memory()) + " of memory"
                + (machine.physicalBits().isPresent() ? ", " + machine.physicalBits().getAsInt() + " address bits" : "");
    }

    private Cell guest(GuestBar bar) {
        String pages = bar.trapped().stream().map(GuestText::range).collect(Collectors.joining(", "));
        String text = bar.guest() == Guest.TRAPPED_PAGE ? "direct but " + pages : bar.guest().id();
        return Cell.painted(text, switch (bar.guest()) {
            case DIRECT -> palette.good(text);
            case TRAPPED_PAGE -> palette.doubtful(text);
            case EMULATED -> bar.type().isIo() ? palette.dim(text) : palette.bad(text);
        });
    }

    private static String range(Area area) {
        return String.format("+0x%x-0x%x", area.offset(), area.offset() + area.size() - 1);
    }

    /** Each reason once, with the BARs that it holds for; what is direct needs none. */
    private void reasons(List<GuestBar> bars) {
        Map<String, List<GuestBar>> reasons = bars.stream().filter(bar -> bar.guest() != Guest.DIRECT && !bar.type().isIo())
                .collect(Collectors.groupingBy(GuestBar::why, LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((why, of) -> {
            out.println();
            paragraph(of.stream().map(bar -> bar.function() + " BAR " + bar.bar()).collect(Collectors.joining(", ")) + ": " + why);
            of.stream().flatMap(bar -> bar.cure().stream()).distinct().forEach(cure -> out.println(INDENT + INDENT + palette.good("fix: ") + cure));
        });
    }

    private Cell fits(Room room) {
        String text = room.fits() ? "fits" : "does not fit";
        return Cell.painted(text, room.fits() ? palette.good(text) : palette.bad(text));
    }

    private void room(Room room) {
        paragraph(room.aperture().place().id() + ": " + room.aperture().why() + " [" + room.aperture().source() + "]");
        room.options().forEach(option -> out.println(INDENT + INDENT + palette.good("fix: ") + option));
    }

    private void paragraph(String text) {
        boolean first = true;
        for (String line : Paragraph.lines(text, width)) {
            out.println(INDENT + (first ? "" : INDENT) + line);
            first = false;
        }
    }
}
