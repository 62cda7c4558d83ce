package org.pcitopo.eclipse.workbench;

import org.eclipse.core.runtime.ILog;
import org.osgi.framework.FrameworkUtil;

/** The plug-in's part of the workbench's log, for what nobody needs to do something about. */
public final class Log {

    private Log() {
    }

    public static ILog get() {
        return ILog.of(FrameworkUtil.getBundle(Log.class));
    }
}
