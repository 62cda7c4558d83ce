package org.pcitopo.draw;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.Simulation;
import org.xml.sax.InputSource;

/** What is in the files that are drawn. */
class DrawingTest {

    private static final String EVIL = "</script><script>alert('x')</script>&\"@DATA@";

    private static JsonObject data(String html) {
        Matcher matcher = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertTrue(matcher.find());
        return JsonParser.parseString(matcher.group(1)).getAsJsonObject();
    }

    private static JsonObject resource(JsonObject data, String at, String name) {
        for (var resource : data.getAsJsonArray("boots").get(0).getAsJsonObject().getAsJsonArray("resources")) {
            JsonObject found = resource.getAsJsonObject();
            if (found.get("at").getAsString().equals(at) && found.get("name").getAsString().equals(name)) {
                return found;
            }
        }
        throw new AssertionError("no " + at + " " + name);
    }

    @Test
    void theSameInputGivesTheSamePage() {
        assertEquals(Drawing.html("a", List.of(Machines.drives("nvme0", 4096))),
                Drawing.html("a", List.of(Machines.drives("nvme0", 4096))));
    }

    @Test
    void everyBootIsOnThePage() {
        String html = Drawing.html("a", List.of(Machines.drives("nvme0", 4096), Machines.drives("nvme0", 65536)));
        assertEquals(2, data(html).getAsJsonArray("boots").size());
    }

    @Test
    void aBarHasItsVerdictAndTheReason() {
        JsonObject bar = resource(data(Drawing.html("a", List.of(Machines.drives("nvme0", Machines.LARGE_PAGE)))), "0000:00:04.0", "bar0");
        assertEquals("emulated page-shared", bar.get("verdict").getAsString() + " " + bar.get("reason").getAsString());
    }

    @Test
    void aBarIsExplained() {
        JsonObject data = data(Drawing.html("a", List.of(Machines.drives("nvme0", Machines.LARGE_PAGE))));
        JsonArray steps = resource(data, "0000:00:04.0", "bar0").getAsJsonArray("steps");
        String first = data.getAsJsonArray("texts").get(steps.get(1).getAsInt()).getAsString();
        assertEquals("16K of 64-bit memory.", first);
    }

    @Test
    void whatHasNoAddressIsTold() {
        JsonObject bar = resource(data(Drawing.html("a", List.of(Machines.drives("nvme0", 4096)))), "0000:00:06.0", "bar0");
        assertEquals("unassigned", bar.get("state").getAsString());
    }

    @Test
    void aNameCannotLeaveTheData() {
        String html = Drawing.html(EVIL, List.of(Machines.drives(EVIL, 4096, EVIL)));
        assertFalse(html.contains("<script>alert"), html);
        assertEquals(EVIL, data(html).get("title").getAsString());
    }

    @Test
    void aPageWithANonceRunsNoOtherScript() {
        String html = Drawing.page("a", Drawing.nothing("a", "why"), Nonce.of("abc"));
        assertTrue(html.contains("script-src 'nonce-abc';") && html.contains("<script nonce=\"abc\">"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a'", "a b", "a;", "\"", "=a"})
    void whatCouldLeaveAnAttributeIsNoNonce(String text) {
        assertEquals(Optional.empty(), Nonce.of(text));
    }

    @Test
    void whyThereIsNothingToDrawIsInTheData() {
        assertEquals("why", JsonParser.parseString(Drawing.nothing("a", "why")).getAsJsonObject().get("message").getAsString());
    }

    @Test
    void explainsNoMoreThanAsked() {
        String data = Drawing.data("a", List.of(Machines.drives("nvme0", 4096)), new Effort(0, () -> { }));
        assertFalse(data.contains("\"steps\""), data);
    }

    @Test
    void endsWhereItIsNotWantedAnyMore() {
        assertThrows(CancellationException.class, () -> Drawing.data("a", List.of(Machines.drives("nvme0", 4096)), new Effort(1, () -> {
            throw new CancellationException();
        })));
    }

    @Test
    void thePageNamesNoOtherAddress() {
        assertFalse(Drawing.html("a", List.of(Machines.drives("nvme0", 4096))).contains("://"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvme0", EVIL, "a\u0000\u0001b", "\ud800"})
    void aStillPictureIsWellFormed(String name) {
        Simulation boot = Machines.drives(name, Machines.LARGE_PAGE, name);
        String svg = Drawing.svg(name, boot);
        assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    }

    @Test
    void aStillPictureShowsWhatSharesAPage() {
        assertTrue(Drawing.svg("a", Machines.drives("nvme0", Machines.LARGE_PAGE)).contains("class=\"shared\""));
    }

    @Test
    void aStillPictureNamesWhatHasNoAddress() {
        assertTrue(Drawing.svg("a", Machines.drives("nvme0", 4096)).contains("! large BAR 0 32T: no address"));
    }
}
