package org.pcitopo.dsl.ide.workspace;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IExternalContentSupport;
import org.eclipse.xtext.resource.IExternalContentSupport.IExternalContentProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.pcitopo.dsl.names.ImportBoundary;
import org.pcitopo.dsl.names.PcitopoResource;
import org.pcitopo.dsl.service.LiveDocument;

/** Reads and links one text, with its imports as the editor shows them. One at a time: the language is not thread-safe. */
final class DocumentReader {

    private final Injector language;

    DocumentReader(Injector language) {
        this.language = language;
    }

    /**
     * @param uri where the text stands
     * @param boundary the folders that imports may lead into; anywhere where empty
     * @param open the texts of files that the editor has open
     */
    synchronized LiveDocument read(URI uri, String text, List<URI> boundary, IExternalContentProvider open) {
        XtextResourceSet resources = language.getInstance(XtextResourceSet.class);
        language.getInstance(IExternalContentSupport.class).configureResourceSet(resources, open);
        if (!boundary.isEmpty()) {
            ImportBoundary.install(resources, boundary);
        }
        PcitopoResource resource = (PcitopoResource) resources.createResource(uri);
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return new LiveDocument(resource, text);
    }
}
