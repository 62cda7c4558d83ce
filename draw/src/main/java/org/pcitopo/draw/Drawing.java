package org.pcitopo.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.simulator.Simulation;

/** Pictures of simulations, as texts of files. The same input gives the same text. */
public final class Drawing {

    /** Looked for once: what is put in is not looked through again. */
    private static final Pattern PLACE = Pattern.compile("@(TITLE|STYLE|SCRIPT|DATA|ALLOWED|NONCE)@");

    private Drawing() {
    }

    /**
     * A page that needs nothing but itself: tree, address map with zoom, and explanations of {@code boots}, one shown at a time.
     *
     * @param title what the page is called, such as the file's name
     * @param boots at least one
     */
    public static String html(String title, List<Simulation> boots) {
        return page(title, data(title, boots, Effort.FULL), Optional.empty());
    }

    /**
     * The page around {@link #data}, or around {@link #nothing}; it takes later ones by message, as docs/drawing.md tells.
     *
     * @param nonce if there is one, no script runs on the page but its own, which carries it
     */
    public static String page(String title, String data, Optional<Nonce> nonce) {
        Map<String, String> parts = Map.of("TITLE", Markup.escaped(title), "STYLE", resource("page.css"),
                "SCRIPT", resource("map.js") + resource("page.js") + resource("frame.js"), "DATA", data,
                "ALLOWED", nonce.map(one -> "'nonce-" + one.text() + "'").orElse("'unsafe-inline'"),
                "NONCE", nonce.map(one -> " nonce=\"" + one.text() + "\"").orElse(""));
        return PLACE.matcher(resource("page.html")).replaceAll(found -> Matcher.quoteReplacement(parts.get(found.group(1))));
    }

    /**
     * What such a page draws, JSON.
     *
     * @param boots at least one
     */
    public static String data(String title, List<Simulation> boots, Effort effort) {
        return DrawingJson.text(title, boots, effort);
    }

    /** What such a page draws where there is nothing to draw: {@code why}, in a sentence. */
    public static String nothing(String title, String why) {
        return DrawingJson.nothing(title, why);
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
