package org.pcitopo.capture.source;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises what a text is, by what stands in it. */
final class TextRecogniser {

    /** A list of JSON objects, such as an index of logs that quotes them; {@code [    0.000000]} begins a log. */
    private static final Pattern JSON_LIST = Pattern.compile("\\[\\s*\\{");

    private TextRecogniser() {
    }

    /** The pieces of {@code text}; empty where nothing is recognised. */
    static List<SourceInput.Text> recognise(String name, String text) {
        String start = text.stripLeading();
        if (start.startsWith("{")) {
            SourceKind kind = jsonKind(text);
            if (kind != SourceKind.UNKNOWN) {
                return List.of(new SourceInput.Text(kind, LineSplitter.split(name, text, Integer.MAX_VALUE)));
            }
        }
        if (JSON_LIST.matcher(start).lookingAt()) {
            return List.of();
        }
        SourceText lines = LineSplitter.split(name, text, Limits.MAX_LINE_CHARS);
        List<SourceInput.Text> pieces = Segmenter.segment(lines);
        if (isCommandLine(lines, pieces)) {
            return List.of(new SourceInput.Text(SourceKind.COMMAND_LINE, lines));
        }
        return pieces;
    }

    private static SourceKind jsonKind(String text) {
        if (text.contains("\"devices\"") || text.contains("\"allOpen\"")) {
            return SourceKind.VFIO_ANSWERS;
        }
        boolean meta = text.contains("\"kernel\"") || text.contains("\"commandLine\"") || text.contains("\"pageSize\"");
        return meta ? SourceKind.BUNDLE_META : SourceKind.UNKNOWN;
    }

    /** One line of words, one of them an assignment or a word that stands on most command lines. */
    private static boolean isCommandLine(SourceText text, List<SourceInput.Text> pieces) {
        List<SourceLine> filled = text.lines().stream().filter(line -> !line.text().isBlank()).toList();
        if (!pieces.isEmpty() || filled.size() != 1) {
            return false;
        }
        for (String word : filled.get(0).text().strip().split("\\s+")) {
            boolean assignment = word.indexOf('=') > 0 && Character.isLetter(word.charAt(0));
            if (assignment || word.equals("ro") || word.equals("quiet")) {
                return true;
            }
        }
        return false;
    }
}
