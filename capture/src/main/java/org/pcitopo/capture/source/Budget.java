package org.pcitopo.capture.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is unpacked from one source and refuses what passes {@link Limits}. */
final class Budget {

    private static final int CHUNK = 64 << 10;

    private final String name;
    private final long packedBytes;
    private long totalBytes;
    private int entries;

    /** @param packedBytes size of the archive, 0 where the source is none */
    Budget(String name, long packedBytes) {
        this.name = name;
        this.packedBytes = packedBytes;
    }

    /** Counts one more member. */
    void addEntry() throws CaptureException {
        entries++;
        if (entries > Limits.MAX_ENTRIES) {
            throw new CaptureException(name + ": more than " + Limits.MAX_ENTRIES
                    + " files; give the bundle or the sysfs copy alone");
        }
    }

    /** Counts unpacked bytes. */
    void addBytes(long count) throws CaptureException {
        totalBytes += count;
        boolean swelling = packedBytes > 0 && totalBytes > Limits.RATIO_TEST_FROM
                && totalBytes / packedBytes > Limits.MAX_RATIO;
        if (totalBytes > Limits.MAX_TOTAL_BYTES || swelling) {
            throw new CaptureException(name + ": unpacks to more than " + (totalBytes >> 20)
                    + " MB, no machine's bundle does; give the bundle or the sysfs copy alone");
        }
    }

    /** All of {@code in}, counted; at most {@code limit} bytes. */
    byte[] readAll(InputStream in, long limit, String what) throws IOException, CaptureException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int length = in.read(chunk);
        while (length >= 0) {
            addBytes(length);
            if (out.size() + (long) length > limit) {
                throw tooLarge(what, limit);
            }
            out.write(chunk, 0, length);
            length = in.read(chunk);
        }
        return out.toByteArray();
    }

    /** Reads {@code in} to its end without keeping anything. */
    void skipAll(InputStream in) throws IOException, CaptureException {
        byte[] chunk = new byte[CHUNK];
        int length = in.read(chunk);
        while (length >= 0) {
            addBytes(length);
            length = in.read(chunk);
        }
    }

    static CaptureException tooLarge(String what, long limit) {
        return new CaptureException(what + ": larger than " + (limit >> 20)
                + " MB; cut out one boot, for example with \"journalctl -k -b\"");
    }
}
