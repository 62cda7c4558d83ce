package org.pcitopo.dsl.ide.server;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.services.LanguageClient;
import org.pcitopo.dsl.ide.command.Answer;

/**
 * Brings what a command says to the person. An editor that shows results does so itself; in others a message says it in short, and
 * offers what is proposed.
 */
final class CommandRunner {

    /** Has the editor make a change; for editors that know no changes, only commands. */
    static final String APPLY = "pcitopo.applyEdit";

    private final LanguageClient client;
    private final ClientFeatures editor;

    CommandRunner(LanguageClient client, ClientFeatures editor) {
        this.client = client;
        this.editor = editor;
    }

    /** What the command returns. */
    Object finish(Answer answer) {
        if (!editor.showsResults()) {
            show(answer);
        }
        return answer.toJson();
    }

    /** {@code action} for an editor that knows commands alone. */
    static Command command(CodeAction action) {
        return new Command(action.getTitle(), APPLY, List.of(action.getEdit()));
    }

    /** Has the editor make the change in {@code arguments}. */
    void apply(List<Object> arguments) {
        if (arguments != null && arguments.size() == 1 && arguments.get(0) instanceof JsonObject json) {
            client.applyEdit(new ApplyWorkspaceEditParams(new Gson().fromJson(json, WorkspaceEdit.class)));
        }
    }

    private void show(Answer answer) {
        boolean changes = !answer.proposals().isEmpty() && editor.appliesEdits();
        if (!changes) {
            client.showMessage(new MessageParams(MessageType.Info, answer.summary()));
            return;
        }
        List<MessageActionItem> items = answer.proposals().stream().map(proposal -> new MessageActionItem(proposal.title())).toList();
        ShowMessageRequestParams question = new ShowMessageRequestParams(items);
        question.setType(MessageType.Info);
        question.setMessage(answer.summary());
        client.showMessageRequest(question).thenAccept(chosen -> {
            if (chosen != null) {
                answer.proposal(chosen.getTitle()).ifPresent(proposal -> client.applyEdit(new ApplyWorkspaceEditParams(proposal.edit(), proposal.title())));
            }
        });
    }
}
