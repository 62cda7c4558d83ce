package org.pcitopo.conformance.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The part of a boot's command line that can be used in QEMU, where a little initramfs on a serial console stands for the
 * person's system.
 *
 * @param text what is used
 * @param dropped the words that are not, in order
 */
record KernelParameters(String text, List<String> dropped) {

    /** They choose the console, the first process, or memory that the emulated machine does not have. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("console", "earlycon", "earlyprintk", "rdinit", "init", "initrd",
            "BOOT_IMAGE", "crashkernel", "hugepages", "hugepagesz", "default_hugepagesz", "mem", "memmap", "panic", "loglevel",
            "quiet", "debug", "ignore_loglevel", "nokaslr", "resume", "rd.break", "single", "emergency", "rescue");

    KernelParameters {
        dropped = List.copyOf(dropped);
    }

    static KernelParameters of(String commandLine) {
        List<String> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        boolean forInit = false;
        for (String word : words(commandLine)) {
            forInit |= word.equals("--");
            String name = word.replaceFirst("=.*", "");
            (forInit || OF_THE_SYSTEM.contains(name) ? dropped : kept).add(word);
        }
        return new KernelParameters(String.join(" ", kept), dropped);
    }

    /** As the kernel splits them: blanks inside of double quotes belong to the word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char letter : text.toCharArray()) {
            quoted ^= letter == '"';
            if (Character.isWhitespace(letter) && !quoted) {
                if (word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
