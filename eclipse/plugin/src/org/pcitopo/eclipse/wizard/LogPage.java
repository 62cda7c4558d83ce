package org.pcitopo.eclipse.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the log. */
final class LogPage extends WizardPage {

    private String log;

    /** @param log what is chosen at first, may be empty */
    LogPage(String log) {
        super("log", "New topology from a kernel log", null);
        this.log = log;
        setDescription("A kernel log (dmesg, journalctl -k, a serial console), the output of lspci -vv, or a bundle that pcitopo gather made.");
    }

    Path log() {
        return Path.of(log);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText("&Log:");
        Text file = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(file);
        file.addModifyListener(event -> entered(file.getText().strip()));
        file.setText(log);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("&Browse...");
        browse.addListener(SWT.Selection, event -> {
            String chosen = new FileDialog(getShell(), SWT.OPEN).open();
            if (chosen != null) {
                file.setText(chosen);
            }
        });
        setControl(page);
    }

    private void entered(String name) {
        log = name;
        boolean there = !name.isEmpty() && Files.isReadable(Path.of(name));
        setPageComplete(there);
        setErrorMessage(there || name.isEmpty() ? null : "There is no file " + name);
    }
}
