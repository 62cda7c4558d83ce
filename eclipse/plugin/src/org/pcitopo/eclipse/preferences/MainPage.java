package org.pcitopo.eclipse.preferences;

import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.server.Settings;

/** What is simulated instead of what is written, which projects are checked, and the Java of the server. */
public final class MainPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public MainPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(PcitopoPlugin.instance().getPreferenceStore());
        setDescription("Empty fields leave it at what the files say. Several values are separated by commas.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new StringFieldEditor(Settings.KERNEL, "&Kernels, such as 6.12, 7.2:", getFieldEditorParent()));
        addField(new StringFieldEditor(Settings.PAGE_SIZE, "Pa&ge sizes, such as 4K, 64K:", getFieldEditorParent()));
        addField(new StringFieldEditor(Settings.PASSTHROUGH, "&Functions handed to guests, by address or id, or all:", getFieldEditorParent()));
        addField(new RadioGroupFieldEditor(Settings.CHECK_PROJECTS, "Check topologies that are not open", 3,
                new String[][] {{"In a&ll projects", "always"}, {"&Never", "never"}, {"&Ask for each project", ""}}, getFieldEditorParent(), true));
        DirectoryFieldEditor java = new DirectoryFieldEditor(Settings.JAVA_HOME, "&Java of the language server (empty: the workbench's own):", getFieldEditorParent());
        java.setEmptyStringAllowed(true);
        addField(java);
    }
}
