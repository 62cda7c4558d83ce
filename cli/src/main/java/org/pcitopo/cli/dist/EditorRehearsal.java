package org.pcitopo.cli.dist;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.pcitopo.cli.Pcitopo;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Languages;

/** Lets the language server answer what an editor usually asks, so that its classes can be archived. */
final class EditorRehearsal {

    private static final long STACK = 16L << 20;

    private EditorRehearsal() {
    }

    /**
     * Sends the messages of {@code session}, one a line; waits for the answer of each that has an id.
     *
     * @return the exit status of the server
     */
    static int run(Path folder, Path session, Path board) throws IOException {
        Pipe toServer = Pipe.open();
        Pipe toEditor = Pipe.open();
        CompletableFuture<Integer> status = new CompletableFuture<>();
        PrintStream out = new PrintStream(Channels.newOutputStream(toEditor.sink()), true, StandardCharsets.UTF_8);
        Io io = new Io(Channels.newInputStream(toServer.source()), out, out, false, false, Map.of(), folder);
        new Thread(null, () -> status.complete(new Pcitopo(io, Languages::xtext).run("lsp")), "server", STACK).start();
        String text = new Gson().toJson(Files.readString(board));
        DataInputStream answers = new DataInputStream(Channels.newInputStream(toEditor.source()));
        try (OutputStream messages = Channels.newOutputStream(toServer.sink())) {
            for (String line : Files.readAllLines(session)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    send(messages, line.replace("TEXT", text));
                    JsonObject message = JsonParser.parseString(line.replace("TEXT", "0")).getAsJsonObject();
                    if (message.has("id")) {
                        await(answers, message.get("id").getAsInt());
                    }
                }
            }
            return status.join();
        }
    }

    private static void send(OutputStream to, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        to.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        to.write(bytes);
        to.flush();
    }

    private static void await(DataInputStream answers, int id) throws IOException {
        while (true) {
            byte[] bytes = new byte[length(answers)];
            answers.readFully(bytes);
            JsonObject message = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
            if (message.has("id") && !message.has("method") && message.get("id").getAsInt() == id) {
                return;
            }
        }
    }

    private static int length(InputStream answers) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = answers.read();
            if (next < 0) {
                throw new IOException("the server ended");
            }
            header.append((char) next);
        }
        String digits = header.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
        return Integer.parseInt(digits);
    }
}
