package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Languages;

/** {@code pcitopo lsp} speaks the protocol on standard input and output, and nothing else. */
class LspCommandTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
    private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
    private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int lsp(String... messages) {
        String input = Stream.of(messages).map(json -> "Content-Length: " + json.length() + "\r\n\r\n" + json)
                .collect(Collectors.joining());
        Io io = new Io(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false, false, Map.of(), Path.of("").toAbsolutePath());
        return new Pcitopo(io, Languages::xtext).run("lsp", "--stdio");
    }

    @Test
    void endsInOrder() {
        assertEquals(0, lsp(INITIALIZE, SHUTDOWN, EXIT));
    }

    @Test
    void tellsAnEditorThatDisappeared() {
        assertEquals(1, lsp(INITIALIZE));
    }

    @Test
    void writesNothingButTheProtocol() {
        lsp(INITIALIZE, SHUTDOWN, EXIT);

        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Content-Length: "));
    }
}
