package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors do all the time is nothing that the server complains of. */
class QuietTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
    private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
    private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    /** What a session came to. */
    private record Talk(String answers, String complaints) {
    }

    /** A whole session, with what LSP4J logged in it, and what the server did. */
    private static Talk talk(String... messages) throws InterruptedException {
        return say(Stream.of(Stream.of(INITIALIZE), Stream.of(messages), Stream.of(SHUTDOWN, EXIT)).flatMap(part -> part).toArray(String[]::new));
    }

    private static Talk say(String... messages) throws InterruptedException {
        String input = Stream.of(messages)
                .map(message -> "Content-Length: " + message.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + message).collect(Collectors.joining());
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message.getMessage());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger protocol = Logger.getLogger(RemoteEndpoint.class.getName());
        protocol.addHandler(handler);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try {
            int status = PcitopoServer.serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out,
                    new PrintStream(log, true, StandardCharsets.UTF_8), Optional.empty());
            assertEquals(0, status);
        } finally {
            protocol.removeHandler(handler);
        }
        return new Talk(out.toString(StandardCharsets.UTF_8), log.toString(StandardCharsets.UTF_8) + String.join("\n", logged));
    }

    @Test
    void aRequestGivenUpAfterItsAnswer() throws InterruptedException {
        assertEquals("", talk("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":77}}").complaints());
    }

    @Test
    void aNotificationThatNobodyKnows() throws InterruptedException {
        assertEquals("", talk("{\"jsonrpc\":\"2.0\",\"method\":\"$/unheardOf\",\"params\":{}}").complaints());
    }

    @Test
    void aRequestThatIsNotOffered() throws InterruptedException {
        Talk talk = talk("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/declaration\",\"params\":"
                + "{\"textDocument\":{\"uri\":\"file:///a.pcitopo\"},\"position\":{\"line\":0,\"character\":0}}}");

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("-32601"), talk.answers());
    }

    @Test
    void aRequestThatNobodyKnows() throws InterruptedException {
        Talk talk = talk("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"unheard/of\",\"params\":{}}");

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("-32601"), talk.answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"window/workDoneProgress/cancel", "workspace/didCreateFiles", "workspace/didRenameFiles", "workspace/didDeleteFiles", "$/setTrace"})
    void aNotificationThatIsNotWanted(String method) throws InterruptedException {
        assertEquals("", talk("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{\"token\":1,\"files\":[],\"value\":\"off\"}}").complaints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace/symbol", "textDocument/hover", "workspace/willRenameFiles", "workspace/executeCommand", "unheard/of"})
    void aRequestBeforeTheBeginning(String method) throws InterruptedException {
        Talk talk = say("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":{}}", INITIALIZE, SHUTDOWN, EXIT);

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("-32002"), talk.answers());
    }

    @Test
    void anotherBeginning() throws InterruptedException {
        Talk talk = talk(INITIALIZE);

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("-32600"), talk.answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace/symbol", "workspace/willRenameFiles", "workspace/executeCommand", "shutdown", "initialize"})
    void anyRequestAfterTheEnd(String method) throws InterruptedException {
        Talk talk = talk(SHUTDOWN, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":{\"capabilities\":{}}}");

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("\"id\":5,\"error\":{\"code\":-32600"), talk.answers());
    }

    @Test
    void aRequestAfterTheEnd() throws InterruptedException {
        Talk talk = talk(SHUTDOWN, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/foldingRange\",\"params\":"
                + "{\"textDocument\":{\"uri\":\"file:///a.pcitopo\"}}}");

        assertEquals("", talk.complaints());
        assertTrue(talk.answers().contains("-32600"), talk.answers());
    }
}
