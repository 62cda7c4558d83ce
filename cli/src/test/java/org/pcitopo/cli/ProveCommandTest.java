package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.cli.io.ExitStatus;

/** What is wrong is said before anything is fetched or booted. */
class ProveCommandTest {

    private static final String TEXT = """
            platform board { architecture aarch64 machine device-tree page-size 4K }
            host one on board {
                host-bridge 0000:00 {
                    window [mem 0x10000000-0x1fffffff]
                    device 01.0 first { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }
                }
            }
            boot matrix of one { linux 6.1, 6.12 }
            boot series of one { rules vfio-mmap-v4 }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prove m.pcitopo --boot matrix | matrix of one (6.1, 4K), matrix of one (6.12, 4K); choose one with --boot",
        "prove m.pcitopo --boot matrix --machine potato | no machine potato; there are q35, pc, virt",
        "prove m.pcitopo --boot matrix --kernel 6.12 --modules m | --modules belongs to an image of your own",
        "prove m.pcitopo --boot matrix --kernel 6.12 --keep no/where.tar.gz | there is no folder",
        "prove m.pcitopo --boot matrix --kernel 9.9 | the rules of Linux 9.9 are not known",
        "prove absent.pcitopo | there is no such file"})
    void wrongUsageIsOneLineWithStatusTwo(String commandLine, String message) throws IOException {
        Files.writeString(folder.resolve("m.pcitopo"), TEXT);
        Run run = Run.in(folder).run(commandLine.split(" "));

        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aProgramWithoutItsScriptsSaysHowToStartIt() throws IOException {
        Files.writeString(folder.resolve("m.pcitopo"), TEXT);
        Run run = Run.in(folder).run("prove", "m.pcitopo", "--boot", "matrix", "--kernel", "6.12");

        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains("start it with the script pcitopo"), run.err());
    }
}
