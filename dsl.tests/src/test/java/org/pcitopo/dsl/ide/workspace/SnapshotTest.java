package org.pcitopo.dsl.ide.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.PcitopoIdeSetup;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;

/** What is known of a text, and who may ask when. */
class SnapshotTest {

    private static final URI FILE = URI.createFileURI("/pcitopo-tests/snapshot.pcitopo");

    private final Workspace workspace = new Workspace(new PcitopoIdeSetup().createInjectorAndDoEMFRegistration());

    private Snapshot text(int version, String text) {
        return workspace.change(FILE, version, text).get(0);
    }

    /** Rules may search for cures, which takes long; hovers and hints tell of simulations alone. */
    @Test
    void whatBootsComeToIsKnownBeforeRulesHaveLookedAtThem() {
        Snapshot snapshot = text(1, Samples.rack(2));

        assertFalse(snapshot.<Boolean>look(current -> current.outcomes().boots().isEmpty()));
        assertEquals(Optional.empty(), snapshot.knownResult());
    }

    @Test
    void rulesLookAtTheSameSimulations() {
        Snapshot snapshot = text(1, Samples.rack(2));

        snapshot.look(current -> {
            assertSame(current.outcomes().boots().get(0).simulation(), current.result().boots().get(0).simulation());
            return true;
        });
    }

    /** Whoever reads a model past the lock that keeps it as it is may find it half changed. */
    @Test
    void aModelIsReadWhileItIsLookedAtAlone() {
        Snapshot snapshot = text(1, Samples.rack(1));

        assertThrows(AssertionError.class, snapshot::document);
        assertThrows(AssertionError.class, snapshot::outcomes);
    }

    /** A large model takes long to change; a list of names must not come after the next letter. */
    @Test
    void whoTypesGetsTheNamesOfTheTextBefore() {
        Names before = text(1, Samples.rack(1)).recentNames();

        assertSame(before, text(2, Samples.rack(2)).recentNames());
    }

    @Test
    void namesAreThoseOfTheNewestTextThatIsKnown() {
        text(1, Samples.rack(1)).recentNames();
        Snapshot newest = text(2, Samples.rack(2));
        newest.look(Snapshot::document);

        assertTrue(newest.recentNames().elements().stream().anyMatch(element -> element.name().equals("h1")));
    }

    @Test
    void whoTypesGetsTheBootsOfTheTextBefore() {
        List<SimulatedBoot> before = text(1, Samples.rack(1)).recentBoots();

        assertEquals(before, text(2, Samples.rack(2)).recentBoots());
    }

    @Test
    void changesFarApartLeaveWhatIsBetweenThemAlone() {
        String before = Samples.rack(5);
        Element between = text(1, before).look(current -> element(current, "h2"));
        String first = before.replaceFirst("size 4K", "size 8K");
        int second = first.lastIndexOf("size 4K");
        text(2, first);
        Snapshot last = text(3, first.substring(0, second) + "size 8K" + first.substring(second + "size 4K".length()));

        assertSame(between, last.look(current -> element(current, "h2")));
        assertTrue(last.<Boolean>look(current -> current.document().text().contains("size 8K")));
    }

    private static Element element(Snapshot snapshot, String name) {
        return snapshot.document().model().getElements().stream().filter(element -> name.equals(element.getName())).findFirst().orElseThrow();
    }
}
