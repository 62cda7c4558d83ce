package org.pcitopo.capture.source;

/**
 * A file of a folder or a member of an archive.
 *
 * @param path its path there, with {@code /}; only a name, never opened
 * @param content its bytes; for a symbolic link the link's text
 */
record RawFile(String path, byte[] content) {

    /** The last component of the path. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
