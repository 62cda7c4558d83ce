package org.pcitopo.dsl.ide.server;

import org.pcitopo.dsl.ide.diagnostics.DiagnosticsFeature;
import org.pcitopo.dsl.ide.diagnostics.PageLinks;
import org.pcitopo.dsl.ide.hover.HoverFeature;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** All features, made for one editor. */
final class Features {

    private final DiagnosticsFeature diagnostics;
    private final HoverFeature hover = new HoverFeature();

    Features(Workspace workspace, PageLinks pages, ClientFeatures editor) {
        diagnostics = new DiagnosticsFeature(workspace.uris(), pages, editor.showsRelatedInformation());
    }

    DiagnosticsFeature diagnostics() {
        return diagnostics;
    }

    HoverFeature hover() {
        return hover;
    }
}
