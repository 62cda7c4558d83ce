package org.pcitopo.eclipse.wizard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.pcitopo.eclipse.PcitopoPlugin;

/** Makes a topology of what a real machine says of itself. */
public final class NewFromLogWizard extends Wizard implements INewWizard {

    private IWorkbench workbench;
    private IStructuredSelection selection = StructuredSelection.EMPTY;
    private LogPage log;
    private File file;

    public NewFromLogWizard() {
        setWindowTitle("New Topology from a Kernel Log");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench where, IStructuredSelection chosen) {
        workbench = where;
        selection = chosen;
    }

    @Override
    public void addPages() {
        boolean isLog = selection.getFirstElement() instanceof IFile chosen && chosen.getLocation() != null;
        log = new LogPage(isLog ? ((IFile) selection.getFirstElement()).getLocation().toOSString() : "");
        file = new File(selection);
        addPage(log);
        addPage(file);
    }

    @Override
    public boolean performFinish() {
        java.nio.file.Path source = log.log();
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    file.content = LogImport.topology(source, monitor);
                } catch (IOException problem) {
                    throw new InvocationTargetException(problem);
                }
            });
            IFile made = file.createNewFile();
            if (made != null) {
                IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), made);
            }
            return made != null;
        } catch (InvocationTargetException problem) {
            ErrorDialog.openError(getShell(), "pcitopo", "No topology could be made of " + source.getFileName() + ".",
                    Status.error(problem.getCause().getMessage()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } catch (PartInitException problem) {
            PcitopoPlugin.log().log(problem.getStatus());
        }
        return false;
    }

    /** Where the topology goes. */
    private static final class File extends WizardNewFileCreationPage {

        private byte[] content = new byte[0];

        File(IStructuredSelection selection) {
            super("file", selection);
            setTitle("New topology from a kernel log");
            setDescription("Where the topology goes.");
            setFileExtension("pcitopo");
            setFileName("machine.pcitopo");
        }

        @Override
        protected InputStream getInitialContents() {
            return new ByteArrayInputStream(content);
        }
    }
}
