package org.pcitopo.conformance.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.workshop.KernelImage.Format;
import org.pcitopo.simulator.kernel.KernelRelease;

/** Makes of a person's own kernel a folder as {@code conformance/kernels} makes it of a package. */
final class OwnKernel {

    private static final int FOLDER_NAME = 16;

    private final Path cache;
    private final Tools tools;

    OwnKernel(Path cache, Tools tools) {
        this.cache = cache;
        this.tools = tools;
    }

    /** @throws BootException where it cannot be read, or {@code machine} cannot start it */
    KernelFolder folder(KernelChoice.Image choice, MachineKind machine) throws BootException {
        try {
            byte[] content = Files.readAllBytes(choice.file());
            KernelImage image = KernelImage.read(content);
            check(choice.file(), image, machine);
            Map<String, byte[]> modules = choice.modules().isPresent()
                    ? new ModuleFolder(choice.modules().get(), tools).read() : Map.of();
            String hash = sha256(List.of(content));
            List<byte[]> all = new ArrayList<>(List.of(content));
            all.addAll(modules.values());
            // The initramfs is kept by the name of this folder: other modules, other name.
            Path folder = cache.resolve("own").resolve(sha256(all).substring(0, FOLDER_NAME));
            write(folder, "image", content);
            for (Map.Entry<String, byte[]> module : modules.entrySet()) {
                write(folder, "modules/" + module.getKey(), module.getValue());
            }
            if (!modules.isEmpty()) {
                write(folder, "modules/order", (String.join("\n", modules.keySet()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new KernelFolder(folder, facts(choice.file(), image, machine, hash));
        } catch (NoSuchFileException missing) {
            throw new BootException(missing.getFile() + " does not exist", missing);
        } catch (IOException unreadable) {
            throw new BootException("cannot read " + choice.file() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void check(Path file, KernelImage image, MachineKind machine) throws BootException {
        String wanted = machine.debianArchitecture();
        if (image.format() == Format.UNKNOWN) {
            throw new BootException(file + " is no kernel image that QEMU can start; give bzImage for x86, Image or Image.gz for"
                    + " arm64, vmlinux for ppc64");
        }
        if (image.debianArchitecture().filter(found -> !found.equals(wanted)).isPresent()) {
            throw new BootException(file + " is a kernel for " + image.debianArchitecture().get() + ", and " + machine.id()
                    + " is a machine of " + wanted);
        }
        if (image.format() == Format.ELF && machine.setupName().equals("arm64")) {
            throw new BootException(file + " is an ELF file, which QEMU does not start as Linux on arm64; give"
                    + " arch/arm64/boot/Image or Image.gz of the same build");
        }
        if (image.format() == Format.EFI_ZBOOT) {
            throw new BootException(file + " is an EFI application with a packed kernel, which QEMU cannot start; give"
                    + " arch/arm64/boot/Image or Image.gz of the same build");
        }
    }

    private static Map<String, String> facts(Path file, KernelImage image, MachineKind machine, String hash) {
        Map<String, String> facts = new TreeMap<>(Map.of("architecture", machine.debianArchitecture(), "sha256", hash,
                "image", String.valueOf(file.getFileName())));
        image.release().ifPresent(text -> {
            facts.put("uname", text);
            KernelRelease.parse(text).ifPresent(release -> facts.put("release", release.toString()));
        });
        return facts;
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path unfinished = folder.resolve(name + ".new");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(List<byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
