package org.pcitopo.eclipse.editor;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IEditorInput;

/** Whether an editor of a file that is in no project shows a topology: by its name, as for files in projects. */
public final class OutsideTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof IEditorInput input && input.getName().endsWith(".pcitopo");
    }
}
