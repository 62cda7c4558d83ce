package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/** Short texts of tests. */
final class Texts {

    private Texts() {
    }

    /** A release, or {@code v4} for the 2016 series. */
    static KernelRules rules(String text) {
        return text.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(text));
    }

    /** {@code 02:00.0 < 00:01.0}: a function and the bridges above it; {@code 00:02.0 = 1b36:0007[:1af4:1100]}: with ids. */
    static MatchTarget target(String text) {
        String[] path = text.split("\\s*<\\s*");
        String[] own = path[0].split("\\s*=\\s*");
        List<PciAddress> upstream = new ArrayList<>();
        for (int i = 1; i < path.length; i++) {
            upstream.add(PciAddress.parse(path[i].strip()).orElseThrow());
        }
        return new MatchTarget(PciAddress.parse(own[0].strip()).orElseThrow(), ids(own.length > 1 ? own[1] : "1b36:0005"),
                upstream);
    }

    static DeviceIds ids(String text) {
        String[] fields = text.strip().split(":");
        int[] numbers = new int[4];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = Integer.parseInt(fields[i], 16);
        }
        return new DeviceIds(numbers[0], numbers[1], numbers[2], numbers[3], 0x088000);
    }

    static AlignmentRequests requests(String kernel, String list) {
        return AlignmentRequests.of(new Token(0, list), rules(kernel), Architecture.X86_64);
    }
}
