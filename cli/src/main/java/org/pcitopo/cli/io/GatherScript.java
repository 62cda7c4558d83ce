package org.pcitopo.cli.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The portable script that makes a bundle on any Linux host. */
public final class GatherScript {

    private static final String RESOURCE = "/org/pcitopo/cli/gather.sh";
    private static final String KEEP = "\nredact=0\n";

    private GatherScript() {
    }

    /** The script's text; with {@code redact} it leaves out what identifies a machine or its owner. */
    public static String text(boolean redact) {
        try (InputStream stream = GatherScript.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return redact ? text.replace(KEEP, "\nredact=1\n") : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
