package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.AddressRange;

/** What is taken back when something of a type failed (behaviour specification 6.6). */
class FailedTypesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what failed, what is placed, in which window, whether it gives up its place
            io,        io,    io,    true
            m32,       io,    io,    false
            io,        m32,   mem,   false
            m32,       m32,   mem,   true
            m64,       m32,   mem,   true
            p64,       m32,   mem,   true
            p64,       p64,   pref,  true
            m32,       p64,   pref,  false
            m32,       p64,   mem,   true
            io,        p64,   mem,   false
            'io m32',  io,    io,    true
            """)
    void decideByTheirTypeAndWhereItLies(String failed, String placed, String window, boolean releases) {
        List<Request> requests = new ArrayList<>();
        for (String type : failed.split(" ")) {
            requests.add(new Request(bench(type).device("00:01.0"), bench(type).region("00:01.0 bar0")));
        }
        Region region = bench(placed).region("00:01.0 bar0");
        region.set(new AddressRange(0x1000, 0x10ff));
        int flags = window.equals("io") ? Flags.IO : window.equals("mem") ? Flags.MEM : Flags.MEM | Flags.PREFETCH;
        Workbench.window(flags, 0, 0xffff).request(region);
        assertEquals(releases, new FailedTypes(requests).releases(region));
    }

    private static Workbench bench(String type) {
        return Workbench.of(PaperMachine.arm64("01.0 " + type + ":256"), "6.12");
    }
}
