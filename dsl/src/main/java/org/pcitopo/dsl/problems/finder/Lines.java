package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;
import org.pcitopo.dsl.problems.Place;
import org.pcitopo.dsl.source.TextRegion;

/** Lines and columns of the places in a file and in those that it imports. */
final class Lines {

    private final ResourceSet resources;
    private final Map<String, List<Integer>> startsByFile = new HashMap<>();

    Lines(ResourceSet resources) {
        this.resources = resources;
    }

    Place place(TextRegion region) {
        List<Integer> starts = startsByFile.computeIfAbsent(region.file(), file -> starts(textOf(file)));
        int line = line(starts, region.offset());
        int endLine = line(starts, region.end());
        return new Place(region.file(), region.offset(), region.length(), line + 1, region.offset() - starts.get(line) + 1,
                endLine + 1, region.end() - starts.get(endLine) + 1);
    }

    private String textOf(String file) {
        Resource resource = resources.getResource(URI.createURI(file), false);
        boolean parsed = resource instanceof XtextResource text && text.getParseResult() != null;
        return parsed ? ((XtextResource) resource).getParseResult().getRootNode().getText() : "";
    }

    private static int line(List<Integer> starts, int offset) {
        int found = Collections.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** A line ends with a line feed, a carriage return, or both. */
    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !pair) {
                starts.add(i + 1);
            }
        }
        return starts;
    }
}
