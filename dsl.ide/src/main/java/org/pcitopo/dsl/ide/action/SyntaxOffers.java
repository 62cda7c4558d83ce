package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CodeActionKind;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.TextRegion;

/** What mends a text that is not of the language: the word that was meant, and the brace, bracket or quote that is missing. */
final class SyntaxOffers implements OfferParticipant {

    private static final Pattern MEANT = Pattern.compile("did you mean '([^']+)'\\?|write (\\^\\S+) to use it as a name");
    private static final Pattern UNCLOSED = Pattern.compile("this '\\{' is not closed: a '}' is missing before (?:line (\\d+)|the end of the file)");

    @Override
    public List<Offer> offers(Place place) {
        List<Offer> offers = new ArrayList<>();
        for (Problem problem : ProblemsHere.of(place)) {
            if (problem.code().equals("PCI001")) {
                word(place, problem).or(() -> brace(place, problem)).or(() -> quote(place, problem)).or(() -> bracket(place, problem))
                        .ifPresent(offers::add);
            }
        }
        return offers;
    }

    private static Optional<Offer> word(Place place, Problem problem) {
        Matcher meant = MEANT.matcher(problem.message());
        if (!meant.find()) {
            return Optional.empty();
        }
        String word = meant.group(1) == null ? meant.group(2) : meant.group(1);
        return Optional.of(offer(place, problem, "Write " + word, problem.place().offset(), problem.place().length(), word));
    }

    /** A line of its own, below that which begins the block. */
    private static Optional<Offer> brace(Place place, Problem problem) {
        Matcher unclosed = UNCLOSED.matcher(problem.message());
        if (!unclosed.find()) {
            return Optional.empty();
        }
        LineIndex lines = place.snapshot().lines();
        String text = place.snapshot().text();
        String brace = lines.indent(lines.lineOf(problem.place().offset())) + "}\n";
        if (unclosed.group(1) != null) {
            return Optional.of(offer(place, problem, "Insert '}' before line " + unclosed.group(1), lines.start(Integer.parseInt(unclosed.group(1)) - 1), 0, brace));
        }
        boolean ended = text.endsWith("\n") || text.endsWith("\r");
        return Optional.of(offer(place, problem, "Insert '}' at the end of the file", text.length(), 0, ended ? brace : "\n" + brace));
    }

    /** Behind what stands on its line, but for braces. */
    private static Optional<Offer> quote(Place place, Problem problem) {
        if (!problem.message().startsWith("this text is never closed")) {
            return Optional.empty();
        }
        int from = problem.place().offset();
        LineIndex lines = place.snapshot().lines();
        String written = place.snapshot().text().substring(from, lines.end(lines.lineOf(from)));
        return Optional.of(offer(place, problem, "Close the text", from + written.replaceFirst("(\\s|\\s})*$", "").length(), 0, written.substring(0, 1)));
    }

    private static Optional<Offer> bracket(Place place, Problem problem) {
        if (!problem.message().endsWith(": expected ']'")) {
            return Optional.empty();
        }
        boolean ends = problem.message().startsWith("this statement is not complete");
        int at = problem.place().offset() + (ends ? problem.place().length() : 0);
        while (!ends && at > 0 && Character.isWhitespace(place.snapshot().text().charAt(at - 1))) {
            at--;
        }
        return Optional.of(offer(place, problem, "Insert ']'", at, 0, "]"));
    }

    private static Offer offer(Place place, Problem problem, String title, int offset, int length, String text) {
        return new Offer(title, CodeActionKind.QuickFix, ProblemsHere.shown(place, problem), false,
                List.of(new TextEdit(new TextRegion(problem.place().file(), offset, length), text)));
    }
}
