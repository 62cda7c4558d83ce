package org.pcitopo.eclipse.formatted;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.workbench.Log;

/** What the server said to a question, with a button for each change that it proposes. Stays beside the editor. */
public final class AnswerDialog extends Dialog {

    private static final int WIDE = 900;
    private static final int HIGH = 500;

    private final String title;
    private final String text;
    private final List<Proposal> proposals;
    private final Map<String, Integer> asked;

    /** A change that a person may want. */
    public record Proposal(String title, WorkspaceEdit edit) {
    }

    /** @param asked the versions of the texts that the answer is about */
    public AnswerDialog(Shell parent, String title, String text, List<Proposal> proposals, Map<String, Integer> asked) {
        super(parent);
        this.title = title;
        this.text = text;
        this.proposals = List.copyOf(proposals);
        this.asked = Map.copyOf(asked);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Shows a page. */
    static void open(Place page) {
        try {
            new AnswerDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), page.name().replaceFirst("\\.md$", ""),
                    Files.readString(Path.of(URI.create(page.uri()))), List.of(), Map.of()).open();
        } catch (IOException gone) {
            Log.get().warn(page.uri() + " cannot be read", gone);
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        FormattedText words = new FormattedText(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDE, HIGH).applyTo(words);
        words.show(text, parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND), parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        // One below the other: they are long.
        proposals.forEach(proposal -> button(area, proposal));
        return area;
    }

    private void button(Composite area, Proposal proposal) {
        Button button = new Button(area, SWT.PUSH | SWT.LEFT);
        button.setText(proposal.title());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            Edits.apply(proposal.title(), proposal.edit(), asked);
            close();
        });
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        close();
    }
}
