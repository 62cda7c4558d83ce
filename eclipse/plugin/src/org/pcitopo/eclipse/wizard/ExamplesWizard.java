package org.pcitopo.eclipse.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.osgi.framework.FrameworkUtil;
import org.pcitopo.eclipse.drawing.DrawingView;
import org.pcitopo.eclipse.problems.Nature;

/** Makes a project with machines that tell a story. */
public final class ExamplesWizard extends Wizard implements INewWizard {

    private static final String NAME = "pcitopo-examples";
    private static final String FIRST = "arm64-64k-nvme.pcitopo";

    private IWorkbench workbench;
    private WizardNewProjectCreationPage project;

    public ExamplesWizard() {
        setWindowTitle("Examples of PCI Topologies");
    }

    @Override
    public void init(IWorkbench where, IStructuredSelection selection) {
        workbench = where;
    }

    @Override
    public void addPages() {
        project = new WizardNewProjectCreationPage("project");
        project.setTitle("Examples of PCI topologies");
        project.setDescription("Machines that tell a story: what happened, what to look at, and what must hold.");
        project.setInitialProjectName(freeName());
        addPage(project);
    }

    private static String freeName() {
        IWorkspaceRoot all = ResourcesPlugin.getWorkspace().getRoot();
        return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? NAME : NAME + "-" + number)
                .filter(name -> !all.getProject(name).exists()).findFirst().orElseThrow();
    }

    @Override
    public boolean performFinish() {
        IProject made = project.getProjectHandle();
        try {
            made.getWorkspace().run(monitor -> fill(made), made.getWorkspace().getRoot(), IWorkspace.AVOID_UPDATE, null);
            IWorkbenchPage page = workbench.getActiveWorkbenchWindow().getActivePage();
            IDE.openEditor(page, made.getFile(FIRST));
            page.showView(DrawingView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
            BasicNewResourceWizard.selectAndReveal(made.getFile(FIRST), workbench.getActiveWorkbenchWindow());
            return true;
        } catch (CoreException problem) {
            StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
            return false;
        }
    }

    private static void fill(IProject made) throws CoreException {
        made.create(null);
        made.open(null);
        List<URL> examples = Collections.list(FrameworkUtil.getBundle(ExamplesWizard.class).findEntries("examples", "*.pcitopo", false));
        for (URL example : examples) {
            IFile file = made.getFile(example.getPath().substring(example.getPath().lastIndexOf('/') + 1));
            try (InputStream text = example.openStream()) {
                file.create(text.readAllBytes(), IResource.FORCE, null);
            } catch (IOException problem) {
                throw new CoreException(Status.error(example + " cannot be read", problem));
            }
        }
        Nature.addTo(made);
    }
}
