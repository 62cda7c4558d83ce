package org.pcitopo.eclipse.problems;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Uris;

/** Which projects are checked as a whole: asks once when the first topology of a project opens, unless a preference says it. */
public final class CheckedProjects {

    private final IPreferenceStore store;
    private final Set<IProject> asked = new HashSet<>();

    public CheckedProjects(IPreferenceStore store) {
        this.store = store;
    }

    /** A topology has been opened. */
    public void opened(OpenDocument document) {
        Uris.file(document.uri()).map(IResource::getProject).filter(project -> !isChecked(project)).ifPresent(project -> {
            switch (store.getString(Settings.CHECK_PROJECTS)) {
                case MessageDialogWithToggle.ALWAYS -> add(project);
                case MessageDialogWithToggle.NEVER -> { }
                default -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ask(project));
            }
        });
    }

    private void ask(IProject project) {
        if (!asked.add(project) || !project.isAccessible() || PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        int answer = MessageDialogWithToggle.openYesNoQuestion(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), "pcitopo",
                "Check all topologies of project \"" + project.getName() + "\", also those that are not open?", "Do so in all projects without asking",
                false, store, Settings.CHECK_PROJECTS).getReturnCode();
        if (answer == IDialogConstants.YES_ID) {
            add(project);
        }
    }

    private static void add(IProject project) {
        // Not at once: a file that opens may hold the project.
        WorkspaceJob job = new WorkspaceJob("Check topologies of " + project.getName()) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                Nature.addTo(project);
                return Status.OK_STATUS;
            }
        };
        job.setRule(project.getWorkspace().getRoot());
        job.schedule();
    }

    /** Checks everything anew, for example after what is simulated has been set otherwise. */
    public static void checkAll() {
        check(ResourcesPlugin.getWorkspace().getRoot().getProjects());
    }

    /** Checks those of {@code projects} anew that are checked as a whole. */
    public static void check(IProject... projects) {
        Job job = Job.create("Check topologies", (ICoreRunnable) monitor -> {
            for (IProject project : projects) {
                if (isChecked(project)) {
                    project.build(IncrementalProjectBuilder.FULL_BUILD, Builder.ID, Map.of(), monitor);
                }
            }
        });
        job.setRule(ResourcesPlugin.getWorkspace().getRuleFactory().buildRule());
        job.schedule();
    }

    private static boolean isChecked(IProject project) {
        try {
            return project.isAccessible() && project.hasNature(Nature.ID);
        } catch (CoreException closed) {
            return false;
        }
    }
}
