package org.pcitopo.eclipse;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.problems.CheckedProjects;
import org.pcitopo.eclipse.problems.Problems;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.ServerProgram;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.server.WorkspaceWatcher;

/** Begins when the first topology is looked at, ends with the workbench. Holds the one session with the server. */
public final class PcitopoPlugin extends AbstractUIPlugin {

    /** The plug-in's id, and the beginning of the id of everything in it. */
    public static final String ID = "org.pcitopo.eclipse";

    /** The content type of topologies. */
    public static final String CONTENT_TYPE = ID + ".topology";

    private static PcitopoPlugin instance;

    private LanguageServerSession session;
    private OpenDocuments documents;
    private Problems problems;
    private WorkspaceWatcher watcher;

    /** The running plug-in. */
    public static PcitopoPlugin instance() {
        return instance;
    }

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        instance = this;
        Settings settings = new Settings(getPreferenceStore());
        session = new LanguageServerSession(new ServerProgram(context.getBundle(), getStateLocation(), settings), settings);
        documents = new OpenDocuments(session);
        session.use(documents);
        documents.begin();
        problems = new Problems(session, documents);
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

    @Override
    public void stop(BundleContext context) throws Exception {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(watcher);
        documents.end();
        session.close();
        super.stop(context);
    }

    /** The talk with the server. */
    public static LanguageServerSession session() {
        return instance.session;
    }

    /** The texts that are open. */
    public static OpenDocuments documents() {
        return instance.documents;
    }

    /** The markers of topologies. */
    public static Problems problems() {
        return instance.problems;
    }

    /** Writes into the workbench's log what nobody needs to do something about. */
    public static ILog log() {
        return ILog.of(FrameworkUtil.getBundle(PcitopoPlugin.class));
    }
}
