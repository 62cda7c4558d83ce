package org.pcitopo.eclipse.workbench;

/** Names under which the workbench knows the plug-in; {@code plugin.xml} says the same. */
public final class Ids {

    /** The plug-in's id, and the beginning of the id of everything in it. */
    public static final String PLUGIN = "org.pcitopo.eclipse";

    /** The content type of topologies. */
    public static final String CONTENT_TYPE = PLUGIN + ".topology";

    private Ids() {
    }
}
