package org.pcitopo.conformance.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.pcitopo.conformance.workshop.KernelImage.Format;

/** What a kernel's file tells before it runs. */
class KernelImageTest {

    private static final String BANNER = "Linux version 6.12.3-mine (me@here) #1 SMP";

    @Test
    void aBzImagePointsToItsRelease() {
        byte[] content = new byte[0x500];
        put(content, 0x202, "HdrS");
        content[0x20f] = 0x02;
        put(content, 0x400, "6.1.9-own (root@build) #3");
        assertEquals("KernelImage[format=BZIMAGE, debianArchitecture=Optional[amd64], release=Optional[6.1.9-own]]",
                KernelImage.read(content).toString());
    }

    @Test
    void anArmImageHoldsItsBanner() {
        assertEquals("KernelImage[format=ARM64_IMAGE, debianArchitecture=Optional[arm64], release=Optional[6.12.3-mine]]",
                KernelImage.read(armImage()).toString());
    }

    @Test
    void aPackedImageIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(armImage());
        }
        assertEquals("KernelImage[format=GZIP, debianArchitecture=Optional[arm64], release=Optional[6.12.3-mine]]",
                KernelImage.read(packed.toByteArray()).toString());
    }

    @Test
    void anElfFileTellsItsMachine() {
        byte[] content = new byte[256];
        put(content, 0, "\u007fELF\u0002\u0001");
        content[18] = 0x15;
        put(content, 100, BANNER);
        assertEquals("KernelImage[format=ELF, debianArchitecture=Optional[ppc64el], release=Optional[6.12.3-mine]]",
                KernelImage.read(content).toString());
    }

    @Test
    void anythingElseIsNoKernel() {
        assertEquals(Format.UNKNOWN, KernelImage.read("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII)).format());
    }

    private static byte[] armImage() {
        byte[] content = new byte[0x200];
        put(content, 0x38, "ARM\u0064");
        put(content, 0x100, BANNER);
        return content;
    }

    private static void put(byte[] content, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, content, offset, bytes.length);
    }
}
