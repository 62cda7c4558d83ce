package org.pcitopo.eclipse;

import java.util.List;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.problems.CheckedProjects;
import org.pcitopo.eclipse.problems.Problems;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.ServerProgram;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.server.WorkspaceWatcher;

/**
 * Begins when the first topology is looked at, ends with the workbench. Makes the parts that live as long, and offers them as
 * {@linkplain org.pcitopo.eclipse.workbench.Services services}.
 */
public final class PcitopoPlugin extends AbstractUIPlugin {

    private LanguageServerSession session;
    private OpenDocuments documents;
    private WorkspaceWatcher watcher;

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        Settings settings = new Settings(getPreferenceStore());
        session = new LanguageServerSession(new ServerProgram(context.getBundle(), getStateLocation(), settings), settings, WorkbenchClient::new);
        documents = new OpenDocuments(session);
        Problems problems = new Problems(session, documents, CheckedProjects::check);
        List.of(settings, session, documents, problems).forEach(part -> offer(context, part));
        session.use(documents);
        documents.begin();
        problems.begin();
        documents.whenOpened(new CheckedProjects(getPreferenceStore())::opened);
        watcher = new WorkspaceWatcher(session);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(watcher, IResourceChangeEvent.POST_CHANGE);
        getPreferenceStore().addPropertyChangeListener(change -> {
            if (Settings.isOfProgram(change.getProperty())) {
                session.restart();
            } else if (!change.getProperty().equals(Settings.CHECK_PROJECTS)) {
                session.configure();
                CheckedProjects.checkAll();
            }
        });
    }

    private static void offer(BundleContext context, Object part) {
        context.registerService(part.getClass().getName(), part, null);
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(watcher);
        documents.end();
        session.close();
        super.stop(context);
    }
}
