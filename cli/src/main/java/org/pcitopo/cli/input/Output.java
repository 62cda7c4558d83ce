package org.pcitopo.cli.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.pcitopo.cli.io.UserError;

/** Writes files: wholly or not at all, and over existing ones only where that is wanted. */
public final class Output {

    private Output() {
    }

    /** @throws UserError where something is at {@code path} already */
    public static void mustNotExist(String name, Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(name + " exists already; write over it with --force or give another name");
        }
    }

    /**
     * Writes a new file.
     *
     * @throws UserError where the file exists or cannot be written
     */
    public static void create(String name, Path path, String text) {
        mustNotExist(name, path);
        try {
            Files.writeString(path, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UserError("cannot write " + name + ": " + SourceFiles.reason(e), e);
        }
    }

    /**
     * Writes a file, in the place of one that may exist; it keeps that one's permissions, and where something goes wrong that
     * one stays as it was.
     *
     * @throws UserError where the file cannot be written
     */
    public static void replace(String name, Path path, String text) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path;
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.writeString(target, text, StandardCharsets.UTF_8);
                return;
            }
            Path folder = target.toAbsolutePath().getParent();
            Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".new");
            try {
                Files.writeString(temporary, text, StandardCharsets.UTF_8);
                Files.setPosixFilePermissions(temporary, permissions(target));
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UserError("cannot write " + name + ": " + SourceFiles.reason(e), e);
        }
    }

    private static Set<PosixFilePermission> permissions(Path target) throws IOException {
        return Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
    }
}
