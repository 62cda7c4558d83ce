package org.pcitopo.dsl.ide.cursor;

import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.HostWindow;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.Statement;

/** What a place of the text is about. */
public sealed interface Subject {

    /** Something with a name: a platform, device type, host, boot, device or bridge. */
    record Named(Statement element) implements Subject {
    }

    /** A BAR, ROM, VF BAR or bridge window, in a function or in a device type. */
    record Resource(Statement statement) implements Subject {
    }

    /** A host bridge. */
    record HostBridgeText(HostBridge bridge) implements Subject {
    }

    /** A window of a host bridge. */
    record HostWindowText(HostWindow window) implements Subject {
    }

    /** Functions told by address, by ids, or as virtual ones. */
    record Selection(Selector selector) implements Subject {
    }

    /** An expectation. */
    record ExpectationText(Expectation expectation) implements Subject {
    }

    /** An import. */
    record ImportText(Import statement) implements Subject {
    }

    /**
     * A character of a string that the kernel reads.
     *
     * @param string the string
     * @param index of the character, from 0; the length of the string at its end
     */
    record KernelText(KernelString string, int index) implements Subject {
    }

    /** Any other statement. */
    record Other(Statement statement) implements Subject {
    }
}
