package org.pcitopo.dsl.names;

import com.google.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.FileURIHandlerImpl;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.SynchronizedXtextResourceSet;

/** A resource set that also knows the files shipped with the language. A file whose name says nothing of what is in it is one of the language. */
public final class PcitopoResourceSet extends SynchronizedXtextResourceSet {

    private final IResourceFactory factory;

    /** @param factory makes files of the language */
    @Inject
    public PcitopoResourceSet(IResourceFactory factory) {
        this.factory = factory;
        getURIConverter().getURIHandlers().add(0, new CatalogueHandler());
        getURIConverter().getURIHandlers().add(1, new FileHandler());
    }

    @Override
    public Resource createResource(URI uri, String contentType) {
        synchronized (getLock()) {
            Resource known = super.createResource(uri, contentType);
            if (known != null) {
                return known;
            }
            Resource resource = factory.createResource(uri);
            getResources().add(resource);
            return resource;
        }
    }

    /** Files that can be read to their end: folders, pipes and devices are none. */
    private static final class FileHandler extends FileURIHandlerImpl {

        @Override
        public boolean exists(URI uri, Map<?, ?> options) {
            try {
                Path path = Path.of(uri.toFileString());
                return Files.isRegularFile(path) && Files.isReadable(path);
            } catch (InvalidPathException noPath) {
                return false;
            }
        }
    }

    private static final class CatalogueHandler extends URIHandlerImpl {

        @Override
        public boolean canHandle(URI uri) {
            return Imports.CATALOGUE.equals(uri.scheme());
        }

        @Override
        public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
            InputStream stream = PcitopoResourceSet.class.getResourceAsStream("/catalogue" + uri.path());
            if (stream == null) {
                throw new FileNotFoundException("no such file in the catalogue: " + uri.lastSegment());
            }
            return stream;
        }

        @Override
        public boolean exists(URI uri, Map<?, ?> options) {
            return PcitopoResourceSet.class.getResource("/catalogue" + uri.path()) != null;
        }
    }
}
