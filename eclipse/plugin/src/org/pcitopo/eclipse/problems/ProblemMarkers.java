package org.pcitopo.eclipse.problems;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.workbench.Ids;

/** The markers of one file. */
final class ProblemMarkers {

    static final String TYPE = Ids.PLUGIN + ".problem";

    /** The problem as the server told it, for asking how to mend it. */
    static final String DIAGNOSTIC = "diagnostic";

    private static final Gson GSON = new Gson();

    private final IFile file;

    ProblemMarkers(IFile file) {
        this.file = file;
    }

    /** Makes the file's markers those of {@code problems}; those that stay the same stay the same markers. */
    void show(IDocument text, List<Diagnostic> problems) throws CoreException {
        List<Map<String, Object>> wanted = new ArrayList<>(problems.stream().map(problem -> attributes(text, problem)).toList());
        file.getWorkspace().run(monitor -> {
            for (IMarker marker : file.findMarkers(TYPE, false, IResource.DEPTH_ZERO)) {
                if (!wanted.remove(marker.getAttributes())) {
                    marker.delete();
                }
            }
            for (Map<String, Object> attributes : wanted) {
                file.createMarker(TYPE, attributes);
            }
        }, null, IWorkspace.AVOID_UPDATE, null);
    }

    private static Map<String, Object> attributes(IDocument text, Diagnostic problem) {
        IRegion region = Positions.region(text, problem.getRange());
        int line = problem.getRange().getStart().getLine() + 1;
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(IMarker.MESSAGE, message(problem));
        attributes.put(IMarker.SEVERITY, severity(problem.getSeverity()));
        attributes.put(IMarker.LINE_NUMBER, line);
        attributes.put(IMarker.LOCATION, "line " + line);
        attributes.put(IMarker.CHAR_START, region.getOffset());
        attributes.put(IMarker.CHAR_END, region.getOffset() + region.getLength());
        attributes.put(IMarker.SOURCE_ID, "pcitopo");
        attributes.put(DIAGNOSTIC, GSON.toJson(problem));
        return attributes;
    }

    /** What a person reads of a problem in one line: its words, and its code to ask about it. */
    static String message(Diagnostic problem) {
        String words = problem.getMessage().map(text -> text, content -> content.getValue()).replaceAll("\\.?\\R+", ". ");
        return problem.getCode() == null ? words : words + " [" + problem.getCode().map(code -> code, String::valueOf) + "]";
    }

    private static int severity(DiagnosticSeverity severity) {
        return severity == DiagnosticSeverity.Error ? IMarker.SEVERITY_ERROR
                : severity == DiagnosticSeverity.Warning ? IMarker.SEVERITY_WARNING : IMarker.SEVERITY_INFO;
    }

    /** The problem of a marker. */
    static Diagnostic problem(IMarker marker) {
        return GSON.fromJson(marker.getAttribute(DIAGNOSTIC, "{}"), Diagnostic.class);
    }
}
