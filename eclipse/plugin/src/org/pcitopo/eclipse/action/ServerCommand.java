package org.pcitopo.eclipse.action;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.formatted.AnswerDialog;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Notes;
import org.pcitopo.eclipse.workbench.Services;

/** Asks the server what a lens offers, such as advice, and shows the answer. */
public record ServerCommand(Command command) {

    private static final long PATIENCE = 120_000;
    private static final Gson GSON = new Gson();

    /** Does it in the background. */
    public void run() {
        Job.create("pcitopo: " + command.getTitle(), (ICoreRunnable) monitor -> {
            Map<String, Integer> asked = Services.of(OpenDocuments.class).versions();
            Services.of(LanguageServerSession.class)
                    .ask(server -> server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments())), PATIENCE)
                    .map(GSON::toJsonTree).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject)
                    .ifPresentOrElse(answer -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show(answer, asked)),
                            () -> Notes.show("The language server has no answer to \"" + command.getTitle() + "\". Try it once more."));
        }).schedule();
    }

    private static void show(JsonObject answer, Map<String, Integer> asked) {
        List<AnswerDialog.Proposal> proposals = new ArrayList<>();
        if (answer.get("proposals") instanceof JsonArray all) {
            all.forEach(one -> proposals.add(new AnswerDialog.Proposal(one.getAsJsonObject().get("title").getAsString(),
                    GSON.fromJson(one.getAsJsonObject().get("edit"), WorkspaceEdit.class))));
        }
        new AnswerDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), answer.get("title").getAsString(),
                answer.get("text").getAsString(), proposals, asked).open();
    }
}
