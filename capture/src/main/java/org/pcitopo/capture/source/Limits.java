package org.pcitopo.capture.source;

/**
 * How much a source may hold. Real ones stay far below: the largest kernel log seen has 0.6 MB, a sysfs copy of 5,000 functions
 * about 60 MB unpacked. What passes a limit is refused in one sentence, so a hostile or mistaken file costs bounded memory and
 * time.
 */
final class Limits {

    /** Bytes of a single text, and of one member of an archive that is kept. */
    static final int MAX_TEXT_BYTES = 32 << 20;
    /** Bytes of an archive as it lies on the disk. */
    static final int MAX_ARCHIVE_BYTES = 64 << 20;
    /** Bytes of all members of an archive together, or of all files of a folder. */
    static final long MAX_TOTAL_BYTES = 128L << 20;
    /** Members of an archive, or files of a folder. */
    static final int MAX_ENTRIES = 100_000;
    /** Unpacked bytes for each packed one, tested once {@link #RATIO_TEST_FROM} bytes are unpacked. */
    static final long MAX_RATIO = 1_000;
    static final long RATIO_TEST_FROM = 16L << 20;
    /** Memory that the xz decoder may take for its dictionary, KiB. */
    static final int MAX_XZ_MEMORY_KIB = 96 << 10;
    /** Folders inside folders. */
    static final int MAX_DEPTH = 24;
    /** Characters of one line of text; the rest of a longer one is dropped. JSON is exempt. */
    static final int MAX_LINE_CHARS = 16 << 10;
    /** Compression around compression, as in {@code x.tar.gz.xz}. */
    static final int MAX_NESTING = 3;

    private Limits() {
    }
}
