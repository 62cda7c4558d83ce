package org.pcitopo.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KernelReleasePropertyTest {

    @Provide
    Arbitrary<KernelRelease> releases() {
        return Combinators.combine(Arbitraries.integers().between(0, 999), Arbitraries.integers().between(0, 9999),
                Arbitraries.integers().between(0, 999_999)).as(KernelRelease::new);
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("releases") KernelRelease release) {
        assertEquals(Optional.of(release), KernelRelease.parse(release.toString()));
    }

    @Property
    void aDistributionsSuffixIsLeftAside(@ForAll("releases") KernelRelease release) {
        String uname = release.major() + "." + release.minor() + "." + release.stable() + "-1-amd64";
        assertEquals(Optional.of(release), KernelRelease.parse(uname));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        KernelRelease.parse(text).ifPresent(release -> assertTrue(release.major() >= 0));
    }

    @Property
    void aSpanHoldsItsFirstReleaseButNotItsEnd(@ForAll("releases") KernelRelease a, @ForAll("releases") KernelRelease b) {
        Span span = new Span(a, Optional.of(b));
        assertEquals(a.compareTo(b) < 0, span.contains(a));
        assertTrue(!span.contains(b));
    }

    @Example
    void aReleaseCandidateCountsAsTheRelease() {
        assertEquals(Optional.of(new KernelRelease(6, 12, 0)), KernelRelease.parse("6.12-rc3"));
    }
}
