package org.pcitopo.conformance.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.pcitopo.conformance.boot.FrameCollector.Answer;

/** What reaches the host of the recorder's stream, whatever else writes on the console. */
class FrameCollectorTest {

    private final FrameCollector frames = new FrameCollector();

    @Test
    void joinsFramesToFiles() throws BootException {
        frames.accept(frame(0, "a.txt 3\nab"));
        frames.accept(frame(1, "cb.txt 0\n"));
        assertEquals("[a.txt, b.txt] abc",
                frames.files().keySet() + " " + new String(frames.files().get("a.txt"), StandardCharsets.US_ASCII));
    }

    @Test
    void isDoneWhenAllFramesAreThere() {
        frames.accept(frame(0, "a 0\n"));
        assertEquals(Answer.DONE, frames.accept(end(1)));
    }

    @Test
    void asksForWhatIsMissing() {
        frames.accept(frame(1, "x"));
        frames.accept(frame(4, "x"));
        assertEquals("AGAIN again 0 2-3 5", frames.accept(end(6)) + " " + frames.request(end(6)));
    }

    @Test
    void passesOverATornFrame() {
        frames.accept(frame(0, "abcdef").replace("YWJj", "YWJk"));
        assertEquals(0, frames.size());
    }

    @Test
    void passesOverOtherLines() {
        frames.accept("[    1.000000] ~F 0 is no frame");
        assertEquals(0, frames.size());
    }

    @Test
    void takesTheSecondCopyOfATornFrame() throws BootException {
        frames.accept("~F 0 YSAxC[  12.3] skiboot speaks");
        frames.accept(frame(0, "a 1\nx"));
        assertEquals(1, frames.files().get("a").length);
    }

    @Test
    void refusesACutStream() {
        frames.accept(frame(0, "a 100\nx"));
        assertThrows(BootException.class, frames::files);
    }

    private static String frame(int number, String content) {
        return line('F', number + " " + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String end(int count) {
        return line('E', String.valueOf(count));
    }

    private static String line(char kind, String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.US_ASCII));
        return String.format("~%c %s %08x", kind, content, crc.getValue());
    }
}
