package org.pcitopo.eclipse.preferences;

import java.io.IOException;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.editor.Templates;

/** The templates. */
public final class TemplatesPage extends TemplatePreferencePage implements IWorkbenchPreferencePage {

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(PcitopoPlugin.instance().getPreferenceStore());
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
