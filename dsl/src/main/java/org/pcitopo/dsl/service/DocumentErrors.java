package org.pcitopo.dsl.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Collects the errors of a resource: those of the parser, of the linker, and imports that lead nowhere. */
final class DocumentErrors {

    private DocumentErrors() {
    }

    /** @param resource with all names resolved */
    static List<DocumentError> of(XtextResource resource, PcitopoFile model) {
        List<DocumentError> errors = new ArrayList<>();
        for (Resource.Diagnostic diagnostic : resource.getErrors()) {
            if (diagnostic instanceof AbstractDiagnostic placed) {
                TextRegion region = new TextRegion(resource.getURI().toString(), placed.getOffset(), placed.getLength());
                DocumentError.Kind kind = diagnostic instanceof XtextSyntaxDiagnostic ? DocumentError.Kind.SYNTAX
                        : DocumentError.Kind.UNKNOWN_NAME;
                errors.add(new DocumentError(kind, region, diagnostic.getMessage(), suggestions(placed)));
            }
        }
        model.getImports().forEach(statement -> importError(statement).ifPresent(errors::add));
        errors.sort(Comparator.comparingInt(error -> error.region().offset()));
        return errors;
    }

    private static List<String> suggestions(AbstractDiagnostic diagnostic) {
        boolean linking = !(diagnostic instanceof XtextSyntaxDiagnostic) && diagnostic.getData() != null;
        return linking ? List.of(diagnostic.getData()) : List.of();
    }

    private static Optional<DocumentError> importError(Import statement) {
        String name = "'" + statement.getImportURI() + "'";
        Optional<String> message = switch (Imports.resolve(statement).outcome()) {
            case FOUND -> Optional.empty();
            case MISSING -> Optional.of("there is no file " + name);
            case OUTSIDE -> Optional.of(name + " lies outside the folder given; nothing is read from there");
            case INVALID -> Optional.of(name + " is no file name");
        };
        return message.map(text -> new DocumentError(DocumentError.Kind.IMPORT,
                Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI), text, List.of()));
    }
}
