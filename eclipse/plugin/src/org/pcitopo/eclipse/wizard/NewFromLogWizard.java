package org.pcitopo.eclipse.wizard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Uris;

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
        log = new LogPage(selection.getFirstElement() instanceof IFile chosen && chosen.getLocation() != null && !Uris.isTopology(chosen)
                ? chosen.getLocation().toOSString() : "");
        file = new File(selection);
        addPage(log);
        addPage(file);
    }

    @Override
    public boolean performFinish() {
        Path source = log.log().orElseThrow();
        Optional<Path> folder = file.folder();
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    file.content = LogImport.topology(source, folder, monitor);
                } catch (IOException problem) {
                    throw new InvocationTargetException(problem);
                }
            });
            IFile made = file.createNewFile();
            if (made != null) {
                IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), made);
                BasicNewResourceWizard.selectAndReveal(made, workbench.getActiveWorkbenchWindow());
            }
            return made != null;
        } catch (InvocationTargetException problem) {
            log.refuse(String.valueOf(problem.getCause().getMessage()));
            getContainer().showPage(log);
        } catch (InterruptedException cancelled) {
            // By the person, who goes on in the wizard.
        } catch (PartInitException problem) {
            Log.get().log(problem.getStatus());
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

        /** The folder on the disk that the topology goes to. */
        Optional<Path> folder() {
            return Optional.ofNullable(getContainerFullPath()).map(ResourcesPlugin.getWorkspace().getRoot()::findMember)
                    .map(IResource::getLocation).map(IPath::toPath);
        }

        @Override
        protected InputStream getInitialContents() {
            return new ByteArrayInputStream(content);
        }
    }
}
