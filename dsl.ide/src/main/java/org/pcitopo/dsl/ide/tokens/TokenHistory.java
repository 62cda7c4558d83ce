package org.pcitopo.dsl.ide.tokens;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What was last sent of each file, so that after an edit only the difference has to be sent. */
public final class TokenHistory {

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, SemanticTokens> sent = new ConcurrentHashMap<>();

    /** Remembers {@code tokens} of {@code file} and gives them a number. */
    public SemanticTokens remember(String file, SemanticTokens tokens) {
        tokens.setResultId(Long.toString(numbers.incrementAndGet()));
        sent.put(file, tokens);
        return tokens;
    }

    /** What leads from the tokens with number {@code before} to {@code tokens}; these themselves where nobody knows that number any more. */
    public Either<SemanticTokens, SemanticTokensDelta> since(String file, String before, SemanticTokens tokens) {
        SemanticTokens old = sent.get(file);
        remember(file, tokens);
        return old == null || !old.getResultId().equals(before) ? Either.forLeft(tokens)
                : Either.forRight(new SemanticTokensDelta(edits(old.getData(), tokens.getData()), tokens.getResultId()));
    }

    /** The file is closed. */
    public void forget(String file) {
        sent.remove(file);
    }

    /** One edit: what is between the numbers that both begin with and those that both end with. */
    private static List<SemanticTokensEdit> edits(List<Integer> old, List<Integer> now) {
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        boolean same = head == old.size() && head == now.size();
        return same ? List.of() : List.of(new SemanticTokensEdit(head, old.size() - head - tail, now.subList(head, now.size() - tail)));
    }
}
