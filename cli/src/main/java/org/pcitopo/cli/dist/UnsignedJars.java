package org.pcitopo.cli.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Takes the signatures out of jars. Java checks them whenever it loads a class, and keeps classes from signed jars out of
 * class-data archives; a command that needs the language would take twice as long to start.
 */
public final class UnsignedJars {

    private UnsignedJars() {
    }

    /** @param args the folder whose jars are rewritten where they are signed */
    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            if (isSigned(jar)) {
                Path unsigned = jar.resolveSibling(jar.getFileName() + ".new");
                copyWithoutSignature(jar, unsigned);
                Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream().anyMatch(entry -> isSignature(entry.getName()));
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean inMetaInf = upper.startsWith("META-INF/") && upper.indexOf('/', "META-INF/".length()) < 0;
        return inMetaInf && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }

    private static void copyWithoutSignature(Path signed, Path unsigned) throws IOException {
        try (JarFile source = new JarFile(signed.toFile(), false);
                OutputStream target = Files.newOutputStream(unsigned);
                JarOutputStream jar = new JarOutputStream(target)) {
            for (JarEntry entry : source.stream().toList()) {
                if (isSignature(entry.getName())) {
                    continue;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                jar.putNextEntry(copy);
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    // The digests of single entries belong to the signature.
                    Manifest manifest = new Manifest(source.getManifest());
                    manifest.getEntries().clear();
                    manifest.write(jar);
                } else {
                    try (InputStream content = source.getInputStream(entry)) {
                        content.transferTo(jar);
                    }
                }
                jar.closeEntry();
            }
        }
    }
}
