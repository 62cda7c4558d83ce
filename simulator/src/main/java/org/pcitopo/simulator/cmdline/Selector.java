package org.pcitopo.simulator.cmdline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/** Which functions an entry of {@code resource_alignment=} means (behaviour specification 1.2 and 8.2). */
public sealed interface Selector {

    /** What comparing a function with an entry comes to. */
    enum Outcome {
        MATCH, NO_MATCH, PARSE_ERROR
    }

    Outcome match(MatchTarget target);

    /** Whether the text can be read whatever function it is compared with. */
    default boolean wellFormed() {
        return true;
    }

    private static Outcome outcome(boolean matches) {
        return matches ? Outcome.MATCH : Outcome.NO_MATCH;
    }

    /** {@code pci:vendor:device[:subvendor:subdevice]}; 0 stands for any value. */
    record ById(int vendor, int device, int subsystemVendor, int subsystemDevice) implements Selector {
        @Override
        public Outcome match(MatchTarget target) {
            DeviceIds ids = target.ids();
            return outcome(fits(vendor, ids.vendor()) && fits(device, ids.device())
                    && fits(subsystemVendor, ids.subsystemVendor()) && fits(subsystemDevice, ids.subsystemDevice()));
        }

        private static boolean fits(int wanted, int actual) {
            return wanted == 0 || wanted == actual;
        }
    }

    /**
     * {@code [domain:]bus:slot.function}, compared field by field: kernels before 4.19, and the 2016 series, where a field
     * may be {@code *}.
     *
     * @param domain 32 bits, empty for any; the other fields likewise
     */
    record ByFields(Optional<Long> domain, Optional<Long> bus, Optional<Long> slot, Optional<Long> function)
            implements Selector {
        @Override
        public Outcome match(MatchTarget target) {
            PciAddress address = target.address();
            return outcome(fits(domain, address.domain()) && fits(bus, address.bus()) && fits(slot, address.device())
                    && fits(function, address.function()));
        }

        private static boolean fits(Optional<Long> wanted, int actual) {
            return wanted.map(value -> value == actual).orElse(true);
        }
    }

    /**
     * {@code [domain:]bus:slot.function/slot.function…}, read from its end: each last element is compared before the one in
     * front of it is read, so a wrong element is noticed only by functions that the elements behind it fit.
     *
     * @param head where the path begins; empty where it cannot be read
     * @param devfns the elements behind it, outermost first; empty where one cannot be read
     */
    record ByPath(Optional<PathHead> head, List<OptionalInt> devfns) implements Selector {

        public ByPath {
            devfns = List.copyOf(devfns);
        }

        @Override
        public Outcome match(MatchTarget target) {
            PciAddress here = target.address();
            int above = 0;
            for (int i = devfns.size() - 1; i >= 0; i--) {
                if (devfns.get(i).isEmpty()) {
                    return Outcome.PARSE_ERROR;
                }
                if (devfns.get(i).getAsInt() != here.devfn() || above == target.upstream().size()) {
                    return Outcome.NO_MATCH;
                }
                here = target.upstream().get(above++);
            }
            if (head.isEmpty()) {
                return Outcome.PARSE_ERROR;
            }
            return outcome(head.get().fits(here));
        }

        @Override
        public boolean wellFormed() {
            return head.isPresent() && devfns.stream().allMatch(OptionalInt::isPresent);
        }
    }

    /**
     * Where a path begins.
     *
     * @param domain as written, 32 bits; 0 where it was left out
     * @param bus as written, 32 bits
     * @param devfn slot and function in one byte: higher bits are lost, so that slot 21 is taken for slot 1
     */
    record PathHead(long domain, long bus, int devfn) {
        boolean fits(PciAddress address) {
            return domain == address.domain() && bus == address.bus() && devfn == address.devfn();
        }
    }

    /** Text that the kernel cannot read. */
    record Unreadable() implements Selector {
        @Override
        public Outcome match(MatchTarget target) {
            return Outcome.PARSE_ERROR;
        }

        @Override
        public boolean wellFormed() {
            return false;
        }
    }
}
