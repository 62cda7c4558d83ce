package org.pcitopo.conformance.boot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Collects the frames that the recorder sends line by line; {@code recorder/frame.h} describes them. */
final class FrameCollector {

    private static final Pattern FRAME = Pattern.compile("~([FE]) (([0-9]{1,9})(?: ([A-Za-z0-9+/=]+))?) ([0-9a-f]{8})");
    private static final int REQUEST_CHARACTERS = 1000;

    private final SortedMap<Integer, byte[]> frames = new TreeMap<>();

    /** What the host answers to a line, where it answers. */
    enum Answer { NOTHING, AGAIN, DONE }

    /** Takes a line of the console; anything that is no whole frame is passed over. */
    Answer accept(String line) {
        Matcher matcher = FRAME.matcher(line.strip());
        if (!matcher.matches() || checksum(matcher.group(2)) != Long.parseLong(matcher.group(5), 16)) {
            return Answer.NOTHING;
        }
        int number = Integer.parseInt(matcher.group(3));
        if (matcher.group(1).equals("E")) {
            return missing(number).isEmpty() ? Answer.DONE : Answer.AGAIN;
        }
        try {
            frames.put(number, Base64.getDecoder().decode(Optional.ofNullable(matcher.group(4)).orElse("")));
        } catch (IllegalArgumentException torn) {
            // A checksum of 32 bits lets one torn line in four thousand million through.
            return Answer.NOTHING;
        }
        return Answer.NOTHING;
    }

    /** How many frames came whole. */
    int size() {
        return frames.size();
    }

    /** The request for frames that are missing of those that the line tells of, as {@code again 3 7-9}. */
    String request(String endLine) {
        Matcher matcher = FRAME.matcher(endLine.strip());
        int count = matcher.matches() ? Integer.parseInt(matcher.group(3)) : 0;
        return "again" + missing(count);
    }

    private String missing(int count) {
        StringBuilder ranges = new StringBuilder();
        for (int first = 0; first < count && ranges.length() < REQUEST_CHARACTERS; first++) {
            if (frames.containsKey(first)) {
                continue;
            }
            int last = first;
            while (last + 1 < count && !frames.containsKey(last + 1)) {
                last++;
            }
            ranges.append(' ').append(first).append(last > first ? "-" + last : "");
            first = last;
        }
        return ranges.toString();
    }

    /**
     * The files in the stream of all frames, by name.
     *
     * @throws BootException where the stream is cut or damaged
     */
    SortedMap<String, byte[]> files() throws BootException {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        frames.values().forEach(collected::writeBytes);
        byte[] stream = collected.toByteArray();
        SortedMap<String, byte[]> files = new TreeMap<>();
        int at = 0;
        while (at < stream.length) {
            int end = at;
            while (end < stream.length && stream[end] != '\n') {
                end++;
            }
            String header = new String(stream, at, end - at, StandardCharsets.UTF_8);
            int space = header.lastIndexOf(' ');
            int length = space < 0 ? -1 : length(header.substring(space + 1));
            if (length < 0 || length > stream.length - end - 1) {
                throw new BootException("the recorder sent a damaged stream at byte " + at);
            }
            byte[] content = new byte[length];
            System.arraycopy(stream, end + 1, content, 0, length);
            files.put(header.substring(0, space), content);
            at = end + 1 + length;
        }
        return files;
    }

    private static int length(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private static long checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
