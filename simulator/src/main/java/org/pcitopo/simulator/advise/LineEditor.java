package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.simulator.cmdline.CommandLineWord;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.cmdline.Token;

/**
 * Writes other {@code pci=} options into a command line and leaves the rest as it stands. What is new joins the last {@code pci=}
 * that is there, else becomes a word of its own in front of {@code --}, behind which the kernel no longer reads.
 */
final class LineEditor {

    private static final String LIST = "resource_alignment=";

    private final PciOptions options;
    private final String line;
    private final Optional<PciPiece> list;

    LineEditor(PciOptions options) {
        this.options = options;
        this.line = options.commandLine().text();
        this.list = options.pieces().stream().filter(piece -> piece.is(LIST)).reduce((first, second) -> second);
    }

    /** The command line with {@code requests} as its list ("" for none) and the options changed. */
    String with(String requests, OptionChange change) {
        List<String> added = new ArrayList<>(change.added());
        if (list.isEmpty() && !requests.isEmpty()) {
            added.add(LIST + requests);
        }
        List<CommandLineWord> words = options.commandLine().words().stream()
                .filter(word -> !word.forInit() && word.isNamed("pci") && word.value().isPresent()).toList();
        StringBuilder text = new StringBuilder(line);
        boolean placed = added.isEmpty();
        for (int i = words.size() - 1; i >= 0; i--) {
            Token value = words.get(i).value().orElseThrow();
            List<String> kept = kept(value, requests, change);
            if (!placed && !kept.isEmpty() && words.get(i).closed()) {
                kept.addAll(added);
                placed = true;
            }
            replace(text, words.get(i), value, String.join(",", kept));
        }
        return placed ? text.toString() : withWord(text.toString(), "pci=" + String.join(",", added));
    }

    private List<String> kept(Token value, String requests, OptionChange change) {
        return options.pieces().stream()
                .filter(piece -> piece.text().offset() >= value.offset() && piece.text().end() <= value.end())
                .filter(piece -> !change.dropped().contains(piece.option().map(PciOption::name).orElse("")))
                .flatMap(piece -> text(piece, requests).stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    /** An earlier list, which the last one hides, would come back to life without the last one. */
    private Optional<String> text(PciPiece piece, String requests) {
        if (!piece.is(LIST)) {
            return Optional.of(piece.text().text());
        }
        boolean effective = list.filter(piece::equals).isPresent();
        if (effective && !requests.isEmpty()) {
            return Optional.of(LIST + requests);
        }
        return effective || requests.isEmpty() ? Optional.empty() : Optional.of(piece.text().text());
    }

    private static void replace(StringBuilder text, CommandLineWord word, Token value, String replacement) {
        if (!replacement.isEmpty()) {
            text.replace(value.offset(), value.end(), replacement);
            return;
        }
        if (value.isEmpty()) {
            return;
        }
        int from = word.text().offset();
        int to = word.text().end();
        if (from > 0) {
            from--;
        } else if (to < text.length()) {
            to++;
        }
        text.delete(from, to);
    }

    private String withWord(String text, String word) {
        int end = text.stripTrailing().length();
        int dashes = (" " + text + " ").indexOf(" -- ");
        boolean forInit = options.commandLine().words().stream().anyMatch(CommandLineWord::forInit);
        if (dashes >= 0 && forInit) {
            return text.substring(0, dashes) + word + " " + text.substring(dashes);
        }
        return text.substring(0, end) + (end == 0 ? "" : " ") + word + text.substring(end);
    }
}
