package org.pcitopo.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pasted reaches the kernel as it was meant, through the shell that reads it. */
class BootLoaderFormsTest {

    private static String form(String name, String commandLine) {
        return BootLoaderForms.of(commandLine).entrySet().stream().filter(entry -> entry.getKey().startsWith(name)).findFirst()
                .map(entry -> entry.getValue().get(0)).orElseThrow();
    }

    private static String shell(String script) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Process process = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void grubIsToldNotToEndTheCommandAtASemicolon() throws IOException, InterruptedException {
        String assignment = form("GRUB", "BOOT_IMAGE=/vmlinuz root=/dev/sda2 ro quiet pci=resource_alignment=00:04.0;00:05.0");

        assertEquals("quiet \"pci=resource_alignment=00:04.0;00:05.0\"", shell(assignment + "; printf %s \"$GRUB_CMDLINE_LINUX\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dyndbg=\"file drivers/pci/* +p\" quiet", "a='b' $x `y`", "quiet"})
    void theShellLeavesWordsAsTheyAre(String commandLine) throws IOException, InterruptedException {
        assertEquals(commandLine, shell(form("GRUB", commandLine) + "; printf %s \"$GRUB_CMDLINE_LINUX\""));
        assertEquals(commandLine + "\n", shell(form("kernel-install", commandLine).replace("> /etc/kernel/cmdline", "")));
    }

    @Test
    void whatALoaderAddsByItselfIsLeftOut() {
        assertEquals("options root=/dev/sda2 quiet", form("systemd-boot", "BOOT_IMAGE=/vmlinuz root=/dev/sda2 initrd=\\initrd quiet"));
        assertEquals(List.of("GRUB_CMDLINE_LINUX=\"quiet\""), List.of(form("GRUB", "root=/dev/sda2 ro quiet")));
    }
}
