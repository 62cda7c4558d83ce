package org.pcitopo.simulator.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PciAddressPropertyTest {

    @Provide
    Arbitrary<PciAddress> addresses() {
        return Combinators.combine(Arbitraries.integers().between(0, Integer.MAX_VALUE), Arbitraries.integers().between(0, 0xff),
                Arbitraries.integers().between(0, 0x1f), Arbitraries.integers().between(0, 7)).as(PciAddress::new);
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("addresses") PciAddress address) {
        assertEquals(Optional.of(address), PciAddress.parse(address.toString()));
    }

    @Property
    void domainZeroMayBeLeftOut(@ForAll("addresses") PciAddress address) {
        PciAddress inDomainZero = new PciAddress(0, address.bus(), address.device(), address.function());
        assertEquals(Optional.of(inDomainZero), PciAddress.parse(address.toString().replaceFirst("^[0-9a-f]+:", "")));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        PciAddress.parse(text).ifPresent(address -> assertTrue(address.devfn() <= 0xff));
    }

    @Property
    void orderIsTheOneOfAScan(@ForAll("addresses") PciAddress a, @ForAll("addresses") PciAddress b) {
        long first = (long) a.domain() << 16 | a.bus() << 8 | a.devfn();
        long second = (long) b.domain() << 16 | b.bus() << 8 | b.devfn();
        assertEquals(Integer.signum(Long.compare(first, second)), Integer.signum(a.compareTo(b)));
    }
}
