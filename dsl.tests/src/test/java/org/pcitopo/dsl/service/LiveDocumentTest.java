package org.pcitopo.dsl.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.PcitopoStandaloneSetup;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.names.PcitopoResource;

/** An edit changes what it is about, and nothing else. */
class LiveDocumentTest {

    private static final Injector LANGUAGE = new PcitopoStandaloneSetup().createInjectorAndDoEMFRegistration();

    private static final String TEXT = """
            device-type ssd { id 144d:a808 BAR 0 [mem size 16K] }
            host one {
                architecture x86_64
                host-bridge 0000:00 {
                    device 01.0 a : ssd
                }
            }
            host two {
                architecture x86_64
                host-bridge 0000:00 {
                    device 01.0 b { BAR 0 [mem size 16K] }
                }
            }
            """;

    private final LiveDocument live = read(TEXT);

    private static LiveDocument read(String text) {
        PcitopoResource resource = (PcitopoResource) LANGUAGE.getInstance(XtextResourceSet.class).createResource(URI.createURI("memory:/a.pcitopo"));
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new LiveDocument(resource, text);
    }

    private Optional<Document> edit(String from, String to) {
        return live.change(live.document().text().replace(from, to));
    }

    private static LoweredBoot boot(Document document, int index) {
        return document.lowered().boots().get(index);
    }

    @Test
    void otherHostsAreLeftAlone() {
        LoweredBoot before = boot(live.document(), 0);

        assertSame(before, boot(edit("b { BAR 0 [mem size 16K]", "b { BAR 0 [mem size 64K]").orElseThrow(), 0));
    }

    @Test
    void theHostItselfIsLoweredAnew() {
        LoweredBoot before = boot(live.document(), 1);

        assertNotSame(before, boot(edit("b { BAR 0 [mem size 16K]", "b { BAR 0 [mem size 64K]").orElseThrow(), 1));
    }

    @Test
    void otherHostBridgesOfTheHostAreLeftAlone() {
        LiveDocument two = read("""
                host two {
                    architecture x86_64
                    host-bridge 0000:00 { device 01.0 a { BAR 0 [mem size 16K] } }
                    host-bridge 0001:00 { device 01.0 b { BAR 0 [mem size 16K] } }
                }
                """);
        LoweredBoot before = boot(two.document(), 0);

        LoweredBoot after = boot(two.change(two.document().text().replace("b { BAR 0 [mem size 16K]", "b { BAR 0 [mem size 64K]")).orElseThrow(), 0);

        assertSame(before.topology().hostBridges().get(0), after.topology().hostBridges().get(0));
        assertNotSame(before.topology().hostBridges().get(1), after.topology().hostBridges().get(1));
    }

    @Test
    void bootsOfAHostHaveTheSameHostBridges() {
        Document document = read(TEXT + "boot x of one { }\nboot y of one { linux 6.1 }\n").document();

        assertSame(boot(document, 0).topology().hostBridges().get(0), boot(document, 1).topology().hostBridges().get(0));
    }

    @Test
    void aHostBridgeKnowsWhatABootSaysOfItsFunctions() {
        Document document = read(TEXT + "boot x of one { }\nboot y of one { passthrough a }\n").document();

        assertNotSame(boot(document, 0).topology().hostBridges().get(0), boot(document, 1).topology().hostBridges().get(0));
    }

    @Test
    void hostsWithFunctionsOfAnEditedTypeAreLoweredAnew() {
        assertEquals(0x10000, boot(edit("ssd { id 144d:a808 BAR 0 [mem size 16K]", "ssd { id 144d:a808 BAR 0 [mem size 64K]").orElseThrow(), 0)
                .topology().hostBridges().get(0).functions().get(0).bars().get(0).size());
    }

    @Test
    void hostsWithFunctionsOfATypeThatExtendsAnEditedOneAreLoweredAnew() {
        LiveDocument derived = read("""
                device-type disk { BAR 0 [mem size 16K] }
                device-type ssd extends disk { id 144d:a808 }
                host one {
                    architecture x86_64
                    host-bridge 0000:00 { device 01.0 a : ssd }
                }
                """);
        Document edited = derived.change(derived.document().text().replace("16K", "64K")).orElseThrow();

        assertEquals(0x10000, boot(edited, 0).topology().hostBridges().get(0).functions().get(0).bars().get(0).size());
    }

    @Test
    void namesThatMeanNothingAnyMoreAreErrors() {
        assertEquals("there is no device-type named 'sd' here; did you mean 'ssd'?",
                edit("a : ssd", "a : sd").orElseThrow().errors().get(0).message());
    }

    @Test
    void aNameMeansTheDeviceThatTookTheOthersPlace() {
        LiveDocument booted = read(TEXT + "boot x of two { expect b BAR 0 mapped }\n");

        Document edited = booted.change(booted.document().text().replace("b { BAR 0 [mem size 16K]", "b { BAR 0 [mem size 64K]")).orElseThrow();

        Function meant = (Function) names(edited).get(0).getTarget();
        assertSame(edited.model(), EcoreUtil.getRootContainer(meant));
    }

    @Test
    void aNameMeansNothingAnyMoreWhereItsDeviceHasAnother() {
        LiveDocument booted = read(TEXT + "boot x of two { expect b BAR 0 mapped }\n");

        assertEquals("there is no device, bridge or device type named 'b' here; did you mean 'c'?", booted.change(booted.document().text()
                .replace("01.0 b {", "01.0 c {")).orElseThrow().errors().get(0).message());
    }

    @Test
    void aBootMeansTheMachineOfTheBootThatItExtends() {
        LiveDocument booted = read(TEXT + "boot x of one { }\nboot y extends x { expect a BAR 0 mapped }\n");

        assertEquals("there is no device, bridge or device type named 'a' here; did you mean 'b'?", booted.change(booted.document().text()
                .replace("boot x of one", "boot x of two")).orElseThrow().errors().get(0).message());
    }

    @Test
    void aNameThatNobodyKnewIsKnownAsSoonAsItIsThere() {
        LiveDocument unknown = read(TEXT.replace("type ssd {", "type sd {"));

        assertEquals(List.of(), unknown.change(TEXT).orElseThrow().errors());
    }

    @Test
    void aNameThatNobodyKnowsStaysAnErrorWhileSomethingElseChanges() {
        LiveDocument unknown = read(TEXT.replace("type ssd {", "type sd {"));

        assertEquals(1, unknown.change(unknown.document().text().replace("b { BAR 0 [mem size 16K]", "b { BAR 0 [mem size 64K]")).orElseThrow()
                .errors().size());
    }

    private static List<NameSelector> names(Document document) {
        return EcoreUtil2.getAllContentsOfType(document.model(), NameSelector.class);
    }

    @Test
    void aSyntaxErrorInABlockIsThatOfTheWholeText() {
        Document edited = edit("b { BAR 0 [mem", "b { BAR 0 [mom").orElseThrow();

        assertEquals(read(edited.text()).document().errors(), edited.errors());
    }

    @Test
    void aChangeOfBlocksTakesReadingTheWholeText() {
        assertTrue(edit("b { BAR 0", "b { } BAR 0").isEmpty());
    }

    @Test
    void aQuoteThatIsLeftOpenTakesReadingTheWholeText() {
        assertTrue(edit("b { BAR 0", "b \" { BAR 0").isEmpty());
    }
}
