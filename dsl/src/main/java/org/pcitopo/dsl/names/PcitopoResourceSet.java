package org.pcitopo.dsl.names;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.eclipse.xtext.resource.SynchronizedXtextResourceSet;

/** A resource set that also knows the files shipped with the language. */
public final class PcitopoResourceSet extends SynchronizedXtextResourceSet {

    public PcitopoResourceSet() {
        getURIConverter().getURIHandlers().add(0, new CatalogueHandler());
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
