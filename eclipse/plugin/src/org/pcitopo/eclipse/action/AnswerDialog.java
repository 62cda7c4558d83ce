package org.pcitopo.eclipse.action;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.editor.FormattedText;

/** What the server said to a question, with a button for each change that it proposes. Stays beside the editor. */
final class AnswerDialog extends Dialog {

    private static final int WIDE = 900;
    private static final int HIGH = 500;

    private final String title;
    private final String text;
    private final List<Proposal> proposals;
    private final Map<String, Integer> asked;

    /** A change that a person may want. */
    record Proposal(String title, WorkspaceEdit edit) {
    }

    /** @param asked the versions of the texts that the answer is about */
    AnswerDialog(Shell parent, String title, String text, List<Proposal> proposals, Map<String, Integer> asked) {
        super(parent);
        this.title = title;
        this.text = text;
        this.proposals = List.copyOf(proposals);
        this.asked = Map.copyOf(asked);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        FormattedText area = new FormattedText(parent);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDE, HIGH).applyTo(area);
        area.show(text, parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND), parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        for (int i = 0; i < proposals.size(); i++) {
            createButton(parent, IDialogConstants.CLIENT_ID + i, proposals.get(i).title(), false);
        }
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id >= IDialogConstants.CLIENT_ID) {
            Proposal chosen = proposals.get(id - IDialogConstants.CLIENT_ID);
            Edits.apply(chosen.title(), chosen.edit(), asked);
        }
        close();
    }
}
