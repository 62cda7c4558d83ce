package org.pcitopo.cli.dist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.Pcitopo;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Languages;

/**
 * Runs command lines in one process while the build records which classes they load. The build fails where one of them meets an
 * internal error or cannot read its input.
 */
public final class Rehearsal {

    private Rehearsal() {
    }

    /**
     * @param args the folder that holds the file {@code commands}, one command line each, words apart by blanks, run in that
     *     folder; then the root of the source tree and the distribution's folder, which stand for {@code ROOT} and
     *     {@code DIST} in them
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        List<String> lines = Files.readAllLines(folder.resolve("commands"));
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rehearse(folder, line.replace("ROOT", args[1]).replace("DIST", args[2]).strip().split("\\s+"));
            }
        }
        int status = EditorRehearsal.run(folder, folder.resolve("editor"), folder.resolve("board.pcitopo"));
        if (status != ExitStatus.CLEAN) {
            System.err.println("lsp: exit status " + status);
            System.exit(1);
        }
    }

    private static void rehearse(Path folder, String[] words) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, false, StandardCharsets.UTF_8);
        Io io = new Io(new ByteArrayInputStream(new byte[0]), stream, stream, false, false, Map.of(), folder);
        int status = new Pcitopo(io, Languages::xtext).run(words);
        if (status >= ExitStatus.USAGE) {
            System.err.println(String.join(" ", words) + ": exit status " + status);
            System.err.println(output.toString(StandardCharsets.UTF_8));
            System.exit(1);
        }
    }
}
