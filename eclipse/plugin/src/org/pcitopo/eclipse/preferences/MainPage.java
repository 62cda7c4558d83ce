package org.pcitopo.eclipse.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.pcitopo.eclipse.server.ServerProgram;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Services;

/** What is simulated instead of what is written, which projects are checked, and the Java of the server. */
public final class MainPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDE = 30;

    public MainPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Services.of(Settings.class).store());
        setDescription("Empty fields leave it at what the files say. Several values are separated by commas.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new Values(Settings.KERNEL, "&Kernels:", "such as 6.12, 7.2", "[0-9]+\\.[0-9]+(\\.[0-9]+)?", "is no release of Linux", getFieldEditorParent()));
        addField(new Values(Settings.PAGE_SIZE, "Pa&ge sizes:", "such as 4K, 64K", "(?i)(4|8|16|32|64|128|256|512)K|[124]M", "is no size of a page", getFieldEditorParent()));
        addField(new Values(Settings.PASSTHROUGH, "&Functions handed to guests:", "addresses or ids, such as 0000:01:00.0, 10de:2204; or all", ".*", "", getFieldEditorParent()));
        addField(new RadioGroupFieldEditor(Settings.CHECK_PROJECTS, "Check topologies that are not open", 3,
                new String[][] {{"In a&ll projects", "always"}, {"&Never", "never"}, {"&Ask for each project", ""}}, getFieldEditorParent(), true));
        addField(new JavaHome(getFieldEditorParent()));
    }

    /** Values separated by commas. */
    private static final class Values extends StringFieldEditor {

        private final String value;
        private final String problem;

        /** @param value what each of them looks like */
        Values(String name, String label, String example, String value, String problem, Composite parent) {
            super(name, label, WIDE, parent);
            this.value = value;
            this.problem = problem;
            getTextControl(parent).setMessage(example);
        }

        @Override
        protected boolean doCheckState() {
            Optional<String> wrong = Arrays.stream(getStringValue().split(",")).map(String::strip).filter(one -> !one.isEmpty() && !one.matches(value)).findFirst();
            setErrorMessage(wrong.map(one -> "\"" + one + "\" " + problem + ".").orElse(""));
            return wrong.isEmpty();
        }
    }

    /** A folder with a Java that can run the server, or nothing. */
    private static final class JavaHome extends DirectoryFieldEditor {

        JavaHome(Composite parent) {
            init(Settings.JAVA_HOME, "&Java of the language server:");
            setChangeButtonText(JFaceResources.getString("openBrowse"));
            // Must be said before there are controls.
            setValidateStrategy(VALIDATE_ON_KEY_STROKE);
            createControl(parent);
            getTextControl(parent).setMessage("empty for the workbench's own");
        }

        @Override
        protected boolean doCheckState() {
            Optional<String> problem = problem(getStringValue().strip());
            setErrorMessage(problem.map(words -> "The folder " + words + ".").orElse(""));
            return problem.isEmpty();
        }

        private static Optional<String> problem(String folder) {
            try {
                return folder.isEmpty() ? Optional.empty() : ServerProgram.problem(Path.of(folder));
            } catch (InvalidPathException noPath) {
                return Optional.of("has no name that a folder can have");
            }
        }
    }
}
