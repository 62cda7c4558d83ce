package org.pcitopo.eclipse.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
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

    private static final int WIDE = 400;

    private final String first;
    private Optional<Path> log = Optional.empty();
    private Label refused;

    /** @param first what is chosen at first, may be empty */
    LogPage(String first) {
        super("log", "New topology from a kernel log", null);
        this.first = first;
        setDescription("What a machine says of itself becomes a topology.");
        setPageComplete(false);
    }

    /** Absolute; there where the page is complete. */
    Optional<Path> log() {
        return log;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText("&Log:");
        Text file = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("&Browse...");
        browse.addListener(SWT.Selection, event -> {
            String chosen = new FileDialog(getShell(), SWT.OPEN).open();
            if (chosen != null) {
                file.setText(chosen);
            }
        });
        words(page).setText("A kernel log (dmesg, journalctl -k, a serial console), the output of lspci -vv, or a bundle that \"pcitopo gather\" made.");
        refused = words(page);
        file.addModifyListener(event -> entered(file.getText().strip()));
        file.setText(first);
        setControl(page);
    }

    private static Label words(Composite page) {
        Label label = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(WIDE, SWT.DEFAULT).indent(0, 6).applyTo(label);
        return label;
    }

    private void entered(String name) {
        log = file(name);
        refused.setText("");
        setPageComplete(log.isPresent());
        setErrorMessage(log.isPresent() || name.isEmpty() ? null : "There is no such file, or it cannot be read.");
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(name).filter(text -> !text.isEmpty()).map(text -> Path.of(text).toAbsolutePath().normalize()).filter(Files::isReadable);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    /** No topology could be made of the log that is chosen, and why. */
    void refuse(String why) {
        setErrorMessage("No topology can be made of " + log.map(Path::getFileName).map(Path::toString).orElse("it") + ".");
        refused.setText(why);
        refused.requestLayout();
    }
}
