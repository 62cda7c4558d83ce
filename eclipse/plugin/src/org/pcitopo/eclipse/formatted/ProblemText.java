package org.pcitopo.eclipse.formatted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;

/** A problem in a hover: all its words, which the workbench's own line about it has no room for, and the places it has to do with. */
public final class ProblemText {

    private ProblemText() {
    }

    /** As Markdown, with links to the places and to the problem's page. */
    public static String of(Diagnostic problem) {
        String words = Markdown.literally(problem.getMessage().map(text -> text, content -> content.getValue())).replaceAll("\\R+", "\n\n");
        String places = Optional.ofNullable(problem.getRelatedInformation()).orElse(List.of()).stream().map(ProblemText::place).collect(Collectors.joining("\n"));
        return code(problem).map(code -> "**" + code + "** ").orElse("") + words + (places.isEmpty() ? "" : "\n\n" + places);
    }

    private static Optional<String> code(Diagnostic problem) {
        return Optional.ofNullable(problem.getCode()).map(either -> either.map(text -> text, String::valueOf))
                .map(code -> Optional.ofNullable(problem.getCodeDescription()).map(page -> "[" + code + "](<" + FormattedText.link(page.getHref()) + ">)").orElse(code));
    }

    private static String place(DiagnosticRelatedInformation related) {
        Place place = new Place(related.getLocation().getUri(), Optional.of(related.getLocation().getRange()));
        return "- [%s line %d](<%s>): %s".formatted(Markdown.literally(place.name()), related.getLocation().getRange().getStart().getLine() + 1,
                FormattedText.link(place.link()), Markdown.literally(related.getMessage()));
    }
}
