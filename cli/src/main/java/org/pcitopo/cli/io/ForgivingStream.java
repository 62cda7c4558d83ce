package org.pcitopo.cli.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A buffered stream that goes on in silence after its reader has gone, as {@code pcitopo … | head} wants it; any other failure
 * (a full disk) is passed on.
 */
final class ForgivingStream extends BufferedOutputStream {

    private static final int BUFFER = 1 << 16;

    private boolean readerGone;

    ForgivingStream(OutputStream target) {
        super(target, BUFFER);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        if (!readerGone) {
            forgive(() -> super.write(b));
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (!readerGone) {
            forgive(() -> super.write(bytes, offset, length));
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!readerGone) {
            forgive(super::flush);
        }
    }

    private void forgive(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            readerGone = String.valueOf(e.getMessage()).contains("Broken pipe");
            if (!readerGone) {
                throw e;
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
