package org.pcitopo.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.simulator.advise.SysfsForm;
import org.pcitopo.simulator.cmdline.CommandLine;
import org.pcitopo.simulator.cmdline.CommandLineWord;

/**
 * A kernel command line as boot loaders want to have it. What a boot loader adds by itself ({@code BOOT_IMAGE=}, {@code initrd=})
 * is left out.
 */
final class BootLoaderForms {

    private static final Set<String> OF_LOADERS = Set.of("BOOT_IMAGE", "initrd");
    private static final Set<String> OF_GRUB = Set.of("root", "ro", "rw");

    private BootLoaderForms() {
    }

    /** Lines to paste, by where they go. */
    static Map<String, List<String>> of(String commandLine) {
        List<CommandLineWord> words = CommandLine.of(commandLine).words().stream()
                .filter(word -> !OF_LOADERS.contains(word.name().text())).toList();
        String plain = words.stream().map(word -> word.text().text()).collect(Collectors.joining(" "));
        String grub = words.stream().filter(word -> !OF_GRUB.contains(word.name().text())).map(BootLoaderForms::grubWord)
                .collect(Collectors.joining(" "));
        Map<String, List<String>> forms = new LinkedHashMap<>();
        forms.put("GRUB, in /etc/default/grub; then update-grub or grub2-mkconfig -o /boot/grub2/grub.cfg",
                List.of("GRUB_CMDLINE_LINUX=\"" + shellQuoted(grub) + "\""));
        forms.put("systemd-boot, in the entry's file below /boot/loader/entries", List.of("options " + plain));
        forms.put("kernel-install", List.of("printf '%s\\n' '" + plain.replace("'", "'\\''") + "' > /etc/kernel/cmdline",
                "kernel-install add \"$(uname -r)\" \"/lib/modules/$(uname -r)/vmlinuz\""));
        forms.put("petitboot, in /etc/kboot.conf (with the paths of your kernel and initrd)",
                List.of("linux='/boot/vmlinux initrd=/boot/initrd.img " + plain + "'"));
        return forms;
    }

    /** GRUB's scripts take a semicolon for the end of a command unless it is quoted. */
    private static String grubWord(CommandLineWord word) {
        String text = word.text().text();
        return text.contains(";") && !text.contains("\"") ? "\"" + text + "\"" : text;
    }

    /** For use between double quotes of a shell. */
    private static String shellQuoted(String text) {
        return text.replaceAll("([\\\\\"$`])", "\\\\$1");
    }

    /** The commands that do it on a running system. */
    static List<String> sysfs(SysfsForm form) {
        List<String> commands = new ArrayList<>();
        commands.add("echo '" + form.request() + "' > /sys/bus/pci/resource_alignment");
        form.removed().forEach(function -> commands.add("echo 1 > /sys/bus/pci/devices/" + function + "/remove"));
        commands.add("echo 1 > /sys/bus/pci/rescan");
        return commands;
    }
}
