package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;

/** Scripts tell wrong usage from findings by the exit status, and people read one line. */
class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "explain", "advise", "guest", "diff", "draw", "import", "replay", "gather", "doctor", "prove", "format", "help", "completion"})
    void everyCommandDescribesItself(String command) {
        Run run = Run.of(command, "--help");

        assertEquals(ExitStatus.CLEAN, run.status());
        assertTrue(run.out().startsWith("Usage: pcitopo " + command), run.out());
    }

    @Test
    void printsItsVersion() {
        assertTrue(Run.of("--version").out().matches("pcitopo \\d+\\.\\d+\\.\\d+\\R"));
    }

    @Test
    void anUnknownCommandIsOneLineWithStatusTwo() {
        Run run = Run.of("chekc");

        assertEquals(ExitStatus.USAGE, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void anUnknownOptionNamesTheHelpOfItsCommand() {
        Run run = Run.of("gather", "--redcat");

        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains("'--redcat'") && run.err().contains("pcitopo gather --help"), run.err());
    }

    @Test
    void noCommandIsWrongUsage() {
        assertEquals(ExitStatus.USAGE, Run.of().status());
    }

    @Test
    void anArgumentThatStartsWithAnAtSignIsNoFileOfArguments() {
        assertTrue(Run.of("@/etc/passwd").err().contains("@/etc/passwd"));
    }
}
