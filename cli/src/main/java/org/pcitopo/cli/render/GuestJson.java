package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import org.pcitopo.cli.report.GuestReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.guest.GuestBar;
import org.pcitopo.simulator.guest.GuestMachine;
import org.pcitopo.simulator.guest.Room;

/** What guests see, as published JSON, format {@code pcitopo-guest}. */
public final class GuestJson {

    private static final int VERSION = 1;

    private GuestJson() {
    }

    public static void write(PrintStream out, List<GuestReport> reports) {
        Json.write(out, json -> json
                .text("format", "pcitopo-guest")
                .number("version", VERSION)
                .objects("guests", reports, GuestJson::report));
    }

    private static void report(Json json, GuestReport report) {
        json.objects("hosts", report.simulations(), GuestJson::host)
                .object("machine", inner -> machine(inner, report.view().machine()))
                .flag("good", report.view().isGood())
                .objects("bars", report.view().bars(), GuestJson::bar)
                .objects("windows", report.view().rooms(), GuestJson::room);
    }

    private static void host(Json json, Simulation simulation) {
        Boot boot = simulation.boot();
        json.text("host", simulation.topology().name())
                .text("boot", boot.name())
                .text("kernel", boot.rules().release().toString())
                .size("pageSize", boot.pageSize());
    }

    private static void machine(Json json, GuestMachine machine) {
        json.text("vmm", machine.vmm().id())
                .text("architecture", machine.architecture().id())
                .text("firmware", machine.firmware().id())
                .size("memory", machine.memory())
                .number("physicalBits", machine.physicalBits());
    }

    private static void bar(Json json, GuestBar bar) {
        json.text("function", bar.function().toString())
                .number("bar", bar.bar())
                .text("type", bar.type().widthName())
                .flag("prefetchable", bar.type().prefetchable())
                .size("size", bar.size())
                .text("guest", bar.guest().id())
                .objects("trapped", bar.trapped(), (inner, area) -> inner.size("offset", area.offset()).size("size", area.size()))
                .text("why", bar.why())
                .text("fix", bar.cure());
    }

    private static void room(Json json, Room room) {
        json.text("place", room.aperture().place().id())
                .address("start", room.aperture().range().start())
                .size("size", room.aperture().range().size())
                .size("needed", room.needed())
                .flag("fits", room.fits())
                .text("why", room.aperture().why())
                .texts("fixes", room.options());
    }
}
