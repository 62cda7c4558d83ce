package org.pcitopo.dsl.service;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.pcitopo.dsl.PcitopoStandaloneSetup;
import org.pcitopo.dsl.format.Formatter;
import org.pcitopo.dsl.lexer.TokenVocabulary;
import org.pcitopo.dsl.names.ImportBoundary;
import org.pcitopo.dsl.names.PcitopoResource;
import org.pcitopo.dsl.writer.TopologyWriter;

/**
 * Reads texts. Setting the language up takes a few hundred milliseconds: create one and keep it. Reading is not thread-safe.
 */
public final class PcitopoLanguage {

    private final Injector injector;

    private PcitopoLanguage(Injector injector) {
        this.injector = injector;
    }

    /** Sets the language up. */
    public static PcitopoLanguage create() {
        return of(new PcitopoStandaloneSetup().createInjectorAndDoEMFRegistration());
    }

    /** Uses a language that is set up already, as in an editor. */
    public static PcitopoLanguage of(Injector injector) {
        return new PcitopoLanguage(injector);
    }

    /**
     * Reads a text.
     *
     * @param file where the text stands, or would stand; imports are relative to it. It need not exist
     * @param text its text
     * @param boundary the folders that imports may lead into; anywhere where empty
     */
    public Document read(Path file, String text, List<Path> boundary) {
        return read(URI.createFileURI(file.toAbsolutePath().toString()), text,
                boundary.stream().map(folder -> URI.createFileURI(folder.toAbsolutePath().normalize().toString())).toList());
    }

    /** As {@link #read(Path, String, List)}, for a text that imports nothing but the catalogue. */
    public Document read(String text) {
        return read(URI.createURI("memory:/text.pcitopo"), text, List.of(URI.createURI("memory:/")));
    }

    /** All words of the language and its punctuation. */
    public Set<String> keywords() {
        return new TokenVocabulary(injector.getInstance(ITokenDefProvider.class).getTokenDefMap()).keywords();
    }

    /** {@code text}, laid out; what it means does not change. */
    public String format(String text) {
        return new Formatter(keywords()).format(text);
    }

    /** Writes topologies as text. */
    public TopologyWriter writer() {
        return new TopologyWriter(keywords());
    }

    private Document read(URI uri, String text, List<URI> boundary) {
        XtextResourceSet resources = injector.getInstance(XtextResourceSet.class);
        if (!boundary.isEmpty()) {
            ImportBoundary.install(resources, boundary);
        }
        XtextResource resource = (XtextResource) resources.createResource(uri);
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return document(resource, text);
    }

    /** What a resource holds; for editors, which load resources themselves. */
    public static Document document(XtextResource resource, String text) {
        return new LiveDocument((PcitopoResource) resource, text).document();
    }
}
