package org.pcitopo.eclipse.action;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name. */
final class RenameWizard extends RefactoringWizard {

    private final Rename rename;

    RenameWizard(Rename rename) {
        super(rename, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
        this.rename = rename;
        setDefaultPageTitle(rename.getName());
    }

    @Override
    protected void addUserInputPages() {
        addPage(new Name(rename));
    }

    private static final class Name extends UserInputWizardPage {

        private final Rename rename;

        Name(Rename rename) {
            super("name");
            this.rename = rename;
        }

        @Override
        public void createControl(Composite parent) {
            Composite page = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
            new Label(page, SWT.NONE).setText("&New name:");
            Text name = new Text(page, SWT.BORDER);
            GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(name);
            name.setText(rename.old());
            name.selectAll();
            name.addModifyListener(event -> entered(name.getText().strip()));
            entered(rename.old());
            setControl(page);
            name.setFocus();
        }

        private void entered(String name) {
            rename.to(name);
            setPageComplete(!name.isEmpty() && !name.equals(rename.old()));
        }
    }
}
