package org.pcitopo.eclipse.preferences;

import java.io.IOException;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;
import org.pcitopo.eclipse.editor.Templates;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Services;

/** The templates. */
public final class TemplatesPage extends TemplatePreferencePage implements IWorkbenchPreferencePage {

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Services.of(Settings.class).store());
        setContextTypeRegistry(Templates.contexts());
        try {
            setTemplateStore(Templates.store());
        } catch (IOException problem) {
            setErrorMessage(problem.getMessage());
        }
    }

    @Override
    protected boolean isShowFormatterSetting() {
        return false;
    }
}
