package org.pcitopo.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.simulator.Simulation;

/** Pictures of simulations, as texts of files. The same input gives the same text. */
public final class Drawing {

    /** Looked for once: what is put in is not looked through again. */
    private static final Pattern PLACE = Pattern.compile("@(TITLE|STYLE|SCRIPT|DATA)@");

    private Drawing() {
    }

    /**
     * A page that needs nothing but itself: tree, address map with zoom, and explanations of {@code boots}, one shown at a time.
     *
     * @param title what the page is called, such as the file's name
     * @param boots at least one
     */
    public static String html(String title, List<Simulation> boots) {
        Map<String, String> parts = Map.of("TITLE", Markup.escaped(title), "STYLE", resource("page.css"),
                "SCRIPT", resource("map.js") + resource("page.js"), "DATA", DrawingJson.text(title, boots));
        return PLACE.matcher(resource("page.html")).replaceAll(found -> Matcher.quoteReplacement(parts.get(found.group(1))));
    }

    /** A still picture of one boot: the same tree and map without zoom. */
    public static String svg(String title, Simulation boot) {
        return new SvgPicture(title, boot).text();
    }

    private static String resource(String name) {
        try (InputStream stream = Drawing.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the program", e);
        }
    }
}
