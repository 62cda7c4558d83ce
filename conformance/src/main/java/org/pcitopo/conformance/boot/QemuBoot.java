package org.pcitopo.conformance.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pcitopo.conformance.machine.QemuPlan;

/** One boot of a kernel with the recorder in QEMU. */
public final class QemuBoot {

    private static final int LAST_LINES = 12;
    private static final int POWER_OFF_SECONDS = 20;
    /** No line of a console holds a line feed. */
    private static final String END = "\n";

    private QemuBoot() {
    }

    /**
     * Boots and takes what the recorder sends.
     *
     * @param plan the machine
     * @param image the kernel
     * @param initramfs holds the recorder as {@code /init}
     * @param commandLine the kernel's command line
     * @param work an existing folder for the ROM files and QEMU's messages
     * @return the recorder's files by name
     * @throws BootException where QEMU does not start, or the recorder has not sent all in time
     */
    public static SortedMap<String, byte[]> run(QemuPlan plan, Path image, Path initramfs, String commandLine, Path work)
            throws BootException {
        List<String> command = new ArrayList<>(plan.command());
        command.addAll(List.of("-display", "none", "-monitor", "none", "-serial", "stdio", "-no-reboot",
                "-kernel", image.toString(), "-initrd", initramfs.toString(), "-append", commandLine));
        Path messages = work.resolve("qemu.log");
        Path firmware = work.resolve("firmware.log");
        if (plan.kind().architecture().isX86()) {
            // SeaBIOS stops without a word on the console where it finds no room for a BAR.
            command.addAll(List.of("-chardev", "file,id=firmware,path=" + firmware, "-device",
                    "isa-debugcon,iobase=0x402,chardev=firmware"));
        }
        try {
            writeRoms(plan.roms(), work);
            if (!plan.deviceTree().isEmpty()) {
                command.addAll(List.of("-dtb", new DeviceTreeFile(plan, work).write().toString()));
            }
            Process qemu = new ProcessBuilder(command).directory(work.toFile()).redirectError(messages.toFile()).start();
            try {
                return record(qemu, plan.kind().patienceSeconds(), List.of(messages, firmware));
            } finally {
                qemu.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new BootException(plan.kind().program() + " cannot be run: " + failed.getMessage()
                    + "; conformance/setup installs it", failed);
        }
    }

    private static void writeRoms(Map<String, Long> roms, Path work) throws IOException {
        for (Map.Entry<String, Long> rom : roms.entrySet()) {
            try (RandomAccessFile file = new RandomAccessFile(work.resolve(rom.getKey()).toFile(), "rw")) {
                file.setLength(rom.getValue());
            }
        }
    }

    private static SortedMap<String, byte[]> record(Process qemu, int patienceSeconds, List<Path> messages)
            throws IOException, BootException {
        ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
        });
        FrameCollector frames = new FrameCollector();
        Deque<String> last = new ArrayDeque<>();
        boolean complete = false;
        long started = System.nanoTime();
        try (BufferedReader console = new BufferedReader(
                new InputStreamReader(qemu.getInputStream(), StandardCharsets.ISO_8859_1))) {
            watchdog.schedule(qemu::destroyForcibly, patienceSeconds, TimeUnit.SECONDS);
            OutputStream keyboard = qemu.getOutputStream();
            for (String line = readLine(console); !line.equals(END); line = readLine(console)) {
                if (!line.startsWith("~") && !line.isBlank()) {
                    remember(last, line);
                }
                switch (frames.accept(line)) {
                    case NOTHING -> { }
                    case AGAIN -> send(keyboard, frames.request(line));
                    case DONE -> {
                        complete = true;
                        send(keyboard, "done");
                        watchdog.schedule(qemu::destroyForcibly, POWER_OFF_SECONDS, TimeUnit.SECONDS);
                    }
                }
            }
        } finally {
            watchdog.shutdownNow();
        }
        if (!complete) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
            throw new BootException((seconds < patienceSeconds ? "the machine ended, or was ended from outside, after "
                    : "the machine was given up after ") + seconds + " s, before the recorder had sent all (" + frames.size()
                    + " frames came)" + said(messages)
                    + (last.isEmpty() ? "\nnothing was on the console" : "\nlast on the console:\n  " + String.join("\n  ", last)));
        }
        return frames.files();
    }

    private static String readLine(BufferedReader console) {
        try {
            String line = console.readLine();
            return line == null ? END : line;
        } catch (IOException closed) {
            // The watchdog ended the process while it was read from.
            return END;
        }
    }

    private static void send(OutputStream keyboard, String line) {
        try {
            keyboard.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
        } catch (IOException gone) {
            // The machine has ended; the loop sees its end next.
            return;
        }
    }

    private static void remember(Deque<String> last, String line) {
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** The last lines of the logs that exist and are not empty. */
    private static String said(List<Path> logs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path log : logs) {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
            if (!lines.isEmpty()) {
                text.append("\n").append(log.getFileName()).append(" ends with: ").append(lines.get(lines.size() - 1));
            }
        }
        return text.toString();
    }
}
