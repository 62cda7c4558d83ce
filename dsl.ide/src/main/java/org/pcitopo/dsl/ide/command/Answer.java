package org.pcitopo.dsl.ide.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * What a command says.
 *
 * @param title in a few words
 * @param summary in one or two sentences, without markup
 * @param text all of it, Markdown
 * @param proposals changes that a person may want, the best first
 */
public record Answer(String title, String summary, String text, List<Proposal> proposals) {

    public Answer {
        proposals = List.copyOf(proposals);
    }

    /**
     * A change that a person may want.
     *
     * @param title what it does
     * @param edit the change
     */
    public record Proposal(String title, WorkspaceEdit edit) {
    }

    static Answer of(String title, String summary, String text) {
        return new Answer(title, summary, text, List.of());
    }

    /** As the protocol carries it: {@code title}, {@code text}, with proposals {@code edits} (the best one's) and {@code proposals}. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("text", text);
        if (!proposals.isEmpty()) {
            json.put("edits", proposals.get(0).edit());
            List<Map<String, Object>> all = new ArrayList<>();
            for (Proposal proposal : proposals) {
                all.add(Map.of("title", proposal.title(), "edit", proposal.edit()));
            }
            json.put("proposals", all);
        }
        return json;
    }

    /** The proposal called {@code title}. */
    public Optional<Proposal> proposal(String wanted) {
        return proposals.stream().filter(proposal -> proposal.title().equals(wanted)).findFirst();
    }
}
