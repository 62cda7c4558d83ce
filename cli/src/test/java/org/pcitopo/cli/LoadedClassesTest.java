package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no language start without it: they load no class of Xtext, EMF, Guice or ANTLR. */
class LoadedClassesTest {

    private static final String BOARD = Path.of("src/dist/rehearsal/board.pcitopo").toAbsolutePath().toString();
    private static final String BUNDLE = Path.of("src/dist/rehearsal/bundle").toAbsolutePath().toString();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "gather", "replay BUNDLE", "replay --format=json BUNDLE BUNDLE"})
    void loadNothingOfTheLanguage(String commandLine) throws IOException, InterruptedException {
        assertEquals(List.of(), loaded(commandLine, "org\\.eclipse|com\\.google\\.inject|org\\.antlr|org\\.pcitopo\\.dsl"));
    }

    /** Only {@code prove} needs what boots machines. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "replay BUNDLE", "check BOARD", "prove --help"})
    void loadNothingOfTheRecorder(String commandLine) throws IOException, InterruptedException {
        assertEquals(List.of(), loaded(commandLine, "org\\.pcitopo\\.conformance"));
    }

    /** Only {@code lsp} needs what talks to editors. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "replay BUNDLE", "check BOARD", "lsp --help"})
    void loadNothingOfTheServer(String commandLine) throws IOException, InterruptedException {
        assertEquals(List.of(), loaded(commandLine, "org\\.eclipse\\.lsp4j|org\\.pcitopo\\.dsl\\.ide"));
    }

    private static List<String> loaded(String commandLine, String packages) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-verbose:class", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(commandLine.replace("BUNDLE", BUNDLE).replace("BOARD", BOARD).split(" ")));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        return output.lines().filter(line -> line.matches(".* (" + packages + ")\\..* source: .*")).toList();
    }
}
