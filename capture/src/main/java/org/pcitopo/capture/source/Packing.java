package org.pcitopo.capture.source;

/** How bytes are packed, recognised by their first bytes. */
enum Packing {
    GZIP, XZ, BZIP2, ZIP, TAR, NONE;

    private static final int TAR_MAGIC_OFFSET = 257;
    private static final int TAR_CHECKSUM_OFFSET = 148;
    private static final int TAR_CHECKSUM_LENGTH = 8;
    private static final int TAR_BLOCK = 512;

    static Packing of(byte[] bytes) {
        if (starts(bytes, 0, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(bytes, 0, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (starts(bytes, 0, 'B', 'Z', 'h') && starts(bytes, 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)) {
            return BZIP2;
        }
        if (starts(bytes, 0, 'P', 'K', 3, 4) || starts(bytes, 0, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        return starts(bytes, TAR_MAGIC_OFFSET, 'u', 's', 't', 'a', 'r') || hasTarChecksum(bytes) ? TAR : NONE;
    }

    private static boolean starts(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A header of the oldest format has no magic, but a sum over its bytes with the sum's own field as blanks. */
    private static boolean hasTarChecksum(byte[] bytes) {
        if (bytes.length < TAR_BLOCK || bytes[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_BLOCK; i++) {
            boolean inField = i >= TAR_CHECKSUM_OFFSET && i < TAR_CHECKSUM_OFFSET + TAR_CHECKSUM_LENGTH;
            sum += inField ? ' ' : bytes[i] & 0xff;
        }
        int stated = 0;
        boolean digits = false;
        for (int i = TAR_CHECKSUM_OFFSET; i < TAR_CHECKSUM_OFFSET + TAR_CHECKSUM_LENGTH; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '7') {
                stated = stated * 8 + bytes[i] - '0';
                digits = true;
            } else if (bytes[i] != ' ' && bytes[i] != 0) {
                return false;
            }
        }
        return digits && stated == sum;
    }
}
