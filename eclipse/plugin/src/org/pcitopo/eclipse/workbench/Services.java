package org.pcitopo.eclipse.workbench;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The parts of the plug-in that live as long as it does. The workbench makes editors, views and wizards itself: they find them here. */
public final class Services {

    private Services() {
    }

    /** The one {@code part} of the running plug-in. */
    public static <T> T of(Class<T> part) {
        BundleContext plugin = FrameworkUtil.getBundle(Services.class).getBundleContext();
        return plugin.getService(plugin.getServiceReference(part));
    }
}
