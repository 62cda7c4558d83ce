package org.pcitopo.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.finder.ProblemRegistry;

/** Inside a comment: the words that keep a problem back, and the codes; first those of the problems at this line and the next. */
final class IgnoreCompletion {

    private static final Pattern WORD = Pattern.compile("(?://|/\\*)\\s*([a-z-]*)");
    private static final Pattern CODES = Pattern.compile("(?://|/\\*)\\s*ignore(-file)?\\s+(?:PCI[0-9]+\\s*,\\s*)*([A-Za-z0-9]*)");

    private IgnoreCompletion() {
    }

    /**
     * What can be written.
     *
     * @param from how many characters of the comment stay
     */
    record Answer(int from, List<Proposal> proposals) {
    }

    /** @param before the comment, up to the cursor */
    static Answer proposals(Snapshot snapshot, int offset, String before) {
        Matcher codes = CODES.matcher(before);
        if (codes.matches()) {
            return new Answer(codes.start(2), codes(snapshot, offset, codes.group(1) != null));
        }
        Matcher word = WORD.matcher(before);
        return word.matches() ? new Answer(word.start(1), List.of(
                Proposal.of("ignore", CompletionItemKind.Keyword, "keeps a problem of this or the next line back").writing("ignore ${1:PCI301}: ${2:why this is fine}"),
                Proposal.of("ignore-file", CompletionItemKind.Keyword, "keeps a problem of the whole file back").writing("ignore-file ${1:PCI301}: ${2:why this is fine}")))
                : new Answer(before.length(), List.of());
    }

    private static List<Proposal> codes(Snapshot snapshot, int offset, boolean wholeFile) {
        List<Proposal> proposals = new ArrayList<>();
        int line = snapshot.lines().lineOf(offset) + 1;
        Optional<CheckResult> result = snapshot.knownResult();
        for (Problem problem : result.map(CheckResult::problems).orElse(List.of())) {
            boolean here = problem.place().file().equals(snapshot.file().toString())
                    && (wholeFile || problem.place().line() == line || problem.place().line() == line + 1);
            if (here) {
                proposals.add(code(problem.code(), Markdown.plain(problem.message())).ranked(1));
            }
        }
        ProblemRegistry.kinds().forEach(kind -> proposals.add(code(kind.code(), "")));
        return proposals;
    }

    private static Proposal code(String code, String documentation) {
        String summary = ProblemRegistry.kind(code).map(ProblemKind::summary).orElse("");
        return Proposal.of(code, CompletionItemKind.Constant, summary).documented(documentation).writing(code + ": ${1:why this is fine}");
    }
}
